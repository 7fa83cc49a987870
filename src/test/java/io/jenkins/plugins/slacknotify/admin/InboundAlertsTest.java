package io.jenkins.plugins.slacknotify.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.inbound.origin.Transport;
import io.jenkins.plugins.slacknotify.inbound.request.RequestKind;
import io.jenkins.plugins.slacknotify.inbound.socket.SocketProblem;
import io.jenkins.plugins.slacknotify.inbound.socket.SocketStatus;
import io.jenkins.plugins.slacknotify.inbound.status.InboundStatus;
import io.jenkins.plugins.slacknotify.inbound.status.RefusalReason;
import io.jenkins.plugins.slacknotify.lifecycle.InboundReport;
import io.jenkins.plugins.slacknotify.outbox.StoreCondition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class InboundAlertsTest {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    @Test
    void shouldBeSilentWhileAllIsWell() {
        assertThat(alerts(report(received(5), null, connected(null)))).isEmpty();
        assertThat(alerts(report(null, null, Map.of()))).isEmpty();
    }

    @Test
    void shouldSayWhatIsWrongWithCredentialsAlsoWhileEverythingIsOff() {
        var off = new InboundReport(
                false, requests(null, null), Map.of(), 0, StoreCondition.GOOD, List.of("SLACK_SECRET_FILE is empty"));

        assertThat(alerts(off)).containsExactly("SLACK_SECRET_FILE is empty");
    }

    @ParameterizedTest
    @CsvSource({"ENDED, 0, true", "SHARED, 0, true", "DISCONNECTED, 1, false", "DISCONNECTED, 3, true"})
    void shouldNameTheAppWhoseSocketHasAProblemThatLasts(SocketProblem.Kind kind, long minutes, boolean alarming) {
        var problem = new SocketProblem(kind, "link_disabled", "Switch it on again.", ago(minutes));

        assertThat(alerts(report(null, null, connected(problem))))
                .isEqualTo(alarming ? List.of("Slack app \"main\": Switch it on again.") : List.of());
    }

    @Test
    void shouldNameAClockThatIsOffUntilAGenuineRequestArrives() {
        var refused = refused(RefusalReason.CLOCK, 10);

        assertThat(alerts(report(null, refused, Map.of())))
                .singleElement()
                .asString()
                .endsWith("the detail");
        assertThat(alerts(report(received(20), refused, Map.of()))).hasSize(1);
        assertThat(alerts(report(received(5), refused, Map.of()))).isEmpty();
    }

    @Test
    void shouldForgetARefusalAfterAnHour() {
        assertThat(alerts(report(null, refused(RefusalReason.SIGNATURE, 59), Map.of())))
                .hasSize(1);
        assertThat(alerts(report(null, refused(RefusalReason.SIGNATURE, 61), Map.of())))
                .isEmpty();
    }

    /** Anybody on the Internet, or any member of the workspace, can cause these. */
    @ParameterizedTest
    @EnumSource(
            names = {"METHOD", "OFF", "UNSIGNED", "REPLAY", "TOO_LARGE", "OUTSIDER", "ABILITY_OFF", "TOO_MANY", "BUSY"})
    void shouldNotBotherAdministratorsWithWhatTheyCannotMend(RefusalReason reason) {
        assertThat(alerts(report(null, refused(reason, 1), Map.of()))).isEmpty();
    }

    @Test
    void shouldSayWhatIsWrongWithTheDisk() {
        assertThat(alerts(stored(new StoreCondition(1, 0, true, 0, null))))
                .singleElement()
                .asString()
                .contains("Another process");
        assertThat(alerts(stored(new StoreCondition(1, 0, false, 0, null))))
                .singleElement()
                .asString()
                .contains("cannot be read");
        assertThat(alerts(stored(new StoreCondition(0, 2, false, 0, null))))
                .singleElement()
                .asString()
                .contains("newer version");
        assertThat(alerts(stored(new StoreCondition(0, 0, false, 1, "old-host"))))
                .singleElement()
                .asString()
                .contains("old-host", "one request of Slack waits in it");
        assertThat(alerts(stored(new StoreCondition(0, 0, false, 3, "old-host"))))
                .singleElement()
                .asString()
                .contains("3 requests of Slack wait in it");
    }

    private static List<String> alerts(InboundReport report) {
        return InboundAlerts.of(report, NOW);
    }

    private static Instant ago(long minutes) {
        return NOW.minus(Duration.ofMinutes(minutes));
    }

    private static InboundStatus.Received received(long minutes) {
        return new InboundStatus.Received(ago(minutes), Transport.HTTP, RequestKind.SLASH_COMMAND);
    }

    private static InboundStatus.Refused refused(RefusalReason reason, long minutes) {
        return new InboundStatus.Refused(ago(minutes), reason, "the detail");
    }

    private static InboundReport report(
            InboundStatus.Received received, InboundStatus.Refused refused, Map<String, SocketStatus> sockets) {
        return new InboundReport(true, requests(received, refused), sockets, 0, StoreCondition.GOOD, List.of());
    }

    private static InboundReport stored(StoreCondition condition) {
        return new InboundReport(true, requests(null, null), Map.of(), 0, condition, List.of());
    }

    private static InboundStatus requests(InboundStatus.Received received, InboundStatus.Refused refused) {
        return new InboundStatus(received, refused, 0, Map.of(), Map.of(), Map.of(), 0);
    }

    private static Map<String, SocketStatus> connected(SocketProblem problem) {
        return Map.of("main", new SocketStatus(SocketStatus.State.CONNECTED, ago(60), 1, 0, problem));
    }
}
