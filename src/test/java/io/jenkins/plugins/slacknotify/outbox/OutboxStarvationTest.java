package io.jenkins.plugins.slacknotify.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.outbox.delivery.Entry;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Fair shares: one that hands over many entries, however urgent, does not keep the others of its lane waiting. */
class OutboxStarvationTest {
    private final OutboxBench bench = new OutboxBench();

    /** One a second, as Slack takes it. */
    private Instant nextPermit = bench.clock.instant();

    OutboxStarvationTest() {
        bench.pace = delivery -> {
            Instant now = bench.clock.instant();
            if (now.isBefore(nextPermit)) {
                return Duration.between(now, nextPermit);
            }
            nextPermit = now.plusSeconds(1);
            return Duration.ZERO;
        };
        bench.start();
    }

    @Test
    void shouldLetTheOthersHaveTheirTurnAtTheSameUrgency() {
        flood("greedy", 1_000, 3);
        accept("modest", "modest", 3);
        bench.advance(Duration.ofSeconds(5));

        assertThat(bench.courier.ids()).contains("modest");
    }

    @Test
    void shouldLetTheOthersHaveTheirTurnThoughTheFloodIsMoreUrgent() {
        flood("greedy", 1_700, 4);
        accept("modest", "modest", 3);
        accept("calm", "calm", 0);
        bench.advance(Duration.ofMinutes(1));

        assertThat(bench.courier.ids()).contains("modest", "calm");
    }

    @Test
    void shouldLetTheOthersHaveTheirTurnThoughTheFloodGoesOn() {
        flood("greedy", 200, 4);
        for (int minute = 0; minute < 30; minute++) {
            bench.advance(Duration.ofMinutes(1));
            flood("greedy-" + minute, "greedy", 60, 4);
            accept("modest" + minute, "modest", 3);
        }
        bench.advance(Duration.ofMinutes(1));

        for (int minute = 0; minute < 30; minute++) {
            assertThat(bench.courier.ids()).contains("modest" + minute);
        }
    }

    @Test
    void shouldSendTheMoreUrgentFirstWhileNobodyFloods() {
        accept("calm", "one", 0);
        accept("urgent", "another", 4);
        accept("middle", "a third", 2);
        bench.advance(Duration.ofSeconds(3));

        assertThat(bench.courier.ids()).containsExactly("urgent", "middle", "calm");
    }

    @Test
    void shouldSendTheMoreUrgentOfAShareFirst() {
        flood("greedy", 100, 0);
        accept("urgent", "greedy", 4);
        bench.advance(Duration.ofSeconds(1));

        assertThat(bench.courier.ids()).startsWith("urgent");
    }

    @Test
    void shouldServeSharesInTurns() {
        flood("a", 4, 1);
        flood("b", 3, 1);
        bench.advance(Duration.ofSeconds(10));

        assertThat(bench.courier.ids()).isEqualTo(List.of("a0", "b0", "a1", "b1", "a2", "b2", "a3"));
    }

    private void flood(String share, int count, int urgency) {
        flood(share, share, count, urgency);
    }

    private void flood(String prefix, String share, int count, int urgency) {
        for (int i = 0; i < count; i++) {
            accept(prefix + i, share, urgency);
        }
    }

    private void accept(String id, String share, int urgency) {
        SendOrder order = new SendOrder("#builds", "build " + id, share, urgency, false);
        bench.outbox.accept(new Entry(id, order, bench.clock.instant(), ""));
    }
}
