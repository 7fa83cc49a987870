package io.jenkins.plugins.slacknotify.engine.spi;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.slack.api.BotToken;

/**
 * The port to bot tokens. The engine asks for every attempt, so that it uses a token that was replaced at once. Where a token comes from,
 * anything may be thrown: an implementation makes a {@link TokenUnavailableException} of it.
 */
@FunctionalInterface
public interface TokenSource {
    /**
     * Finds a token, on a thread that may block.
     *
     * @param destination names the credential or the workspace
     * @param build the build on whose behalf; a token that its job may not use is not found
     * @throws TokenUnavailableException where there is none, it is not a bot token, or it cannot be read now
     */
    BotToken find(Destination destination, BuildKey build) throws TokenUnavailableException;

    /** Returns the id of the destination's workspace ({@code T…}), for a token of a whole organisation; null where none is set. */
    @CheckForNull
    default String teamId(Destination destination) {
        return null;
    }
}
