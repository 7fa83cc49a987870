package io.jenkins.plugins.slacknotify.people;

import io.jenkins.plugins.slacknotify.memory.RecentlyUsed;
import io.jenkins.plugins.slacknotify.slack.Answer;
import io.jenkins.plugins.slacknotify.slack.BotIdentity;
import io.jenkins.plugins.slacknotify.slack.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.SlackGateway;
import java.util.Optional;

/**
 * Which token is of which workspace. Asked of Slack once for each token while the process lives; a token never changes its
 * workspace. In memory only, by the token itself: what it is called in Jenkins does not count.
 */
final class TokenWorkspaces {
    /** Tokens that rotate come twice a day, so old ones have to go. */
    private static final int MOST = 1_000;

    private final SlackGateway gateway;
    private final RecentlyUsed<SlackConnection, Workspace> known = new RecentlyUsed<>(MOST);
    private final SharedCalls<SlackConnection, Workspace> calls = new SharedCalls<>();

    TokenWorkspaces(SlackGateway gateway) {
        this.gateway = gateway;
    }

    Answer<Workspace> of(SlackConnection connection) {
        return remembered(connection)
                .orElseGet(() ->
                        calls.ask(connection, () -> remembered(connection).orElseGet(() -> ask(connection))));
    }

    private Optional<Answer<Workspace>> remembered(SlackConnection connection) {
        return known.get(connection).map(Answer.Success::new);
    }

    private Answer<Workspace> ask(SlackConnection connection) {
        Answer<Workspace> answer = gateway.identify(connection).flatMap(bot -> workspace(connection, bot));
        answer.success().ifPresent(workspace -> known.put(connection, workspace));
        return answer;
    }

    private static Answer<Workspace> workspace(SlackConnection connection, BotIdentity bot) {
        return Workspace.of(connection.apiUrl(), bot.teamId())
                .<Answer<Workspace>>map(Answer.Success::new)
                .orElseGet(() -> new Answer.Unknown<>("Slack did not tell which workspace the token is of."));
    }
}
