package io.jenkins.plugins.slacknotify.control.live;

import hudson.Extension;
import hudson.XmlFile;
import hudson.model.Run;
import hudson.model.Saveable;
import hudson.model.User;
import hudson.model.listeners.SaveableListener;

/**
 * Counts, for the {@link LiveView}s, how often people decide something: a user's settings and links, and who looks after a build. A running build is
 * saved often, of which other listeners tell.
 */
@Extension
public class SavedChanges extends SaveableListener {
    @Override
    public void onChange(Saveable saved, XmlFile file) {
        if (saved instanceof User || saved instanceof Run<?, ?> run && !run.isBuilding()) {
            JenkinsChanges.note();
        }
    }
}
