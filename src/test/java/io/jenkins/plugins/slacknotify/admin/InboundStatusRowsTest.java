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
import org.junit.jupiter.params.provider.EnumSource;

class InboundStatusRowsTest {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final InboundStatus NOTHING = new InboundStatus(null, null, 0, Map.of(), Map.of(), Map.of(), 0);

    @Test
    void shouldHaveNothingToSayWhileEverythingIsOff() {
        assertThat(InboundStatusRows.of(
                        new InboundReport(false, NOTHING, Map.of(), 0, StoreCondition.GOOD, List.of("a problem")),
                        null,
                        InboundStatusRowsTest::age))
                .isEmpty();
    }

    @Test
    void shouldSayThatNothingHasCome() {
        assertThat(rows(NOTHING, Map.of()))
                .containsExactly("Last request | None since Jenkins was started", "Requests in the last hour | 0");
    }

    @Test
    void shouldSayHowRequestsComeWhichCameLastAndWhichWereRefused() {
        var requests = new InboundStatus(
                new InboundStatus.Received(ago(2), Transport.SOCKET, RequestKind.SLASH_COMMAND),
                new InboundStatus.Refused(ago(3), RefusalReason.CLOCK, "Set the clock."),
                7,
                Map.of(RequestKind.APP_MENTION, 2L, RequestKind.SLASH_COMMAND, 5L),
                Map.of(RefusalReason.CLOCK, 1L),
                Map.of("event star_added", 4L),
                3);

        assertThat(rows(requests, Map.of("main", new SocketStatus(SocketStatus.State.CONNECTED, ago(60), 2, 0, null))))
                .containsExactly(
                        "Socket Mode of \"main\" | Connected since 60 min, in 2 sessions.",
                        "Last request | slash command, by Socket Mode, 2 min ago",
                        "Requests in the last hour | 7",
                        "Since the start, by kind | slash command: 5, app mention: 2",
                        "Last refusal | clock, 3 min ago: Set the clock.",
                        "Refused since the start | clock: 1",
                        "Types that this version does not know | event star_added: 4",
                        "Came again, and were done once | 3");
    }

    @Test
    void shouldMarkASocketThatSomebodyHasToMend() {
        var problem = new SocketProblem(SocketProblem.Kind.ENDED, "invalid_auth", "Generate a new token.", ago(1));

        assertThat(InboundStatusRows.of(
                        report(
                                NOTHING,
                                Map.of("main", new SocketStatus(SocketStatus.State.ENDED, null, 0, 0, problem))),
                        "https://ci.example.org/slack-notify-events/",
                        InboundStatusRowsTest::age))
                .anySatisfy(row -> {
                    assertThat(row.bad()).isTrue();
                    assertThat(row.text()).contains("Ended", "Generate a new token.");
                })
                .anySatisfy(row -> assertThat(row.text()).isEqualTo("https://ci.example.org/slack-notify-events/"));
    }

    @ParameterizedTest
    @EnumSource
    void shouldHaveASentenceForEveryState(SocketStatus.State state) {
        assertThat(rows(NOTHING, Map.of("main", new SocketStatus(state, null, 0, 0, null))))
                .anySatisfy(row ->
                        assertThat(row).startsWith("Socket Mode of \"main\" | ").endsWith("."));
    }

    private static List<String> rows(InboundStatus requests, Map<String, SocketStatus> sockets) {
        return InboundStatusRows.of(report(requests, sockets), null, InboundStatusRowsTest::age).stream()
                .map(row -> row.label() + " | " + row.text())
                .toList();
    }

    private static InboundReport report(InboundStatus requests, Map<String, SocketStatus> sockets) {
        return new InboundReport(true, requests, sockets, 0, StoreCondition.GOOD, List.of());
    }

    private static String age(Instant moment) {
        return Duration.between(moment, NOW).toMinutes() + " min";
    }

    private static Instant ago(long minutes) {
        return NOW.minus(Duration.ofMinutes(minutes));
    }
}
