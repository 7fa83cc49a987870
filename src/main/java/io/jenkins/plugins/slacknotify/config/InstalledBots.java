package io.jenkins.plugins.slacknotify.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.config.connection.SharedSlackClient;
import io.jenkins.plugins.slacknotify.engine.notification.BotScope;
import io.jenkins.plugins.slacknotify.engine.spi.TokenUnavailableException;
import io.jenkins.plugins.slacknotify.inbound.origin.InstallationKey;
import io.jenkins.plugins.slacknotify.interaction.answer.BotConnections;
import io.jenkins.plugins.slacknotify.memory.LruCache;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.gateway.SlackGateway;
import io.jenkins.plugins.slacknotify.slack.model.BotIdentity;
import io.jenkins.plugins.slacknotify.slack.refusal.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Finds the bot of an installation among those that are configured: Slack is asked once for each token whose it is, as a token
 * never changes its workspace. A request gets no other bot than one for which the app may speak that has proven it, whatever it says of
 * its workspace. Of several, the bot of the app itself goes before others of its workspace: a trigger, a home tab and a preview are
 * good for that alone.
 *
 * <p>Where a workspace has no bot of the app that has asked, that of another app is better than none: it can write. What it cannot do,
 * such as open a form, is the reason for an alert ({@link #foreignTokens}).
 *
 * <p>Who opens a form has three seconds, so all share {@link #shared one}, and no bot is asked again that is known. That Slack does
 * not take a token is remembered until {@link #forgetRefusals}. Safe for use by many threads.
 */
public final class InstalledBots implements BotConnections {
    private static final Logger LOGGER = Logger.getLogger(InstalledBots.class.getName());
    private static final int MAX_TOKENS = 1_000;

    private final Supplier<List<ConfiguredBot>> bots;
    private final Connector connector;
    private final AppTie tie;
    private final SlackGateway gateway;
    private final LruCache<SlackConnection, BotIdentity> identities = new LruCache<>(MAX_TOKENS);
    private final LruCache<SlackConnection, String> apps = new LruCache<>(MAX_TOKENS);

    /** The tokens that requests have met whose app has none of its own, by the id of the workspace or organisation. */
    private final Map<String, ForeignToken> foreign = new ConcurrentHashMap<>();

    private volatile LruCache<SlackConnection, SlackResult<BotIdentity>> refusals = new LruCache<>(MAX_TOKENS);

    /** The tokens of which Slack has not told the app. */
    private volatile LruCache<SlackConnection, Boolean> withoutApp = new LruCache<>(MAX_TOKENS);

    /** Made when Jenkins first needs it. */
    private static final class Shared {
        private static final InstalledBots BOTS = new InstalledBots(
                ConfiguredBot::all,
                ConfiguredBot::connect,
                new ConfiguredTie(),
                SharedSlackClient.interactiveGateway());
    }

    /** The look-up of a bot's token. */
    @FunctionalInterface
    interface Connector {
        SlackConnection connect(ConfiguredBot bot) throws TokenUnavailableException;
    }

    /** The tie between bots and apps, by the settings. */
    interface AppTie {
        /** Returns the bots for which an app may speak. */
        BotScope botsOf(String app);

        /** Returns the name of the workspace whose bot is that of an app; empty for the bot of the system. */
        Optional<String> workspaceOf(String app);
    }

    /** Asks the settings of this moment. */
    private static final class ConfiguredTie implements AppTie {
        @Override
        public BotScope botsOf(String app) {
            return SlackNotifyConfiguration.get().inboundInEffect().botsOf(app);
        }

        @Override
        public Optional<String> workspaceOf(String app) {
            return SlackNotifyConfiguration.get().inboundInEffect().workspaceOf(app);
        }
    }

    /**
     * A token with which the requests of another app are answered, as that app has none here.
     *
     * @param bot whose token it is
     * @param app the id of its app
     * @param askingApp the id of the app that has sent the request
     * @param name of the app that has sent the request, in the settings
     */
    public record ForeignToken(ConfiguredBot bot, String app, String askingApp, String name) {
        /** Says what is wrong, and what to do. */
        public String describe() {
            String workspace = bot.workspace();
            return workspace == null
                    ? Messages.InstalledBots_foreignToken(app, askingApp)
                    : Messages.InstalledBots_foreignTokenOf(app, askingApp, workspace);
        }
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
        return look(installation).map(found -> found.map(each -> inWorkspaceOf(installation, each.connection())));
    }

    /** Returns the configured bot of an installation; empty where there is none, or Slack does not say whose a token is. */
    public Optional<ConfiguredBot> configured(InstallationKey installation) {
        return look(installation).success().flatMap(found -> found).map(Found::bot);
    }

    /**
     * Asks Slack for each configured token for which an app may speak whose it is, where that is not known yet. Blocks.
     *
     * @param app its name
     * @return the workspaces and organisations of all of them; empty where that cannot be said of one, as a token is missing or not
     *     taken, or Slack does not answer
     */
    public Set<String> installations(String app) {
        Set<String> ids = new HashSet<>();
        boolean isComplete = true;
        for (ConfiguredBot bot : reached(app)) {
            Optional<Found> found = connect(bot).success().flatMap(each -> each);
            Optional<BotIdentity> identity =
                    found.flatMap(each -> identity(each.connection()).success());
            // Whoever opens a form has no time for it.
            identity.ifPresent(known -> app(found.get().connection(), known));
            Optional<String> team = identity.map(BotIdentity::teamId).filter(id -> !id.isEmpty());
            team.ifPresent(ids::add);
            Optional.ofNullable(bot.teamId()).ifPresent(ids::add);
            isComplete = isComplete && team.isPresent();
        }
        return isComplete ? ids : Set.of();
    }

    /** Has Slack asked again about tokens that it did not take. To be called when a person may have changed that. */
    public void forgetRefusals() {
        refusals = new LruCache<>(MAX_TOKENS);
        withoutApp = new LruCache<>(MAX_TOKENS);
    }

    /** Returns the tokens that the requests of another app have met, and that still are configured. Asks nobody. */
    public List<ForeignToken> foreignTokens() {
        List<ConfiguredBot> configured = bots.get();
        return foreign.values().stream()
                .filter(token -> configured.contains(token.bot())
                        && tie.botsOf(token.name()).covers(token.bot().key()))
                .sorted(Comparator.comparing(token -> String.valueOf(token.bot().workspace())))
                .toList();
    }

    private List<ConfiguredBot> reached(@CheckForNull String app) {
        BotScope scope = app == null ? BotScope.ALL : tie.botsOf(app);
        return bots.get().stream().filter(bot -> scope.covers(bot.key())).toList();
    }

    private SlackResult<Optional<Found>> look(InstallationKey installation) {
        String app = installation.app();
        Optional<String> own = app == null ? Optional.empty() : tie.workspaceOf(app);
        List<Found> tied = new ArrayList<>();
        List<Found> others = new ArrayList<>();
        SlackResult<Optional<Found>> nobody = new SlackResult.Success<>(Optional.empty());
        for (ConfiguredBot bot : reached(app)) {
            // That of the system is the first in any case.
            boolean isTied = own.isPresent() && own.get().equals(bot.workspace());
            SlackResult<Optional<Found>> connected = connect(bot);
            connected.success().flatMap(found -> found).ifPresent(found -> (isTied ? tied : others).add(found));
            nobody = connected.success().isPresent() ? nobody : connected;
        }
        Stream<Found> known = others.stream().filter(found -> isKnown(found.connection()));
        Stream<Found> unknown = others.stream().filter(found -> !isKnown(found.connection()));
        return first(
                installation,
                nobody,
                Stream.of(tied.stream(), known, unknown).flatMap(each -> each).toList());
    }

    private boolean isKnown(SlackConnection connection) {
        return identities.get(connection).isPresent();
    }

    /**
     * Returns the first that is of the installation. One that Slack says is of another app is the last choice.
     *
     * @param none what to return where there is none
     */
    private SlackResult<Optional<Found>> first(
            InstallationKey installation, SlackResult<Optional<Found>> none, List<Found> candidates) {
        Optional<Found> ofOtherApp = Optional.empty();
        SlackResult<Optional<Found>> nobody = none;
        for (Found candidate : candidates) {
            SlackResult<BotIdentity> result = identity(candidate.connection());
            Optional<BotIdentity> identity = result.success();
            if (identity.isPresent() && isIn(installation, identity.get(), candidate.bot())) {
                if (!isOfOtherApp(installation, candidate, identity.get())) {
                    installation.id().ifPresent(foreign::remove);
                    return new SlackResult.Success<>(Optional.of(candidate));
                }
                ofOtherApp = ofOtherApp.or(() -> Optional.of(candidate));
            } else if (identity.isEmpty() && !result.isRefused(Refusal::permanent)) {
                // A dead token is none of this installation; one whose workspace cannot be asked for may be.
                nobody = result.map(each -> Optional.empty());
            }
        }
        ofOtherApp.ifPresent(candidate -> noteForeign(installation, candidate));
        return ofOtherApp.isPresent() ? new SlackResult.Success<>(ofOtherApp) : nobody;
    }

    private void noteForeign(InstallationKey installation, Found candidate) {
        String asking = installation.appId();
        String name = installation.app();
        if (asking != null && name != null) {
            String app = identity(candidate.connection())
                    .success()
                    .map(identity -> app(candidate.connection(), identity))
                    .orElse("");
            ForeignToken token = new ForeignToken(candidate.bot(), app, asking, name);
            installation.id().ifPresent(id -> foreign.put(id, token));
        }
    }

    /** Returns empty for a bot without a token, and no success for one whose credentials provider does not tell it now. */
    private SlackResult<Optional<Found>> connect(ConfiguredBot bot) {
        try {
            return new SlackResult.Success<>(Optional.of(new Found(bot, connector.connect(bot))));
        } catch (TokenUnavailableException e) {
            return new SlackResult.Success<>(Optional.empty());
        } catch (RuntimeException | LinkageError e) {
            // The upkeep says it loudly; this may be asked every few seconds.
            LOGGER.log(Level.FINE, e, () -> "The token of " + bot + " cannot be read now");
            return new SlackResult.Unreachable<>("The credentials provider of the bot's token does not answer");
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
        if (answer.isRefused(Refusal::permanent)) {
            refused.put(connection, answer);
        }
        return answer;
    }

    /**
     * A token of an organisation is good for all its workspaces, one of a workspace for that alone. Links of members are kept by the
     * one id that is asked for here; that a request names another one as well proves nothing.
     */
    private static boolean isIn(InstallationKey installation, BotIdentity identity, ConfiguredBot bot) {
        return installation
                .id()
                .or(() -> Optional.ofNullable(installation.enterpriseId()))
                .filter(id -> id.equals(identity.teamId()) || id.equals(bot.teamId()))
                .isPresent();
    }

    private boolean isOfOtherApp(InstallationKey installation, Found candidate, BotIdentity identity) {
        if (installation.appId() == null) {
            return false;
        }
        String app = app(candidate.connection(), identity);
        return !app.isEmpty() && !app.equals(installation.appId());
    }

    /** Returns of which app a token is; empty where Slack does not tell. It mostly leaves that out where it says whose the token is. */
    private String app(SlackConnection connection, BotIdentity identity) {
        if (!identity.appId().isEmpty() || identity.botId().isEmpty()) {
            return identity.appId();
        }
        Optional<String> known = apps.get(connection);
        LruCache<SlackConnection, Boolean> unknown = withoutApp;
        if (known.isPresent() || unknown.get(connection).isPresent()) {
            return known.orElse("");
        }
        Optional<String> told = gateway.appOfBot(connection, identity.botId()).success();
        told.ifPresentOrElse(app -> apps.put(connection, app), () -> unknown.put(connection, true));
        return told.orElse("");
    }

    private static SlackConnection inWorkspaceOf(InstallationKey installation, SlackConnection connection) {
        return connection.teamId() != null && installation.teamId() != null
                ? new SlackConnection(connection.apiUrl(), connection.token(), installation.teamId())
                : connection;
    }
}
