package io.jenkins.plugins.slacknotify.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A long backlog in one channel: what is handed over does not walk through it. */
@Timeout(60)
class OutboxBacklogTest {
    private static final int LONG = 60_000;

    private final OutboxBench bench = new OutboxBench();

    /** A pass over the backlog for each hand-over takes minutes; without it, this takes a second. */
    @ParameterizedTest
    @ValueSource(strings = {"one sequence", "a sequence each"})
    void shouldTakeInALongBacklogOfOneLane(String kind) {
        bench.courier.on("e0", new SendResult.Retry(Duration.ofHours(1), "Slack asks to wait"));
        bench.start();
        for (int i = 0; i < LONG; i++) {
            bench.accept("e" + i, kind.equals("one sequence") ? kind : "build " + i, 0);
        }
        bench.run();
        assertThat(bench.outbox.waiting()).isEqualTo(LONG);

        bench.advance(Duration.ofHours(1));
        assertThat(bench.outbox.waiting()).isZero();
    }

    @Test
    void shouldHoldALongBacklogOfOneSequence() {
        bench.courier.on("e0", new SendResult.Held("Type /invite @jenkins in #builds"));
        for (int i = 0; i < LONG; i++) {
            bench.accept("e" + i, "one sequence", 0);
        }
        bench.start();
        bench.advance(Duration.ofMinutes(4));
        assertThat(bench.outbox.waiting()).isEqualTo(LONG);

        bench.outbox.wakeAll();
        bench.run();
        assertThat(bench.outbox.waiting()).isZero();
    }
}
