package io.jenkins.plugins.slacknotify.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.outbox.Delivery.State;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A clock that is set forward or back: nothing grows old by that, nor stays young. */
class OutboxClockTest {
    private static final SendResult DOWN = new SendResult.Retry(Duration.ofHours(1), "Slack is down");

    private final OutboxBench bench = new OutboxBench().start();

    @ParameterizedTest
    @ValueSource(longs = {2, 400, -2, -400})
    void shouldSendWhatWaitsThoughTheClockJumps(long days) {
        bench.courier.on("a", DOWN);
        bench.accept("a", "#builds");
        bench.run();
        bench.clock.jump(Duration.ofDays(days));
        bench.advance(Duration.ofHours(1));

        assertThat(bench.state("a")).isEqualTo(State.SENT);
    }

    @ParameterizedTest
    @ValueSource(longs = {2, -2, -400})
    void shouldLetGoWhatIsTooOldByTheTimeThatHasPassed(long days) {
        bench.courier.always("a", DOWN);
        bench.accept("a", "#builds");
        bench.run();
        bench.clock.jump(Duration.ofDays(days));
        bench.advance(Duration.ofHours(23));
        assertThat(bench.state("a")).isEqualTo(State.WAITING);

        bench.advance(Duration.ofHours(3));
        assertThat(bench.state("a")).isEqualTo(State.EXPIRED);
    }

    @Test
    void shouldTakeWhatWasAcceptedInTheFutureForNew() {
        bench.courier.on("a", DOWN);
        bench.clock.jump(Duration.ofDays(365));
        bench.accept("a", "#builds");
        bench.run();
        bench.clock.jump(Duration.ofDays(-365));
        bench.newProcess().start();
        assertThat(bench.state("a")).isEqualTo(State.SENT);
    }

    @Test
    void shouldForgetAsOftenAsBeforeThoughTheClockWasSetBack() {
        bench.accept("a", "#builds");
        bench.run();
        bench.clock.jump(Duration.ofDays(-365));
        bench.accept("b", "#builds");
        bench.advance(ResilientStore.RETENTION.plus(ResilientStore.FORGET_INTERVAL));
        bench.accept("c", "#builds");
        bench.run();

        assertThat(bench.outbox.find("b")).isEmpty();
    }
}
