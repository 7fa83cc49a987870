package io.jenkins.plugins.slacknotify.engine.spi;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.slack.BotToken;

/** The port to wherever bot tokens are kept. Asked for every attempt, so that a token that was replaced is used at once. */
@FunctionalInterface
public interface TokenSource {
    /**
     * Finds a token, on a thread that may block.
     *
     * @param destination says which token it takes
     * @param build on whose behalf; a token that its job may not use is not found
     * @throws TokenUnavailableException where there is none, or it is not a bot token
     */
    BotToken find(Destination destination, BuildKey build) throws TokenUnavailableException;

    /** The id of the workspace that is meant ({@code T…}), for a token of a whole organisation; null where nothing is said. */
    @CheckForNull
    default String teamId(Destination destination) {
        return null;
    }
}
