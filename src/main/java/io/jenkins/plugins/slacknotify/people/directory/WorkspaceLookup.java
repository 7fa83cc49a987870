package io.jenkins.plugins.slacknotify.people.directory;

import io.jenkins.plugins.slacknotify.memory.LruCache;
import io.jenkins.plugins.slacknotify.slack.BotIdentity;
import io.jenkins.plugins.slacknotify.slack.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.SlackGateway;
import io.jenkins.plugins.slacknotify.slack.SlackResult;
import java.util.Optional;

/**
 * Which token is of which workspace. Asked of Slack once for each token while the process lives; a token never changes its
 * workspace. In memory only, by the token itself: what it is called in Jenkins does not count.
 */
final class WorkspaceLookup {
    /** Tokens that rotate come twice a day, so old ones have to go. */
    private static final int MOST = 1_000;

    private final SlackGateway gateway;
    private final LruCache<SlackConnection, Workspace> known = new LruCache<>(MOST);
    private final SharedCalls<SlackConnection, Workspace> calls = new SharedCalls<>();

    WorkspaceLookup(SlackGateway gateway) {
        this.gateway = gateway;
    }

    SlackResult<Workspace> of(SlackConnection connection) {
        return remembered(connection)
                .orElseGet(() ->
                        calls.call(connection, () -> remembered(connection).orElseGet(() -> ask(connection))));
    }

    private Optional<SlackResult<Workspace>> remembered(SlackConnection connection) {
        return known.get(connection).map(SlackResult.Success::new);
    }

    private SlackResult<Workspace> ask(SlackConnection connection) {
        SlackResult<Workspace> answer = gateway.identify(connection).flatMap(bot -> workspace(connection, bot));
        answer.success().ifPresent(workspace -> known.put(connection, workspace));
        return answer;
    }

    private static SlackResult<Workspace> workspace(SlackConnection connection, BotIdentity bot) {
        return Workspace.of(connection.apiUrl(), bot.teamId())
                .<SlackResult<Workspace>>map(SlackResult.Success::new)
                .orElseGet(() -> new SlackResult.Unknown<>("Slack did not tell which workspace the token is of."));
    }
}
