package io.jenkins.plugins.slacknotify.engine.spi;

import io.jenkins.plugins.slacknotify.routing.ChannelSource;
import io.jenkins.plugins.slacknotify.routing.Destination;
import java.util.Optional;

/** Tells which channels the places of the configuration name now. Safe for use by many threads. */
@FunctionalInterface
public interface ChannelSources {
    /** Knows no place. */
    ChannelSources NONE = source -> Optional.empty();

    /**
     * The destination that a place names now. Reads memory only.
     *
     * @return empty where the place is gone, or names no channel
     */
    Optional<Destination> current(ChannelSource source);
}
