package io.jenkins.plugins.slacknotify.engine.spi;

import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.routing.Destination;
import java.util.Optional;

/** The port to the ids that Slack has told of channels. Reads memory only. */
@FunctionalInterface
public interface KnownChannels {
    /** Returns the id of a destination's channel; empty where it is not known yet. */
    Optional<String> idOf(Destination destination, BuildKey build);
}
