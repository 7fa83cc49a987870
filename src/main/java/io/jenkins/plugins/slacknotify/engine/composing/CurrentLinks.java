package io.jenkins.plugins.slacknotify.engine.composing;

import io.jenkins.plugins.slacknotify.engine.spi.BuildLocation;
import io.jenkins.plugins.slacknotify.engine.spi.BuildLocator;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sees to it that a message links the build where that is by now, and not at all where it was deleted. */
public final class CurrentLinks {
    private static final Logger LOGGER = Logger.getLogger(CurrentLinks.class.getName());

    private final BuildLocator builds;

    public CurrentLinks(BuildLocator builds) {
        this.builds = builds;
    }

    /** The event without a link to a build that is gone, and with the present address of a build that has moved. */
    BuildEvent update(BuildEvent event) {
        return update(event, locate(event));
    }

    /** The event as {@link #update(BuildEvent)} gives it, for a location that is known already. */
    static BuildEvent update(BuildEvent event, BuildLocation location) {
        if (event.url() == null || location instanceof BuildLocation.Unknown) {
            return event;
        }
        if (location instanceof BuildLocation.At at) {
            return at.url().equals(event.url()) ? event : event.withUrl(at.url());
        }
        return event.withUrl(null);
    }

    BuildLocation locate(BuildEvent event) {
        try {
            return builds.locate(event.key());
        } catch (RuntimeException | LinkageError e) {
            LOGGER.log(Level.WARNING, e, () -> "Could not find out where " + event.key() + " is");
            return new BuildLocation.Unknown();
        }
    }
}
