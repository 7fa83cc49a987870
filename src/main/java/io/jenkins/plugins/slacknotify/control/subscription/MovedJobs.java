package io.jenkins.plugins.slacknotify.control.subscription;

import hudson.Extension;
import hudson.model.Item;
import hudson.model.listeners.ItemListener;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Has subscriptions and mutes follow jobs and folders that are renamed or moved. Jenkins calls it for each item that is. */
@Extension
public class MovedJobs extends ItemListener {
    private static final Logger LOGGER = Logger.getLogger(MovedJobs.class.getName());

    @Override
    public void onLocationChanged(Item item, String oldFullName, String newFullName) {
        try {
            SlackSubscriptions.get().subscriptions().jobMoved(oldFullName, newFullName);
            SlackSubscriptions.get().mutes().jobMoved(oldFullName, newFullName);
        } catch (RuntimeException e) {
            // A notifier must not keep an item from being moved.
            LOGGER.log(Level.WARNING, e, () -> "The subscriptions to " + oldFullName + " do not follow it");
        }
    }
}
