package io.jenkins.plugins.slacknotify.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.config.connection.SharedSlackClient;
import io.jenkins.plugins.slacknotify.config.rules.WorkspaceConfig;
import io.jenkins.plugins.slacknotify.engine.notification.BotKey;
import io.jenkins.plugins.slacknotify.engine.spi.TokenUnavailableException;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.gateway.SlackGateway;
import io.jenkins.plugins.slacknotify.slack.model.BotIdentity;
import java.util.List;
import java.util.stream.Stream;

/**
 * A bot that an administrator has configured: that of the system, or that of a workspace in the routing. Those of credentials that
 * jobs name are not among them.
 *
 * @param workspace the name of the workspace; null for the bot of the system
 * @param teamId of the workspace ({@code T…}), for a token of a whole organisation; null for any other token
 */
public record ConfiguredBot(
        @CheckForNull String workspace, @CheckForNull String teamId) {
    /** The look-up of the token of a bot. */
    @FunctionalInterface
    public interface Connector {
        /** @throws TokenUnavailableException as {@link ConfiguredBot#connect} */
        SlackConnection connect(ConfiguredBot bot) throws TokenUnavailableException;
    }

    /** Returns all bots that are configured. That of the system comes first, if it has a token. */
    public static List<ConfiguredBot> all() {
        SlackNotifyConfiguration configuration = SlackNotifyConfiguration.get();
        return Stream.concat(
                        configuration.credentialsIdInUse().stream().map(id -> ofSystem()),
                        configuration.getRouting().getWorkspaces().stream().map(ConfiguredBot::of))
                .toList();
    }

    /** Returns the bot of the system, whether it has a token or not. */
    public static ConfiguredBot ofSystem() {
        return new ConfiguredBot(null, SlackNotifyConfiguration.get().getTeamId());
    }

    public static ConfiguredBot of(WorkspaceConfig workspace) {
        return new ConfiguredBot(workspace.getName(), workspace.getTeamId());
    }

    /** Returns the key by which the token of this bot is looked up. */
    public BotKey key() {
        return workspace == null ? new BotKey.OfSystem() : new BotKey.OfWorkspace(workspace);
    }

    /**
     * Finds the token of this bot, by the settings as they are now, on a thread that may block.
     *
     * @throws TokenUnavailableException where there is none, it is not a bot token, or it cannot be read now
     */
    public SlackConnection connect() throws TokenUnavailableException {
        return new SlackConnection(
                SlackNotifyConfiguration.currentApiUrl(),
                workspace == null ? CredentialsTokenSource.ofSystem() : CredentialsTokenSource.ofWorkspace(workspace),
                teamId);
    }

    /**
     * Asks Slack of which bot and workspace the token is, and which scopes it has. On the caller's thread, where a person is waiting: a
     * credentials provider that does not answer is not waited for long.
     *
     * @throws TokenUnavailableException as {@link #connect}
     */
    public SlackResult<BotIdentity> identify() throws TokenUnavailableException {
        try (SlackGateway gateway = SharedSlackClient.interactiveGateway()) {
            return gateway.identify(CredentialsTokenSource.forPage(this::connect));
        }
    }
}
