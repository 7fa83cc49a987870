package io.jenkins.plugins.slacknotify.acceptance.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.slacknotify.acceptance.pages.Alerts;
import io.jenkins.plugins.slacknotify.sandbox.delivery.Exchange;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A Jenkins that Slack cannot reach listens through a socket of its own. The tests after which the app has another token come last.
 */
@Tag("acceptance")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Order(21)
@ExtendWith(InboundBeds.class)
class BehindFirewallTest {
    private static final String LEFT_OVER = "no longer knows what this was for";

    private static InboundBed bed;

    @BeforeAll
    static void start() {
        bed = InboundBed.start(true);
        awaitConnected();
    }

    @AfterAll
    static void stop() {
        if (bed != null) {
            bed.close();
        }
    }

    @AfterEach
    void slackIsWell() {
        bed.sandbox().faults().clear();
    }

    private static void awaitConnected() {
        assertThat(bed.app().socket().awaitOpen(1, InboundBed.TIMEOUT)).isTrue();
        await("a connection")
                .atMost(InboundBed.TIMEOUT)
                .until(() -> bed.status("it.sockets().values()*.state()*.name().join(',')")
                        .equals("CONNECTED"));
    }

    private static Exchange press() {
        return bed.ada().press(bed.postButton(InboundBed.UNKNOWN_BUTTON), InboundBed.UNKNOWN_BUTTON);
    }

    private static void assertThatItIsAnswered(Exchange pressed) {
        assertThat(pressed.awaitEphemerals(1, InboundBed.TIMEOUT))
                .singleElement()
                .satisfies(answer -> assertThat(answer.text()).contains(LEFT_OVER));
    }

    @Test
    void shouldTakeRequestsThroughTheSocket() {
        var pressed = press();

        assertThat(pressed.isAcknowledged()).as(pressed.toString()).isTrue();
        assertThatItIsAnswered(pressed);
    }

    @Test
    void shouldNeedTwoThreadsWhileNothingComesAndNoneWhileItIsOff() {
        assertThatItIsAnswered(press());
        await("idle threads")
                .atMost(InboundBed.TIMEOUT)
                .untilAsserted(() ->
                        assertThat(bed.threads()).singleElement().asString().startsWith("slack-notify-socket"));

        bed.switchOn(false);
        try {
            assertThat(bed.app().socket().awaitOpen(0, InboundBed.TIMEOUT)).isTrue();
            await("no thread")
                    .atMost(InboundBed.TIMEOUT)
                    .untilAsserted(() -> assertThat(bed.threads()).isEmpty());
        } finally {
            bed.switchOn(true);
        }
        awaitConnected();
        assertThatItIsAnswered(press());
    }

    @Test
    void shouldKeepTheConnectionWhenSomethingElseIsSaved() {
        var before = bed.app().socket().connections().size();
        bed.admin().script("io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration.get().botName = 'Other'");
        bed.admin().script("io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration.get().botName = ''");

        assertThatItIsAnswered(press());
        assertThat(bed.app().socket().connections()).hasSize(before);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void shouldStopTheBotAtOnceWhenItsAppIsUninstalled() {
        var events = bed.sandbox().events(bed.app(), bed.workspace());
        bed.jobs().createPipeline("fails", "error 'no'");

        assertThat(events.uninstall()).allMatch(Exchange::isAcknowledged);
        Alerts.await(bed.admin(), "was uninstalled from the workspace of the system channel", "(account_inactive)");
        int calls = bed.sandbox().calls().size();
        bed.jobs().build("fails");
        Alerts.await(bed.admin(), "one message waits");
        assertThat(bed.sandbox().calls().stream().skip(calls))
                .noneMatch(call -> call.method().equals("chat.postMessage"));

        bed.installAgain();

        await("the message that waited")
                .atMost(InboundBed.TIMEOUT)
                .until(() -> bed.workspace().messagesIn("system").stream()
                        .anyMatch(message -> message.text().contains("fails #1")));
        awaitNoAlert("was uninstalled");
    }

    @Test
    @Order(Integer.MAX_VALUE - 1)
    void shouldAlertUntilItHasAnotherTokenWhenItsTokensAreRevoked() {
        assertThat(bed.sandbox()
                        .events(bed.app(), bed.workspace())
                        .revokeTokens()
                        .isAcknowledged())
                .isTrue();
        Alerts.await(bed.admin(), "its bot token was revoked");

        bed.installAgain();

        awaitNoAlert("its bot token was revoked");
    }

    private static void awaitNoAlert(String words) {
        await("no alert")
                .atMost(InboundBed.TIMEOUT)
                .until(() -> !bed.admin().get("manage/").body().contains(words));
    }

    @Test
    void shouldKnowAtOnceWhatBecomesOfAChannel() {
        var events = bed.sandbox().events(bed.app(), bed.workspace());
        bed.workspace().channel("releases").invite("jenkins");
        bed.jobs()
                .createPipeline(
                        "release", "slackNotify message: \"release ${currentBuild.number}\", channel: 'releases'");
        bed.jobs().build("release");
        await("a message").atMost(InboundBed.TIMEOUT).until(() -> told("releases", "release 1"));

        assertThat(events.renameChannel("releases", "shipped").isAcknowledged()).isTrue();
        bed.jobs().build("release");
        await("a message under the new name").atMost(InboundBed.TIMEOUT).until(() -> told("shipped", "release 2"));

        events.archiveChannel("shipped");
        Alerts.await(bed.admin(), "is archived");
        bed.jobs().build("release");
        events.unarchiveChannel("shipped");
        await("what waited").atMost(InboundBed.TIMEOUT).until(() -> told("shipped", "release 3"));
        awaitNoAlert("is archived");
    }

    private static boolean told(String channel, String words) {
        return bed.workspace().messagesIn(channel).stream()
                .anyMatch(message -> message.text().contains(words));
    }

    @Test
    void shouldConnectAnewWhenSlackCutsTheSocket() {
        var sessions = Long.parseLong(bed.status("it.sockets().values().first().sessions()"));
        bed.app().socket().openConnections().forEach(connection -> connection.cut());

        await("another session")
                .atMost(Duration.ofMinutes(1))
                .until(() -> Long.parseLong(bed.status("it.sockets().values().first().sessions()")) > sessions);
        awaitConnected();
        assertThatItIsAnswered(press());
    }

    @Test
    void shouldNameTheReasonWhySlackEndsTheConnection() {
        bed.app().socket().openConnections().forEach(connection -> connection.disconnect("link_disabled"));

        await("the end")
                .atMost(InboundBed.TIMEOUT)
                .until(() -> bed.status("it.sockets().values().first().problem()?.error()"), "link_disabled"::equals);
        bed.admin().script("io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration.get().save()");
        awaitConnected();
        assertThatItIsAnswered(press());
    }
}
