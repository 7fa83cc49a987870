package io.jenkins.plugins.slacknotify.config;

import io.jenkins.plugins.slacknotify.engine.spi.TokenUnavailableException;
import io.jenkins.plugins.slacknotify.inbound.origin.InstallationKey;
import io.jenkins.plugins.slacknotify.interaction.answer.BotConnections;
import io.jenkins.plugins.slacknotify.memory.LruCache;
import io.jenkins.plugins.slacknotify.slack.BotIdentity;
import io.jenkins.plugins.slacknotify.slack.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.SlackGateway;
import io.jenkins.plugins.slacknotify.slack.SlackResult;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds the bot of an installation among those that are configured: Slack is asked once for each token whose it is, as a token
 * never changes its workspace.
 *
 * <p>Safe for use by many threads.
 */
public final class InstalledBots implements BotConnections {
    private static final int MAX_TOKENS = 1_000;

    private final Supplier<List<ConfiguredBot>> bots;
    private final Connector connector;
    private final SlackGateway gateway;
    private final LruCache<SlackConnection, BotIdentity> identities = new LruCache<>(MAX_TOKENS);

    /** The look-up of a bot's token. */
    @FunctionalInterface
    interface Connector {
        SlackConnection connect(ConfiguredBot bot) throws TokenUnavailableException;
    }

    public InstalledBots(SlackGateway gateway) {
        this(ConfiguredBot::all, ConfiguredBot::connect, gateway);
    }

    InstalledBots(Supplier<List<ConfiguredBot>> bots, Connector connector, SlackGateway gateway) {
        this.bots = bots;
        this.connector = connector;
        this.gateway = gateway;
    }

    @Override
    public SlackResult<Optional<SlackConnection>> of(InstallationKey installation) {
        SlackResult<Optional<SlackConnection>> result = new SlackResult.Success<>(Optional.empty());
        for (ConfiguredBot bot : bots.get()) {
            SlackResult<Optional<SlackConnection>> one = of(installation, bot);
            if (one.success().flatMap(found -> found).isPresent()) {
                return one;
            }
            // A dead token is none of this installation; one whose workspace cannot be asked for may be.
            boolean isDead = one instanceof SlackResult.Refused<?> refused
                    && refused.refusal().permanent();
            result = one.success().isPresent() || isDead ? result : one;
        }
        return result;
    }

    /** Returns the configured bot of an installation; empty where there is none, or Slack does not say whose a token is. */
    public Optional<ConfiguredBot> configured(InstallationKey installation) {
        return bots.get().stream()
                .filter(bot ->
                        of(installation, bot).success().flatMap(found -> found).isPresent())
                .findFirst();
    }

    private SlackResult<Optional<SlackConnection>> of(InstallationKey installation, ConfiguredBot bot) {
        try {
            SlackConnection connection = connector.connect(bot);
            return identity(connection)
                    .map(identity -> Optional.of(connection)
                            .filter(found -> isOf(installation, identity, bot))
                            .map(found -> inWorkspaceOf(installation, found)));
        } catch (TokenUnavailableException e) {
            return new SlackResult.Success<>(Optional.empty());
        }
    }

    private SlackResult<BotIdentity> identity(SlackConnection connection) {
        Optional<BotIdentity> known = identities.get(connection);
        if (known.isPresent()) {
            return new SlackResult.Success<>(known.get());
        }
        SlackResult<BotIdentity> asked = gateway.identify(connection);
        asked.success().ifPresent(identity -> identities.put(connection, identity));
        return asked;
    }

    /** A token of an organisation is good for all its workspaces, one of a workspace for that alone. */
    private static boolean isOf(InstallationKey installation, BotIdentity identity, ConfiguredBot bot) {
        return installation.ids().anyMatch(id -> id.equals(identity.teamId()) || id.equals(bot.teamId()));
    }

    private static SlackConnection inWorkspaceOf(InstallationKey installation, SlackConnection connection) {
        return connection.teamId() != null && installation.teamId() != null
                ? new SlackConnection(connection.apiUrl(), connection.token(), installation.teamId())
                : connection;
    }
}
