package io.jenkins.plugins.slacknotify.people.directory;

import io.jenkins.plugins.slacknotify.memory.LruCache;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.gateway.SlackGateway;
import io.jenkins.plugins.slacknotify.slack.model.BotIdentity;
import java.util.Optional;

/**
 * The look-up of the workspace of a token. It asks Slack once for each token while the process lives, as a token never changes
 * its workspace. The answers are in memory only, by the token itself: its name in Jenkins does not count.
 */
final class WorkspaceLookup {
    /** The number of tokens to remember. Rotating tokens are replaced twice a day, so old ones have to go. */
    private static final int MAX_TOKENS = 1_000;

    private final SlackGateway gateway;
    private final LruCache<SlackConnection, Workspace> known = new LruCache<>(MAX_TOKENS);
    private final SharedCalls<SlackConnection, Workspace> calls = new SharedCalls<>();

    WorkspaceLookup(SlackGateway gateway) {
        this.gateway = gateway;
    }

    SlackResult<Workspace> of(SlackConnection connection) {
        return findKnown(connection)
                .orElseGet(() ->
                        calls.call(connection, () -> findKnown(connection).orElseGet(() -> ask(connection))));
    }

    private Optional<SlackResult<Workspace>> findKnown(SlackConnection connection) {
        return known.get(connection).map(SlackResult.Success::new);
    }

    private SlackResult<Workspace> ask(SlackConnection connection) {
        SlackResult<Workspace> result = gateway.identify(connection).flatMap(bot -> workspace(connection, bot));
        result.success().ifPresent(workspace -> known.put(connection, workspace));
        return result;
    }

    private static SlackResult<Workspace> workspace(SlackConnection connection, BotIdentity bot) {
        return Workspace.of(connection.apiUrl(), bot.teamId())
                .<SlackResult<Workspace>>map(SlackResult.Success::new)
                .orElseGet(() -> new SlackResult.Unknown<>("Slack did not tell which workspace the token is of."));
    }
}
