package io.jenkins.plugins.slacknotify.config;

import io.jenkins.plugins.slacknotify.config.connection.SharedSlackClient;
import io.jenkins.plugins.slacknotify.engine.spi.TokenUnavailableException;
import io.jenkins.plugins.slacknotify.inbound.origin.InstallationKey;
import io.jenkins.plugins.slacknotify.interaction.answer.BotConnections;
import io.jenkins.plugins.slacknotify.memory.LruCache;
import io.jenkins.plugins.slacknotify.slack.BotIdentity;
import io.jenkins.plugins.slacknotify.slack.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.SlackGateway;
import io.jenkins.plugins.slacknotify.slack.SlackResult;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Finds the bot of an installation among those that are configured: Slack is asked once for each token whose it is, as a token
 * never changes its workspace. The bot of the app that has sent the request goes before others of its workspace: a trigger, a home
 * tab and a preview are good for the bot of their own app alone.
 *
 * <p>Who opens a form has three seconds, so all share {@link #shared one}, and no bot is asked again that is known. That Slack does
 * not take a token is remembered until {@link #forgetRefusals}. Safe for use by many threads.
 */
public final class InstalledBots implements BotConnections {
    private static final int MAX_TOKENS = 1_000;

    private final Supplier<List<ConfiguredBot>> bots;
    private final Connector connector;
    private final AppTie tie;
    private final SlackGateway gateway;
    private final LruCache<SlackConnection, BotIdentity> identities = new LruCache<>(MAX_TOKENS);
    private volatile LruCache<SlackConnection, SlackResult<BotIdentity>> refusals = new LruCache<>(MAX_TOKENS);

    /** Made when Jenkins first needs it. */
    private static final class Shared {
        private static final InstalledBots BOTS = new InstalledBots(
                ConfiguredBot::all,
                ConfiguredBot::connect,
                ConfiguredBot::workspacesOfApp,
                SharedSlackClient.interactiveGateway());
    }

    /** The look-up of a bot's token. */
    @FunctionalInterface
    interface Connector {
        SlackConnection connect(ConfiguredBot bot) throws TokenUnavailableException;
    }

    /** What the settings say of which bot is of which app. */
    @FunctionalInterface
    interface AppTie {
        /** Returns the workspaces whose bot is of an app; empty for the bot of the system. */
        List<Optional<String>> workspacesOf(String appId);
    }

    /** A bot, and what to call Slack with as it. */
    private record Found(ConfiguredBot bot, SlackConnection connection) {}

    InstalledBots(Supplier<List<ConfiguredBot>> bots, Connector connector, AppTie tie, SlackGateway gateway) {
        this.bots = bots;
        this.connector = connector;
        this.tie = tie;
        this.gateway = gateway;
    }

    /** Returns the one of this Jenkins. A call of Slack takes ten seconds at most. */
    public static InstalledBots shared() {
        return Shared.BOTS;
    }

    @Override
    public SlackResult<Optional<SlackConnection>> of(InstallationKey installation) {
        return find(installation).map(found -> found.map(each -> inWorkspaceOf(installation, each.connection())));
    }

    /** Returns the configured bot of an installation; empty where there is none, or Slack does not say whose a token is. */
    public Optional<ConfiguredBot> configured(InstallationKey installation) {
        return find(installation).success().flatMap(found -> found).map(Found::bot);
    }

    /**
     * Asks Slack for each configured token whose it is, where that is not known yet. Blocks.
     *
     * @return the workspaces and organisations of all of them; empty where that cannot be said of one, as a token is missing or not
     *     taken, or Slack does not answer
     */
    public Set<String> installations() {
        Set<String> ids = new HashSet<>();
        boolean isComplete = true;
        for (ConfiguredBot bot : bots.get()) {
            Optional<String> team = connect(bot)
                    .flatMap(found -> identity(found.connection()).success())
                    .map(BotIdentity::teamId)
                    .filter(id -> !id.isEmpty());
            team.ifPresent(ids::add);
            Optional.ofNullable(bot.teamId()).ifPresent(ids::add);
            isComplete = isComplete && team.isPresent();
        }
        return isComplete ? ids : Set.of();
    }

    /** Has Slack asked again about tokens that it did not take. To be called when a person may have changed that. */
    public void forgetRefusals() {
        refusals = new LruCache<>(MAX_TOKENS);
    }

    private SlackResult<Optional<Found>> find(InstallationKey installation) {
        List<ConfiguredBot> configured = bots.get();
        List<Optional<String>> workspaces = configured.size() < 2 || installation.appId() == null
                ? List.of()
                : tie.workspacesOf(installation.appId());
        List<Found> tied = new ArrayList<>();
        List<Found> others = new ArrayList<>();
        for (ConfiguredBot bot : configured) {
            boolean isTied = workspaces.contains(Optional.ofNullable(bot.workspace()));
            connect(bot).ifPresent(found -> (isTied ? tied : others).add(found));
        }
        Stream<Found> known = others.stream().filter(found -> isKnown(found.connection()));
        Stream<Found> unknown = others.stream().filter(found -> !isKnown(found.connection()));
        return first(
                installation,
                Stream.of(tied.stream(), known, unknown).flatMap(each -> each).toList());
    }

    private boolean isKnown(SlackConnection connection) {
        return identities.get(connection).isPresent();
    }

    /** Returns the first that is of the installation. One that Slack says is of another app is the last choice. */
    private SlackResult<Optional<Found>> first(InstallationKey installation, List<Found> candidates) {
        Optional<Found> ofOtherApp = Optional.empty();
        SlackResult<Optional<Found>> nobody = new SlackResult.Success<>(Optional.empty());
        for (Found candidate : candidates) {
            SlackResult<BotIdentity> result = identity(candidate.connection());
            Optional<BotIdentity> identity = result.success();
            if (identity.isPresent() && isIn(installation, identity.get(), candidate.bot())) {
                if (!isOfOtherApp(installation, identity.get())) {
                    return new SlackResult.Success<>(Optional.of(candidate));
                }
                ofOtherApp = ofOtherApp.or(() -> Optional.of(candidate));
            } else if (identity.isEmpty() && !isDead(result)) {
                // A dead token is none of this installation; one whose workspace cannot be asked for may be.
                nobody = result.map(each -> Optional.empty());
            }
        }
        return ofOtherApp.isPresent() ? new SlackResult.Success<>(ofOtherApp) : nobody;
    }

    private Optional<Found> connect(ConfiguredBot bot) {
        try {
            return Optional.of(new Found(bot, connector.connect(bot)));
        } catch (TokenUnavailableException e) {
            return Optional.empty();
        }
    }

    private SlackResult<BotIdentity> identity(SlackConnection connection) {
        Optional<BotIdentity> known = identities.get(connection);
        if (known.isPresent()) {
            return new SlackResult.Success<>(known.get());
        }
        LruCache<SlackConnection, SlackResult<BotIdentity>> refused = refusals;
        return refused.get(connection).orElseGet(() -> ask(connection, refused));
    }

    private SlackResult<BotIdentity> ask(
            SlackConnection connection, LruCache<SlackConnection, SlackResult<BotIdentity>> refused) {
        SlackResult<BotIdentity> answer = gateway.identify(connection);
        answer.success().ifPresent(identity -> identities.put(connection, identity));
        if (isDead(answer)) {
            refused.put(connection, answer);
        }
        return answer;
    }

    private static boolean isDead(SlackResult<?> result) {
        return result instanceof SlackResult.Refused<?> refused
                && refused.refusal().permanent();
    }

    /** A token of an organisation is good for all its workspaces, one of a workspace for that alone. */
    private static boolean isIn(InstallationKey installation, BotIdentity identity, ConfiguredBot bot) {
        return installation.ids().anyMatch(id -> id.equals(identity.teamId()) || id.equals(bot.teamId()));
    }

    /** Slack mostly leaves out of which app a token is. */
    private static boolean isOfOtherApp(InstallationKey installation, BotIdentity identity) {
        return installation.appId() != null
                && !identity.appId().isEmpty()
                && !identity.appId().equals(installation.appId());
    }

    private static SlackConnection inWorkspaceOf(InstallationKey installation, SlackConnection connection) {
        return connection.teamId() != null && installation.teamId() != null
                ? new SlackConnection(connection.apiUrl(), connection.token(), installation.teamId())
                : connection;
    }
}
