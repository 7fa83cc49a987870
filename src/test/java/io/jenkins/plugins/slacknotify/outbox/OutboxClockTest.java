package io.jenkins.plugins.slacknotify.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery.State;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
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

    /** As that of a machine that was just booted, and takes its clock for local time. */
    @ParameterizedTest
    @ValueSource(longs = {30, 24 * 400})
    void shouldLoseNothingByAClockThatIsAheadAtTheStart(long hours) {
        bench.courier.on("a", DOWN);
        bench.accept("a", "#builds");
        bench.run();
        bench.clock.jump(Duration.ofHours(hours));
        bench.newProcess().start();
        assertThat(bench.state("a")).isEqualTo(State.WAITING);
        assertThat(bench.outbox.unfinished())
                .singleElement()
                .satisfies(head -> assertThat(head.note()).contains("too old"));

        bench.advance(Duration.ofMinutes(5));
        bench.clock.jump(Duration.ofHours(-hours));
        bench.accept("new", "another build", 0);
        bench.run();
        assertThat(bench.state("new")).as("nothing else waits for that").isEqualTo(State.SENT);
        bench.advance(Duration.ofHours(1));
        assertThat(bench.state("a")).isEqualTo(State.SENT);
    }

    /** Be it tried or held; nobody is told in the meantime what is no news. */
    @Test
    void shouldLetGoAnHourAfterTheStartWhatIsTooOld() {
        bench.courier.on("a", DOWN).always("b", new SendResult.Held("There is no token"));
        bench.accept("a", "#builds");
        bench.accept("b", "#oncall");
        bench.run();
        bench.newProcess();
        bench.clock.advance(Duration.ofHours(30));
        bench.start().advance(Duration.ofMinutes(59));
        assertThat(bench.courier.ids()).as("before").containsExactlyInAnyOrder("a", "b");

        bench.advance(Duration.ofMinutes(2));
        assertThat(bench.state("a")).isEqualTo(State.EXPIRED);
        assertThat(bench.state("b")).isEqualTo(State.EXPIRED);
        assertThat(bench.courier.ids()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void shouldTakeWhatIsTooOldByTheClockThatWasSetForThat() {
        bench.courier.on("a", DOWN);
        bench.accept("a", "#builds");
        bench.run();
        bench.courier.on("a", new SendResult.Retry(Duration.ofHours(3), "Slack is down"));
        bench.clock.advance(Duration.ofSeconds(1));
        bench.newProcess().start();
        bench.advance(Duration.ofMinutes(1));
        bench.clock.jump(Duration.ofHours(30));
        bench.advance(Duration.ofHours(4));

        assertThat(bench.state("a"))
                .as("the machine was down, and its clock stood")
                .isEqualTo(State.EXPIRED);
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
