package io.jenkins.plugins.slacknotify.interaction.answer;

import io.jenkins.plugins.slacknotify.inbound.origin.InstallationKey;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import java.util.Optional;

/** The port that finds the bot by which this Jenkins speaks in the workspace of a request. */
@FunctionalInterface
public interface BotConnections {
    /**
     * Finds the bot of an installation. May ask a credentials provider and Slack, on the caller's thread.
     *
     * @return a success with nothing in it where no bot of that workspace is configured; no success where that cannot be said,
     *     because Slack did not answer
     */
    SlackResult<Optional<SlackConnection>> of(InstallationKey installation);

    /** Finds the bot, as {@link #of} does; empty as well where Slack did not answer. */
    default Optional<SlackConnection> find(InstallationKey installation) {
        return of(installation).success().flatMap(bot -> bot);
    }
}
