package io.jenkins.plugins.slacknotify.engine;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.EventKey;
import io.jenkins.plugins.slacknotify.slack.BotToken;

/** The port to wherever bot tokens are kept. Asked for every attempt, so that a token that was replaced is used at once. */
@FunctionalInterface
public interface TokenSource {
    /**
     * Finds a token, on a thread that may block.
     *
     * @param credentialsId null for the token of the global configuration
     * @param build on whose behalf; a token that its job may not use is not found
     * @throws TokenUnavailableException where there is none, or it is not a bot token
     */
    BotToken find(@CheckForNull String credentialsId, EventKey build) throws TokenUnavailableException;
}
