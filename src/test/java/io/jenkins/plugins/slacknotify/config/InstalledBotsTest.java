package io.jenkins.plugins.slacknotify.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.engine.spi.TokenUnavailableException;
import io.jenkins.plugins.slacknotify.inbound.origin.InstallationKey;
import io.jenkins.plugins.slacknotify.slack.BotIdentity;
import io.jenkins.plugins.slacknotify.slack.BotToken;
import io.jenkins.plugins.slacknotify.slack.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.SlackGateway;
import io.jenkins.plugins.slacknotify.slack.SlackResult;
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
    private final List<String> asked = new ArrayList<>();
    private final SlackGateway slack = (SlackGateway) Proxy.newProxyInstance(
            SlackGateway.class.getClassLoader(), new Class<?>[] {SlackGateway.class}, (proxy, method, args) -> {
                asked.add(method.getName());
                return identities.get(((SlackConnection) args[0]).token());
            });
    private List<Optional<String>> tied = List.of();
    private final InstalledBots bots =
            new InstalledBots(() -> List.of(SYSTEM, EU, GRID), InstalledBotsTest::connect, appId -> tied, slack);

    InstalledBotsTest() {
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
        SlackConnection connection = bots.of(new InstallationKey("A1", "T3", "E9", true))
                .success()
                .orElseThrow()
                .orElseThrow();

        assertThat(connection.token()).isEqualTo(token(GRID));
        assertThat(connection.teamId()).isEqualTo("T3");
        assertThat(find("T8", null)).contains(token(GRID));
    }

    @Test
    void shouldPassOverADeadTokenAndSayThatItDoesNotKnowWhereSlackDoesNotAnswer() {
        identities.put(
                token(SYSTEM), new SlackResult.Refused<>(new Refusal("account_inactive", "Fix it.", null, null)));
        assertThat(find("T2", null)).contains(token(EU));
        assertThat(find("T1", null)).isEmpty();

        bots.forgetRefusals();
        identities.put(token(SYSTEM), new SlackResult.Unreachable<>("no network"));
        assertThat(find("T2", null)).contains(token(EU));
        assertThat(bots.of(new InstallationKey("A1", "T1", null, false))).isInstanceOf(SlackResult.Unreachable.class);
    }

    @Test
    void shouldPassOverABotWithoutAToken() {
        InstalledBots withoutSystem = without(SYSTEM);

        assertThat(withoutSystem
                        .of(new InstallationKey("A1", "T1", null, false))
                        .success())
                .contains(Optional.empty());
    }

    @Test
    void shouldPreferTheBotOfTheAppThatHasAsked() {
        identities.put(token(EU), of("T1", false, ""));
        identities.put(token(SYSTEM), of("T1", false, ""));

        assertThat(find("T1", null)).contains(token(SYSTEM));
        tied = List.of(Optional.of("eu"));
        assertThat(find("T1", null)).contains(token(EU));
        assertThat(bots.configured(new InstallationKey("A1", "T1", null, false)))
                .contains(EU);
        tied = List.of(Optional.empty());
        assertThat(find("T1", null)).contains(token(SYSTEM));
    }

    @Test
    void shouldTakeTheBotOfAnotherAppOnlyWhereThereIsNoOther() {
        identities.put(token(SYSTEM), of("T1", false, "A9"));
        assertThat(find("T1", null)).contains(token(SYSTEM));

        identities.put(token(EU), of("T1", false, "A1"));
        var anew = new InstalledBots(() -> List.of(SYSTEM, EU), InstalledBotsTest::connect, appId -> tied, slack);
        assertThat(anew.configured(new InstallationKey("A1", "T1", null, false)))
                .contains(EU);
    }

    /** One app may be installed in several workspaces, though it is configured for one. */
    @Test
    void shouldFindTheBotOfTheWorkspaceWhateverTheAppIsTiedTo() {
        tied = List.of(Optional.of("eu"));

        assertThat(find("T1", null)).contains(token(SYSTEM));
        assertThat(find("T9", null)).isEmpty();
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
        assertThat(bots.installations())
                .as("one of them may be of any workspace")
                .isEmpty();

        bots.forgetRefusals();
        identities.put(token(SYSTEM), of("T1", false));
        assertThat(bots.installations()).containsExactlyInAnyOrder("T1", "T2", "E9", "T8");

        identities.put(token(SYSTEM), refused());
        asked.clear();
        assertThat(bots.installations())
                .as("a token never changes its workspace")
                .contains("T1");
        assertThat(asked).isEmpty();
    }

    @Test
    void shouldNotSayWhereItIsInstalledWhereATokenIsMissing() {
        assertThat(without(EU).installations()).isEmpty();
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
                appId -> tied,
                slack);
    }

    private static SlackResult<BotIdentity> refused() {
        return new SlackResult.Refused<>(new Refusal("account_inactive", "Fix it.", null, null));
    }

    private Optional<BotToken> find(String teamId, String enterpriseId) {
        return bots.of(new InstallationKey("A1", teamId, enterpriseId, false))
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
                new BotIdentity("acme", "", teamId, "jenkins", "U1", "B1", appId, Set.of(), orgWide));
    }
}
