package io.jenkins.plugins.slacknotify.lifecycle;

import hudson.Extension;
import hudson.model.Item;
import hudson.model.listeners.ItemListener;
import io.jenkins.plugins.slacknotify.engine.history.JobHistory;
import io.jenkins.plugins.slacknotify.event.build.JobMove;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Listens for jobs and folders that are renamed, moved or deleted, so that messages about their builds go on, or end, with them. A
 * copy of a job is another job, and begins with nothing.
 *
 * <p>Jenkins reports a folder first, and then all that is in it.
 */
@Extension
public class JobListener extends ItemListener {
    private static final Logger LOGGER = Logger.getLogger(JobListener.class.getName());

    @Override
    public void onLocationChanged(Item item, String oldFullName, String newFullName) {
        attempt(oldFullName, () -> jobs().moved(new JobMove(oldFullName, newFullName, Instant.now())));
    }

    @Override
    public void onDeleted(Item item) {
        attempt(item.getFullName(), () -> jobs().deleted(item.getFullName()));
    }

    private static JobHistory jobs() {
        return EngineLifecycle.get().engine().jobs();
    }

    /** A notifier must not keep an item from being moved or deleted. */
    private static void attempt(String item, Runnable change) {
        try {
            change.run();
        } catch (RuntimeException | LinkageError e) {
            LOGGER.log(Level.WARNING, e, () -> "Could not note what became of " + item);
        }
    }
}
