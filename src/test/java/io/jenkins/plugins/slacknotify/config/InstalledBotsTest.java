package io.jenkins.plugins.slacknotify.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.engine.notification.BotScope;
import io.jenkins.plugins.slacknotify.engine.spi.TokenUnavailableException;
import io.jenkins.plugins.slacknotify.inbound.origin.InstallationKey;
import io.jenkins.plugins.slacknotify.slack.api.BotToken;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.gateway.SlackGateway;
import io.jenkins.plugins.slacknotify.slack.model.BotIdentity;
import io.jenkins.plugins.slacknotify.slack.refusal.Refusal;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InstalledBotsTest {
    private static final ConfiguredBot SYSTEM = new ConfiguredBot(null, null);
    private static final ConfiguredBot EU = new ConfiguredBot("eu", null);
    private static final ConfiguredBot GRID = new ConfiguredBot("grid", "T8");

    private final Map<BotToken, SlackResult<BotIdentity>> identities = new HashMap<>();
    private final Map<BotToken, String> apps = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final SlackGateway slack = (SlackGateway) Proxy.newProxyInstance(
            SlackGateway.class.getClassLoader(), new Class<?>[] {SlackGateway.class}, (proxy, method, args) -> {
                asked.add(method.getName());
                if (method.getName().equals("appOfBot")) {
                    String app = apps.get(((SlackConnection) args[0]).token());
                    return app == null ? new SlackResult.Unreachable<>("no network") : new SlackResult.Success<>(app);
                }
                return identities.get(((SlackConnection) args[0]).token());
            });
    private final Map<String, BotScope> scopes = new HashMap<>();
    private Optional<String> own = Optional.empty();

    private final InstalledBots.AppTie tie = new InstalledBots.AppTie() {
        @Override
        public BotScope botsOf(String app) {
            return scopes.getOrDefault(app, BotScope.NONE);
        }

        @Override
        public Optional<String> workspaceOf(String app) {
            return own;
        }
    };

    private final InstalledBots bots =
            new InstalledBots(() -> List.of(SYSTEM, EU, GRID), InstalledBotsTest::connect, tie, slack);

    InstalledBotsTest() {
        scopes.put("all", BotScope.ALL);
        scopes.put("eu app", BotScope.of("eu"));
        scopes.put("main", BotScope.allBut(Set.of("eu")));
        identities.put(token(SYSTEM), of("T1", false));
        identities.put(token(EU), of("T2", false));
        identities.put(token(GRID), of("E9", true));
    }

    @Test
    void shouldFindTheBotOfTheWorkspaceAndAskSlackOnceForEachToken() {
        assertThat(find("T2", null)).contains(token(EU));
        assertThat(find("T1", null)).contains(token(SYSTEM));
        assertThat(find("T2", null)).contains(token(EU));
        assertThat(find("T7", null)).isEmpty();
        assertThat(asked).hasSize(3);
    }

    @Test
    void shouldFindTheBotOfAnOrganisationForEachOfItsWorkspaces() {
        SlackConnection connection = bots.of(new InstallationKey("all", "A1", "T3", "E9", true))
                .success()
                .orElseThrow()
                .orElseThrow();

        assertThat(connection.token()).isEqualTo(token(GRID));
        assertThat(connection.teamId()).isEqualTo("T3");
        assertThat(find("T8", null)).contains(token(GRID));
    }

    @Test
    void shouldPassOverADeadTokenAndSayThatItDoesNotKnowWhereSlackDoesNotAnswer() {
        identities.put(token(SYSTEM), new SlackResult.Refused<>(new Refusal("account_inactive", "Fix it.")));
        assertThat(find("T2", null)).contains(token(EU));
        assertThat(find("T1", null)).isEmpty();

        bots.forgetRefusals();
        identities.put(token(SYSTEM), new SlackResult.Unreachable<>("no network"));
        assertThat(find("T2", null)).contains(token(EU));
        assertThat(bots.of(new InstallationKey("all", "A1", "T1", null, false)))
                .isInstanceOf(SlackResult.Unreachable.class);
    }

    @Test
    void shouldPassOverABotWithoutAToken() {
        InstalledBots withoutSystem = without(SYSTEM);

        assertThat(withoutSystem
                        .of(new InstallationKey("all", "A1", "T1", null, false))
                        .success())
                .contains(Optional.empty());
    }

    @Test
    void shouldPreferTheBotOfTheAppThatHasAsked() {
        identities.put(token(EU), of("T1", false, ""));
        identities.put(token(SYSTEM), of("T1", false, ""));

        assertThat(find("T1", null)).contains(token(SYSTEM));
        own = Optional.of("eu");
        assertThat(find("T1", null)).contains(token(EU));
        assertThat(bots.configured(new InstallationKey("all", "A1", "T1", null, false)))
                .contains(EU);
        own = Optional.empty();
        assertThat(find("T1", null)).contains(token(SYSTEM));
    }

    @Test
    void shouldTakeTheBotOfAnotherAppOnlyWhereThereIsNoOther() {
        identities.put(token(SYSTEM), of("T1", false, "A9"));
        assertThat(find("T1", null)).contains(token(SYSTEM));

        identities.put(token(EU), of("T1", false, "A1"));
        var anew = new InstalledBots(() -> List.of(SYSTEM, EU), InstalledBotsTest::connect, tie, slack);
        assertThat(anew.configured(new InstallationKey("all", "A1", "T1", null, false)))
                .contains(EU);
    }

    /** Slack mostly leaves the app out where it says whose a token is, and tells it of the bot. */
    @Test
    void shouldAskOnceOfWhichAppATokenIsAndTellOfTheForeignOne() {
        identities.put(token(SYSTEM), of("T1", false, ""));
        apps.put(token(SYSTEM), "A9");
        bots.installations("all");
        asked.clear();

        assertThat(find("T1", null)).as("it can write").contains(token(SYSTEM));
        assertThat(asked).as("while somebody waits for a form").isEmpty();
        assertThat(bots.foreignTokens()).containsExactly(new InstalledBots.ForeignToken(SYSTEM, "A9", "A1", "all"));

        scopes.put("all", BotScope.NONE);
        assertThat(bots.foreignTokens()).as("of an app that is gone").isEmpty();
    }

    @Test
    void shouldForgetTheForeignTokenWhenTheAppHasItsOwn() {
        identities.put(token(SYSTEM), of("T1", false, ""));
        apps.put(token(SYSTEM), "A9");
        identities.put(token(EU), of("T1", false, ""));
        apps.put(token(EU), "A1");
        List<ConfiguredBot> configured = new ArrayList<>(List.of(SYSTEM));
        var some = new InstalledBots(() -> configured, InstalledBotsTest::connect, tie, slack);
        InstallationKey asking = new InstallationKey("all", "A1", "T1", null, false);
        assertThat(some.configured(asking)).contains(SYSTEM);
        assertThat(some.foreignTokens()).hasSize(1);

        configured.add(EU);
        assertThat(some.configured(asking)).contains(EU);
        assertThat(some.foreignTokens()).isEmpty();
    }

    @Test
    void shouldBelieveATokenOfWhichSlackDoesNotTellTheApp() {
        identities.put(token(SYSTEM), of("T1", false, ""));

        assertThat(find("T1", null)).contains(token(SYSTEM));
        find("T1", null);
        assertThat(asked).filteredOn("appOfBot"::equals).hasSize(1);
        assertThat(bots.foreignTokens()).isEmpty();
    }

    /** One app may be installed in several workspaces, though it is configured for one. */
    @Test
    void shouldFindTheBotOfTheWorkspaceWhateverTheAppIsTiedTo() {
        own = Optional.of("eu");

        assertThat(find("T1", null)).contains(token(SYSTEM));
        assertThat(find("T9", null)).isEmpty();
    }

    /** The people of a workspace know the secret of their own app, and can say with it that they are of any other. */
    @Test
    void shouldGiveARequestNoBotForWhichItsAppMayNotSpeak() {
        assertThat(bots.of(new InstallationKey("eu app", "A2", "T2", null, false))
                        .success()
                        .orElseThrow())
                .isPresent();
        assertThat(bots.of(new InstallationKey("main", "A1", "T1", null, false))
                        .success()
                        .orElseThrow())
                .isPresent();

        for (String claimed : List.of("A1", "A2")) {
            for (InstallationKey made : List.of(
                    new InstallationKey("eu app", claimed, "T1", null, false),
                    new InstallationKey("eu app", null, "T1", null, false),
                    new InstallationKey("eu app", claimed, "T1", "T2", false),
                    new InstallationKey("eu app", claimed, "T2", "T1", true),
                    new InstallationKey("eu app", claimed, "T3", "E9", true),
                    new InstallationKey("eu app", claimed, "T8", null, false),
                    new InstallationKey("main", claimed, "T2", null, false),
                    new InstallationKey("gone", claimed, "T1", null, false))) {
                assertThat(bots.of(made).success()).as(made.toString()).contains(Optional.empty());
                assertThat(bots.configured(made)).isEmpty();
            }
        }
        assertThat(bots.installations("eu app")).containsExactly("T2");
        assertThat(bots.installations("main")).containsExactlyInAnyOrder("T1", "E9", "T8");
        assertThat(bots.installations("gone")).isEmpty();
    }

    /** A workspace of an organisation that another app is in can be claimed by its organisation. */
    @Test
    void shouldNotTakeAWorkspaceForThatOfATokenBecauseOfAnOrganisationThatTheRequestNames() {
        assertThat(bots.configured(new InstallationKey("all", "A1", "T1", "E9", false)))
                .contains(SYSTEM);
        assertThat(bots.configured(new InstallationKey("all", "A1", "T7", "E9", false)))
                .as("the app is not installed for the organisation, by this request")
                .isEmpty();
    }

    @Test
    void shouldAskNobodyWhoIsNotNeededWhileSomebodyWaits() {
        identities.put(token(SYSTEM), new SlackResult.Unreachable<>("no network"));
        find("T2", null);
        asked.clear();

        assertThat(find("T2", null)).contains(token(EU));
        assertThat(asked).isEmpty();
    }

    @Test
    void shouldAskADeadTokenOnceUntilSomebodyMayHaveChangedThat() {
        identities.put(token(SYSTEM), refused());

        assertThat(find("T1", null)).isEmpty();
        assertThat(find("T1", null)).isEmpty();
        assertThat(asked).hasSize(3);

        identities.put(token(SYSTEM), of("T1", false));
        bots.forgetRefusals();
        assertThat(find("T1", null)).contains(token(SYSTEM));
        assertThat(asked).hasSize(4);
    }

    @Test
    void shouldSayWhereItIsInstalledOnceThatIsKnownOfEachToken() {
        identities.put(token(SYSTEM), refused());
        assertThat(bots.installations("all"))
                .as("one of them may be of any workspace")
                .isEmpty();

        bots.forgetRefusals();
        identities.put(token(SYSTEM), of("T1", false));
        assertThat(bots.installations("all")).containsExactlyInAnyOrder("T1", "T2", "E9", "T8");

        identities.put(token(SYSTEM), refused());
        asked.clear();
        assertThat(bots.installations("all"))
                .as("a token never changes its workspace")
                .contains("T1");
        assertThat(asked).isEmpty();
    }

    @Test
    void shouldNotSayWhereItIsInstalledWhereATokenIsMissing() {
        assertThat(without(EU).installations("all")).isEmpty();
    }

    /** Credentials may come from a server, and who opens a form has three seconds. */
    @Test
    void shouldReadNoTokenButThatOfTheBotThatIsKnownToBeOfTheWorkspace() {
        List<ConfiguredBot> read = new ArrayList<>();
        var some = new InstalledBots(
                () -> List.of(SYSTEM, EU, GRID),
                bot -> {
                    read.add(bot);
                    return connect(bot);
                },
                tie,
                slack);
        InstallationKey asking = new InstallationKey("all", "A1", "T2", null, false);
        some.installations("all");
        read.clear();

        assertThat(some.configured(asking)).contains(EU);
        assertThat(read).containsExactly(EU);
        own = Optional.of("grid");
        assertThat(some.configured(asking)).contains(EU);
        assertThat(read).as("the bot of the app is of another one").containsExactly(EU, EU);
    }

    @Test
    void shouldNotBelieveOfATokenWhatWasSoOfTheOneBefore() {
        Map<ConfiguredBot, BotToken> tokens = new HashMap<>(Map.of(SYSTEM, token(SYSTEM), EU, token(EU)));
        var some = new InstalledBots(
                () -> List.of(SYSTEM, EU),
                bot -> new SlackConnection(connect(bot).apiUrl(), tokens.get(bot), null),
                tie,
                slack);
        InstallationKey asking = new InstallationKey("all", "A1", "T2", null, false);
        assertThat(some.configured(asking)).contains(EU);

        tokens.put(EU, token(GRID));
        assertThat(some.of(asking).success()).contains(Optional.empty());
        tokens.put(SYSTEM, token(EU));
        assertThat(some.configured(asking)).contains(SYSTEM);
    }

    @Test
    void shouldKeepAVaultThatIsAwayFromOneBotFromTheOthers() {
        var vaultIsAway = new InstalledBots(
                () -> List.of(SYSTEM, EU),
                bot -> {
                    if (bot.equals(SYSTEM)) {
                        throw TokenUnavailableException.notNow(new IllegalStateException("The vault is away"));
                    }
                    return connect(bot);
                },
                tie,
                slack);

        assertThat(vaultIsAway.configured(new InstallationKey("all", "A1", "T2", null, false)))
                .contains(EU);
        assertThat(vaultIsAway.of(new InstallationKey("all", "A1", "T1", null, false)))
                .as("the bot of the system may be of it")
                .isInstanceOf(SlackResult.Unreachable.class);
        assertThat(vaultIsAway.installations("all")).isEmpty();
    }

    /** The system's bot and that of the workspace eu, one of which has no token. */
    private InstalledBots without(ConfiguredBot missing) {
        return new InstalledBots(
                () -> List.of(SYSTEM, EU),
                bot -> {
                    if (bot.equals(missing)) {
                        throw new TokenUnavailableException("There is no credential");
                    }
                    return connect(bot);
                },
                tie,
                slack);
    }

    private static SlackResult<BotIdentity> refused() {
        return new SlackResult.Refused<>(new Refusal("account_inactive", "Fix it."));
    }

    private Optional<BotToken> find(String teamId, String enterpriseId) {
        return bots.of(new InstallationKey("all", "A1", teamId, enterpriseId, false))
                .success()
                .orElseThrow()
                .map(SlackConnection::token);
    }

    private static SlackConnection connect(ConfiguredBot bot) {
        return new SlackConnection(SlackConnection.toSlack(token(bot)).apiUrl(), token(bot), bot.teamId());
    }

    private static BotToken token(ConfiguredBot bot) {
        return BotToken.of("xoxb-" + (bot.workspace() == null ? "system" : bot.workspace()));
    }

    private static SlackResult<BotIdentity> of(String teamId, boolean orgWide) {
        return of(teamId, orgWide, "A1");
    }

    private static SlackResult<BotIdentity> of(String teamId, boolean orgWide, String appId) {
        return new SlackResult.Success<>(
                new BotIdentity("acme", teamId, "jenkins", "U1", "B1", appId, Set.of(), orgWide));
    }
}
