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
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Finds the bot of an installation among those that are configured: Slack is asked once for each token whose it is, as a token
 * never changes its workspace. A request gets no other bot than one for which the app may speak that has proven it, whatever it says of
 * its workspace. Of several, the bot of the app itself goes before others of its workspace: a trigger, a home tab and a preview are
 * good for that alone.
 *
 * <p>Where a workspace has no bot of the app that has asked, that of another app is better than none: it can write. What it cannot do,
 * such as open a form, is the reason for an alert ({@link #foreignTokens}).
 *
 * <p>Who opens a form has three seconds, so all share {@link #shared one}, and no bot is asked again that is known. The token is read at
 * each request, as it may have been replaced, but that of the bot alone that is known to be of the installation: the others are read where
 * none is. That Slack does not take a token is remembered until {@link #forgetRefusals}. Safe for use by many threads.
 */
public final class InstalledBots implements BotConnections {
    private static final int MAX_BOTS = 1_000;

    private final Supplier<List<ConfiguredBot>> bots;
    private final ConfiguredBot.Connector connector;
    private final AppTie tie;
    private final SlackGateway gateway;

    /** The answers of Slack about the tokens of bots, by the bot. Each answer is about the token that the bot had at that time. */
    private volatile LruCache<ConfiguredBot, KnownToken> known = new LruCache<>(MAX_BOTS);

    /** The tokens that requests have met whose app has none of its own, by the id of the workspace or organisation. */
    private final Map<String, ForeignToken> foreign = new ConcurrentHashMap<>();

    /** Made when Jenkins first needs it. */
    private static final class Shared {
        private static final InstalledBots BOTS = new InstalledBots(
                ConfiguredBot::all,
                ConfiguredBot::connect,
                new ConfiguredTie(),
                SharedSlackClient.interactiveGateway());
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
        /** Returns sentences that say what is wrong with the token, and what an administrator can do about it. */
        public String describe() {
            String workspace = bot.workspace();
            return workspace == null
                    ? Messages.InstalledBots_foreignToken(app, askingApp)
                    : Messages.InstalledBots_foreignTokenOf(app, askingApp, workspace);
        }
    }

    /**
     * A token of a bot, and the answer of Slack about it.
     *
     * @param connection what to call Slack with as the bot
     * @param identity whose the token is, or that Slack does not take it
     * @param app the id of its app, the empty string where Slack does not tell it; null where it was not asked
     */
    private record KnownToken(
            SlackConnection connection,
            SlackResult<BotIdentity> identity,
            @CheckForNull String app) {
        boolean isGood() {
            return identity.success().isPresent();
        }

        boolean isDead() {
            return identity.isRefused(Refusal::permanent);
        }

        KnownToken withApp(@CheckForNull String newApp) {
            return new KnownToken(connection, identity, newApp);
        }
    }

    /** A bot with a token that Slack takes. */
    private record Found(ConfiguredBot bot, KnownToken token, BotIdentity identity) {}

    InstalledBots(
            Supplier<List<ConfiguredBot>> bots, ConfiguredBot.Connector connector, AppTie tie, SlackGateway gateway) {
        this.bots = bots;
        this.connector = connector;
        this.tie = tie;
        this.gateway = gateway;
    }

    /** Returns the one instance of this Jenkins. A call of Slack takes ten seconds at most. */
    public static InstalledBots shared() {
        return Shared.BOTS;
    }

    @Override
    public SlackResult<Optional<SlackConnection>> of(InstallationKey installation) {
        return look(installation)
                .map(found -> found.map(
                        each -> inWorkspaceOf(installation, each.token().connection())));
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
            Optional<Found> found = read(bot).success().flatMap(each -> each);
            // Whoever opens a form has no time for it.
            found.ifPresent(this::withApp);
            Optional<String> team = found.map(each -> each.identity().teamId()).filter(id -> !id.isEmpty());
            team.ifPresent(ids::add);
            Optional.ofNullable(bot.teamId()).ifPresent(ids::add);
            isComplete = isComplete && team.isPresent();
        }
        return isComplete ? ids : Set.of();
    }

    /** Has Slack asked again about tokens that it did not take. To be called when a person may have changed that. */
    public void forgetRefusals() {
        LruCache<ConfiguredBot, KnownToken> kept = new LruCache<>(MAX_BOTS);
        known.copy().forEach((bot, token) -> {
            if (token.isGood()) {
                kept.put(bot, "".equals(token.app()) ? token.withApp(null) : token);
            }
        });
        known = kept;
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

    /** Finds the first bot that belongs to the installation. One that Slack says is of another app is the last choice. */
    private SlackResult<Optional<Found>> look(InstallationKey installation) {
        @CheckForNull Found ofOtherApp = null;
        SlackResult<Optional<Found>> nobody = new SlackResult.Success<>(Optional.empty());
        for (ConfiguredBot bot : likelyFirst(installation)) {
            SlackResult<Optional<Found>> read = read(bot);
            nobody = read.success().isPresent() ? nobody : read;
            Optional<Found> found = read.success()
                    .flatMap(each -> each)
                    .filter(each -> isIn(installation, each.identity(), bot))
                    .map(each -> installation.appId() == null ? each : withApp(each));
            if (found.isPresent() && !isOfOtherApp(installation, found.get())) {
                installation.id().ifPresent(foreign::remove);
                return new SlackResult.Success<>(found);
            }
            ofOtherApp = ofOtherApp == null ? found.orElse(null) : ofOtherApp;
        }
        if (ofOtherApp == null) {
            return nobody;
        }
        noteForeign(installation, ofOtherApp);
        return new SlackResult.Success<>(Optional.of(ofOtherApp));
    }

    /** Returns the bots for which the app may speak, those first that most likely are of the installation, as each has to be read. */
    private List<ConfiguredBot> likelyFirst(InstallationKey installation) {
        String app = installation.app();
        Optional<String> own = app == null ? Optional.empty() : tie.workspaceOf(app);
        return reached(app).stream()
                .collect(Collectors.groupingBy(
                        bot -> place(
                                installation,
                                bot,
                                own.filter(name -> name.equals(bot.workspace())).isPresent()),
                        TreeMap::new,
                        Collectors.toList()))
                .values()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    /** The bot of the app itself first, then those that are known to be of the installation, and last those of others. */
    private int place(InstallationKey installation, ConfiguredBot bot, boolean isOfApp) {
        Optional<Boolean> isOfIt = known.get(bot)
                .flatMap(token -> token.identity().success())
                .map(identity -> isIn(installation, identity, bot));
        if (isOfIt.equals(Optional.of(false))) {
            return 3;
        }
        if (isOfApp) {
            return 0;
        }
        return isOfIt.isPresent() ? 1 : 2;
    }

    private void noteForeign(InstallationKey installation, Found found) {
        String asking = installation.appId();
        String name = installation.app();
        String app = found.token().app();
        if (asking != null && name != null && app != null) {
            ForeignToken token = new ForeignToken(found.bot(), app, asking, name);
            installation.id().ifPresent(id -> foreign.put(id, token));
        }
    }

    /**
     * Reads the token of a bot, and asks Slack whose it is where that is not known. Empty for a bot without a token, or with a dead one; no
     * success where that cannot be said now.
     */
    private SlackResult<Optional<Found>> read(ConfiguredBot bot) {
        try {
            KnownToken token = known(bot, connector.connect(bot));
            return token.isDead()
                    ? new SlackResult.Success<>(Optional.empty())
                    : token.identity().map(identity -> Optional.of(new Found(bot, token, identity)));
        } catch (TokenUnavailableException e) {
            return e.isTemporary()
                    ? new SlackResult.Unreachable<>(e.getMessage())
                    : new SlackResult.Success<>(Optional.empty());
        }
    }

    private KnownToken known(ConfiguredBot bot, SlackConnection connection) {
        LruCache<ConfiguredBot, KnownToken> answers = known;
        return answers.get(bot)
                .filter(token -> token.connection().equals(connection))
                .orElseGet(() -> {
                    KnownToken token = new KnownToken(connection, gateway.identify(connection), null);
                    if (token.isGood() || token.isDead()) {
                        answers.put(bot, token);
                    }
                    return token;
                });
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

    private static boolean isOfOtherApp(InstallationKey installation, Found found) {
        String asking = installation.appId();
        String app = found.token().app();
        return asking != null && app != null && !app.isEmpty() && !app.equals(asking);
    }

    /**
     * Asks Slack to which app a token belongs, unless that is known. Slack mostly leaves the app out where it says of which bot a token is.
     */
    private Found withApp(Found found) {
        KnownToken token = found.token();
        BotIdentity identity = found.identity();
        if (token.app() != null) {
            return found;
        }
        boolean isTold = !identity.appId().isEmpty() || identity.botId().isEmpty();
        String app = isTold
                ? identity.appId()
                : gateway.appOfBot(token.connection(), identity.botId())
                        .success()
                        .orElse("");
        KnownToken asked = token.withApp(app);
        known.put(found.bot(), asked);
        return new Found(found.bot(), asked, identity);
    }

    private static SlackConnection inWorkspaceOf(InstallationKey installation, SlackConnection connection) {
        return connection.teamId() != null && installation.teamId() != null
                ? new SlackConnection(connection.apiUrl(), connection.token(), installation.teamId())
                : connection;
    }
}
