package io.jenkins.plugins.slacknotify.inbound.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.inbound.origin.Transport;
import io.jenkins.plugins.slacknotify.inbound.request.RequestKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InboundStatisticsTest {
    private Instant now = Instant.parse("2026-03-01T12:00:30Z");
    private final InboundStatistics statistics = new InboundStatistics(() -> now);

    private void received(int times) {
        for (int i = 0; i < times; i++) {
            statistics.received(Transport.SOCKET, RequestKind.APP_MENTION);
        }
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    @Test
    void shouldKnowNothingAtFirst() {
        assertThat(statistics.status()).isEqualTo(new InboundStatus(null, null, 0, Map.of(), Map.of(), Map.of(), 0));
    }

    @Test
    void shouldCountTheLastHour() {
        received(2);
        pass(Duration.ofMinutes(30));
        received(3);

        assertThat(statistics.status().requestsLastHour()).isEqualTo(5);
        pass(Duration.ofMinutes(31));
        assertThat(statistics.status().requestsLastHour()).isEqualTo(3);
        pass(Duration.ofDays(2));
        assertThat(statistics.status().requestsLastHour()).isZero();
        assertThat(statistics.status().requests()).isEqualTo(Map.of(RequestKind.APP_MENTION, 5L));
    }

    @Test
    void shouldSurviveAClockThatIsSetBack() {
        received(2);
        pass(Duration.ofHours(-5));
        received(1);

        assertThat(statistics.status().requestsLastHour()).isEqualTo(3);
    }

    @Test
    void shouldRememberTheLastRequestAndTheLastRefusal() {
        received(1);
        Instant first = now;
        pass(Duration.ofSeconds(5));
        statistics.refused(RefusalReason.SIGNATURE, "why");

        assertThat(statistics.status().lastRequest())
                .isEqualTo(new InboundStatus.Received(first, Transport.SOCKET, RequestKind.APP_MENTION));
        assertThat(statistics.status().lastRefusal())
                .isEqualTo(new InboundStatus.Refused(now, RefusalReason.SIGNATURE, "why"));
    }

    @Test
    void shouldTellNoMoreUnknownTypesApartThanItCanHold() {
        for (int i = 0; i < 10_000; i++) {
            statistics.unknown("type" + i);
        }
        statistics.unknown("type3");

        assertThat(statistics.status().unknownTypes())
                .hasSize(51)
                .containsEntry("type3", 2L)
                .containsEntry("others", 9_950L);
    }
}
