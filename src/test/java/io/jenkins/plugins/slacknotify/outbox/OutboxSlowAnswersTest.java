package io.jenkins.plugins.slacknotify.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.Entry;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import io.jenkins.plugins.slacknotify.outbox.lane.Backoff;
import io.jenkins.plugins.slacknotify.outbox.lane.Dispatcher;
import io.jenkins.plugins.slacknotify.outbox.thread.Bulkhead;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * Answers that take half a minute each, for many lanes of one account: each lane has its turn, and nobody takes that for a fault of ours.
 */
class OutboxSlowAnswersTest {
    private static final int LANES = 100;

    /** Half a minute, shared by the workers of an account. */
    private static final Duration ATTEMPT = Duration.ofSeconds(30).dividedBy(Bulkhead.MAX_WORKERS);

    private final ManualClock clock = new ManualClock();
    private final ManualThreads threads = new ManualThreads(clock);
    private final Map<String, Instant> triedLast = new HashMap<>();

    @AutoClose
    private final LoggedRecords log = LoggedRecords.of(Dispatcher.class);

    private SendResult answer = new SendResult.Retry(null, "Slack does not answer");
    private final Outbox outbox = Outbox.builder(new InMemoryOutboxStore(), this::answerSlowly, threads)
            .backoff(new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(5), () -> 0))
            .clock(clock)
            .build();

    @Test
    void shouldTryEachLaneInItsTurnThoughThatTakesLong() {
        fill(1);
        goOn(Duration.ofMinutes(9));
        assertThat(new TreeSet<>(triedLast.keySet())).hasSize(LANES);

        goOn(Duration.ofMinutes(30));
        assertThat(outbox.dispatchProblem()).isEmpty();
        assertThat(log.messages()).isEmpty();
    }

    @Test
    void shouldStarveNoLaneWhereNewsGoOn() {
        answer = new SendResult.Sent("receipt", null);
        fill(20);
        goOn(Duration.ofMinutes(30));
        Instant roundBefore = clock.instant().minus(ATTEMPT.multipliedBy(LANES + 5));

        assertThat(triedLast)
                .hasSize(LANES)
                .allSatisfy((lane, tried) -> assertThat(tried).isAfterOrEqualTo(roundBefore));
        assertThat(outbox.dispatchProblem()).isEmpty();
        assertThat(log.messages()).isEmpty();
    }

    private SendResult answerSlowly(Delivery delivery) {
        triedLast.put(delivery.entry().lane(), clock.instant());
        clock.advance(ATTEMPT);
        return answer;
    }

    private void fill(int each) {
        for (int lane = 0; lane < LANES; lane++) {
            for (int i = 0; i < each; i++) {
                outbox.accept(new Entry(lane + "." + i, "#lane" + lane, clock.instant(), "payload"));
            }
        }
        outbox.start();
    }

    private void goOn(Duration time) {
        Instant end = clock.instant().plus(time);
        while (clock.instant().isBefore(end)) {
            threads.fireDue();
            if (!threads.runOne()) {
                threads.advance(Duration.ofSeconds(1));
            }
        }
    }
}
