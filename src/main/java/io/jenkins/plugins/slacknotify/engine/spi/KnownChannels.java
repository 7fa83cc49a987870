package io.jenkins.plugins.slacknotify.engine.spi;

import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.routing.Destination;
import java.util.Optional;

/** The port to the ids that Slack has told of channels. Reads memory only. */
@FunctionalInterface
public interface KnownChannels {
    /** Returns the id of a destination's channel; empty where it is not known yet. */
    Optional<String> idOf(Destination destination, BuildKey build);

    /** Returns whether two destinations of a build have one bot, as far as is known. */
    default boolean haveOneBot(Destination one, Destination other, BuildKey build) {
        return one.hasBotOf(other);
    }

    /** Returns whether two destinations of a build are one channel for one bot, as far as is known: one may be its name, the other its id. */
    default boolean areSame(Destination one, Destination other, BuildKey build) {
        return haveOneBot(one, other, build)
                && (one.label().equalsIgnoreCase(other.label())
                        || idOf(one, build)
                                .filter(id ->
                                        idOf(other, build).filter(id::equals).isPresent())
                                .isPresent());
    }
}
