package io.jenkins.plugins.slacknotify.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.config.ConfiguredBot;
import io.jenkins.plugins.slacknotify.engine.NotificationEngine;
import io.jenkins.plugins.slacknotify.engine.files.FileSpool;
import io.jenkins.plugins.slacknotify.engine.notification.BotKey;
import io.jenkins.plugins.slacknotify.engine.notification.BotScope;
import io.jenkins.plugins.slacknotify.engine.report.Problem;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.engine.spi.TokenUnavailableException;
import io.jenkins.plugins.slacknotify.inbound.origin.InstallationKey;
import io.jenkins.plugins.slacknotify.inbound.origin.ReplyTicket;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.inbound.origin.Requester;
import io.jenkins.plugins.slacknotify.inbound.origin.Transport;
import io.jenkins.plugins.slacknotify.inbound.request.InstallationChange;
import io.jenkins.plugins.slacknotify.interaction.installation.Installations.TokenCheck;
import io.jenkins.plugins.slacknotify.outbox.InMemoryOutboxStore;
import io.jenkins.plugins.slacknotify.outbox.ManualClock;
import io.jenkins.plugins.slacknotify.outbox.ManualThreads;
import io.jenkins.plugins.slacknotify.people.account.AccountDirectory;
import io.jenkins.plugins.slacknotify.people.directory.SlackDirectory;
import io.jenkins.plugins.slacknotify.slack.api.BotToken;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.gateway.SlackGateway;
import io.jenkins.plugins.slacknotify.slack.model.BotIdentity;
import io.jenkins.plugins.slacknotify.slack.refusal.Refusal;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BotWatchTest {
    private static final BotKey SYSTEM = new BotKey.OfSystem();
    private static final BotKey EU = new BotKey.OfWorkspace("eu");

    private final ManualClock clock = new ManualClock();
    private final Map<String, SlackResult<BotIdentity>> answers = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final SlackGateway slack = (SlackGateway) Proxy.newProxyInstance(
            SlackGateway.class.getClassLoader(), new Class<?>[] {SlackGateway.class}, (proxy, method, args) -> {
                String token = ((SlackConnection) args[0]).token().equals(BotToken.of("xoxb-1")) ? "system" : "eu";
                asked.add(method.getName() + " " + token);
                return answers.get(token);
            });
    private final NotificationEngine engine = NotificationEngine.builder()
            .settings(() -> EngineSettings.builder().build())
            .tokens((destination, build) -> BotToken.of("xoxb-1"))
            .gateway(slack)
            .store(new InMemoryOutboxStore())
            .spool(new FileSpool(Path.of("nowhere")))
            .accounts(nothing(AccountDirectory.class))
            .directory(nothing(SlackDirectory.class))
            .threads(new ManualThreads(clock))
            .clock(clock)
            .build();
    private ConfiguredBot.Connector systemToken = bot -> SlackConnection.toSlack(BotToken.of("xoxb-1"));
    private ConfiguredBot.Connector euToken = bot -> SlackConnection.toSlack(BotToken.of("xoxb-2"));
    private final BotWatch watch = new BotWatch(
            () -> List.of(new ConfiguredBot(null, null), new ConfiguredBot("eu", "T2")),
            bot -> (bot.workspace() == null ? systemToken : euToken).connect(bot),
            slack,
            engine::slackChanges,
            app -> app.equals("eu") ? BotScope.of("eu") : BotScope.allBut(Set.of("eu")));

    @Test
    void shouldStopOnlyTheBotWhoseTokenIsDead() {
        answer("system", works());
        answer("eu", refused("account_inactive"));

        assertThat(watch.checkTokens()).isEqualTo(TokenCheck.SOME_DEAD);
        assertThat(engine.slackChanges().isSuspended(SYSTEM)).isFalse();
        assertThat(engine.slackChanges().isSuspended(EU)).isTrue();
        assertThat(problems())
                .singleElement()
                .asString()
                .contains("uninstalled from the workspace \"eu\"", "Fix it.", "(account_inactive)");
    }

    @Test
    void shouldLetABotSendAgainWhoseTokenWorks() {
        answer("system", refused("token_revoked"));
        answer("eu", works());
        watch.checkTokens();
        answer("system", works());

        watch.checkStopped(false);
        assertThat(engine.slackChanges().hasSuspended()).isFalse();

        asked.clear();
        watch.checkStopped(true);
        assertThat(asked).as("nothing is stopped, so Slack is not asked").isEmpty();
    }

    @Test
    void shouldStopNothingForALateReportOfAnEarlierInstallation() {
        answer("system", works());
        answer("eu", works());

        assertThat(watch.checkTokens()).isEqualTo(TokenCheck.ALL_WORK);
        assertThat(problems()).isEmpty();
    }

    @Test
    void shouldSayThatItDoesNotKnowWhereSlackDoesNotAnswer() {
        answer("system", new SlackResult.Unreachable<>("no network"));
        answer("eu", refused("account_inactive"));

        assertThat(watch.checkTokens()).isEqualTo(TokenCheck.UNKNOWN);
        assertThat(engine.slackChanges().isSuspended(SYSTEM)).isFalse();
        assertThat(engine.slackChanges().isSuspended(EU)).isTrue();
    }

    @Test
    void shouldLeaveABotWithoutATokenToTheEngine() {
        answer("system", works());
        answer("eu", refused("account_inactive"));
        watch.checkTokens();
        euToken = bot -> {
            throw new TokenUnavailableException("There is no credential");
        };

        assertThat(watch.checkTokens()).isEqualTo(TokenCheck.ALL_WORK);
        assertThat(engine.slackChanges().hasSuspended()).isFalse();
    }

    @Test
    void shouldKeepAVaultThatIsAwayFromOneBotFromTheOthers() {
        answer("system", refused("account_inactive"));
        answer("eu", refused("account_inactive"));
        watch.checkTokens();
        answer("eu", works());
        systemToken = bot -> {
            throw TokenUnavailableException.notNow(new IllegalStateException("The vault is away"));
        };

        watch.checkStopped(false);
        assertThat(engine.slackChanges().isSuspended(EU)).isFalse();
        assertThat(engine.slackChanges().isSuspended(SYSTEM)).isTrue();
        assertThat(watch.checkTokens()).isEqualTo(TokenCheck.UNKNOWN);
    }

    @Test
    void shouldStopABotWithoutAccessUntilItHasItAgainOrSomebodyHasDoneSomething() {
        answer("system", works());
        answer("eu", works());
        watch.accessRevoked(new InstallationChange.AccessRevoked(origin(), List.of("T2", "T9")));
        assertThat(problems()).singleElement().asString().contains("has removed the app", "T2");

        watch.checkStopped(false);
        watch.checkTokens();
        assertThat(engine.slackChanges().isSuspended(EU)).isTrue();
        watch.accessGranted(new InstallationChange.AccessGranted(origin(), List.of("T2")));
        assertThat(engine.slackChanges().hasSuspended()).isFalse();

        watch.accessRevoked(new InstallationChange.AccessRevoked(origin(), List.of("T2")));
        watch.checkStopped(true);
        assertThat(engine.slackChanges().hasSuspended()).isFalse();
    }

    /** A workspace may have been deleted, or have another name. Nobody would ever let its bot send again. */
    @Test
    void shouldLetGoOfAStoppedBotThatNobodyHasConfiguredAnyMore() {
        answer("system", works());
        answer("eu", refused("account_inactive"));
        watch.checkTokens();
        engine.slackChanges().suspend(new BotKey.OfWorkspace("europe"), "Revoked. (token_revoked)");

        watch.checkStopped(true);

        assertThat(engine.slackChanges().isSuspended(EU)).isTrue();
        assertThat(problems()).singleElement().asString().contains("the workspace \"eu\"");
    }

    private void answer(String token, SlackResult<BotIdentity> result) {
        answers.put(token, result);
    }

    private List<String> problems() {
        return engine.deliveries().problems().stream().map(Problem::description).toList();
    }

    private static SlackResult<BotIdentity> works() {
        return new SlackResult.Success<>(new BotIdentity("acme", "T1", "jenkins", "U1", "B1", "A1", Set.of(), false));
    }

    private static SlackResult<BotIdentity> refused(String error) {
        return new SlackResult.Refused<>(new Refusal(error, "Fix it."));
    }

    private static RequestOrigin origin() {
        return new RequestOrigin(
                "id",
                new InstallationKey("A1", "T2", "E1", true),
                Requester.NOBODY,
                null,
                ReplyTicket.NONE,
                Transport.HTTP,
                Instant.EPOCH);
    }

    private static <T> T nothing(Class<T> port) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, args) -> {
            throw new UnsupportedOperationException(method.getName());
        }));
    }
}
