package io.jenkins.plugins.slacknotify.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.Note;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An entry that depends on others: it is tried as soon as they are settled, and seldom before. */
class OutboxAwaitsTest {
    private final OutboxBench bench = new OutboxBench().start();

    @Test
    void shouldTryAtOnceWhatWaitedForAnHourAndSeldomBefore() {
        bench.courier.always("first", new SendResult.Retry(Duration.ofHours(1), "Slack is down"));
        awaits("second", "first");
        bench.accept("first", "#builds");
        bench.accept("second", "#people");
        bench.advance(Duration.ofMinutes(59));
        assertThat(bench.courier.seen())
                .filteredOn(it -> it.entry().id().equals("second"))
                .hasSizeBetween(2, 40);
        assertThat(bench.find("second").note()).isEqualTo("first is on its way");

        bench.courier.calmDown("first");
        Instant arrives = bench.clock.instant().plus(Duration.ofMinutes(1));
        bench.advance(Duration.ofMinutes(1));
        assertThat(bench.state("first")).isEqualTo(Delivery.State.SENT);
        assertThat(bench.find("second"))
                .returns(Delivery.State.SENT, Delivery::state)
                .returns(arrives, Delivery::changedAt);
    }

    /** Whatever becomes of the other: it will not change any more, or not without a person. */
    @ParameterizedTest
    @ValueSource(strings = {"refused", "held", "discarded", "expired"})
    void shouldTryAtOnceWhatAwaitsAnotherThatIs(String end) {
        bench.courier.on("first", new SendResult.Retry(Duration.ofMinutes(50), "Slack is down"));
        bench.courier.always(
                "first", end.equals("refused") ? new SendResult.Refused("no") : new SendResult.Held("no token"));
        awaits("second", "first");
        bench.accept("first", "#builds");
        bench.accept("second", "#people");
        bench.advance(Duration.ofMinutes(49).plusSeconds(59));
        if (end.equals("discarded")) {
            bench.outbox.discard("first");
        } else if (end.equals("expired")) {
            bench.maximumAge = Duration.ofMinutes(49);
            bench.courier.on("second", new SendResult.Sent("before it is too old", null));
        }
        int before = bench.courier.seen().size();
        bench.advance(Duration.ofSeconds(1));

        assertThat(bench.find("first").state().isFinished()).isEqualTo(!end.equals("held"));
        assertThat(bench.courier.seen().size() + (bench.state("second") == Delivery.State.EXPIRED ? 1 : 0))
                .isGreaterThan(before);
        assertThat(bench.find("second").state().isFinished()).isTrue();
    }

    @Test
    void shouldNotMissWhatIsSettledWhileTheAttemptFindsOutThatItHasToWait() {
        bench.courier.always("first", new SendResult.Retry(Duration.ofMinutes(30), "Slack is down"));
        awaits("second", "first");
        bench.accept("first", "#builds");
        bench.accept("second", "#people");
        bench.advance(Duration.ofMinutes(29));
        bench.courier.calmDown("first");
        bench.courier.on("second", delivery -> {
            bench.outbox.wakeAll();
            while (bench.state("first") != Delivery.State.SENT) {
                assertThat(bench.threads.runOne()).isTrue();
            }
            return awaiting("first");
        });
        bench.courier.on("second", new SendResult.Sent("receipt", null));
        bench.outbox.wakeAll();
        bench.threads.runNewest();
        bench.advance(Duration.ofSeconds(2));

        assertThat(bench.state("second")).isEqualTo(Delivery.State.SENT);
    }

    @Test
    void shouldNotTakeTheLaneForBrokenBecauseSomeAwaitOthers() {
        for (int i = 0; i < 10; i++) {
            bench.courier.always("e" + i, awaiting("nowhere"));
            bench.accept("e" + i, "build " + i, 0);
        }
        bench.run();
        bench.accept("new", "another build", 0);
        bench.run();

        assertThat(bench.state("new")).isEqualTo(Delivery.State.SENT);
    }

    private void awaits(String id, String other) {
        for (int i = 0; i < 100; i++) {
            bench.courier.on(
                    id,
                    delivery -> bench.outbox
                                    .find(other)
                                    .filter(it -> !it.state().isFinished() && it.state() != Delivery.State.HELD)
                                    .isPresent()
                            ? awaiting(other)
                            : new SendResult.Sent("receipt", null));
        }
    }

    private static SendResult awaiting(String id) {
        return new SendResult.Awaits(Set.of(id), Note.of(id + " is on its way"));
    }
}
