package io.jenkins.plugins.slacknotify.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests what an outbox remembers of what has finished, for how long, and whatever the clock says. */
class OutboxForgettingTest {
    private static final Duration A_YEAR = Duration.ofDays(365);
    private static final Duration AN_HOUR = ResilientStore.FORGET_INTERVAL;

    private final OutboxBench bench = new OutboxBench();

    @Test
    void shouldForgetAfterTwoWeeksWithoutBeingStartedAgain() {
        bench.start();
        finish("a");
        bench.advance(ResilientStore.RETENTION.plusMillis(1));
        assertThat(isKnown("a")).isTrue();

        finish("b");

        assertThat(isKnown("a")).isFalse();
        assertThat(isKnown("b")).isTrue();
    }

    @Test
    void shouldRememberForTwoWeeksWhatIsTooMuchToBeKeptWhole() {
        bench.start();
        finish("first");
        for (int i = 0; i < ResilientStore.MAX_WHOLE; i++) {
            bench.clock.advance(Duration.ofMillis(1));
            finish("more-" + i);
        }
        bench.advance(AN_HOUR);
        finish("last");

        assertThat(bench.find("first"))
                .returns(true, Delivery::isAbridged)
                .returns("receipt of first", Delivery::receipt)
                .returns(Delivery.State.SENT, Delivery::state);
        assertThat(bench.accept("first", "#builds"))
                .as("asked again after a restart")
                .isFalse();
        assertThat(bench.find("last").isAbridged()).isFalse();
        assertThat(bench.outbox.finished(100_000)).hasSize(ResilientStore.MAX_WHOLE);
    }

    @Test
    void shouldRememberNoMoreThanItMay() {
        bench.remembering(3).newProcess().start();
        for (var id : List.of("a", "b", "c", "d")) {
            bench.clock.advance(Duration.ofMillis(1));
            finish(id);
        }
        assertThat(isKnown("a")).isTrue();

        bench.advance(AN_HOUR);
        finish("e");

        assertThat(isKnown("a")).isFalse();
        assertThat(isKnown("b")).isFalse();
        assertThat(isKnown("c")).isTrue();
        assertThat(isKnown("e")).isTrue();
    }

    @Test
    void shouldRememberMoreThanItMayOfASequenceThatGoesOn() {
        bench.remembering(1).newProcess();
        bench.outbox.keepWhile(() -> (id, sequence) -> sequence.equals("a build that waits for input"));
        bench.start();
        bench.accept("question", "a build that waits for input", 0);
        bench.run();
        for (var id : List.of("a", "b", "c")) {
            bench.clock.advance(Duration.ofMillis(1));
            finish(id);
        }
        bench.advance(AN_HOUR);
        finish("d");

        assertThat(isKnown("question")).isTrue();
        assertThat(isKnown("b")).isFalse();
    }

    @Test
    void shouldForgetNothingAtItsStartBecauseItDoesNotKnowYetWhatGoesOn() {
        bench.start();
        finish("a");
        bench.clock.advance(A_YEAR);
        bench.newProcess().start();
        finish("b");
        assertThat(isKnown("a")).isTrue();

        bench.advance(AN_HOUR);
        finish("c");
        assertThat(isKnown("a")).isFalse();
    }

    @Test
    void shouldForgetNothingOfASequenceThatGoesOn() {
        bench.outbox.keepWhile(() -> (id, sequence) -> sequence.equals("a build that waits for input"));
        bench.start();
        bench.accept("question", "a build that waits for input", 0);
        bench.accept("other", "a build that has ended", 0);
        bench.run();
        bench.advance(A_YEAR);
        finish("b");
        assertThat(isKnown("question")).isTrue();
        assertThat(isKnown("other")).isFalse();

        bench.outbox.keepWhile(() -> OutboxStore.OpenDeliveries.NONE);
        bench.advance(AN_HOUR);
        finish("c");
        assertThat(isKnown("question")).isFalse();
    }

    @Test
    void shouldKeepWholeWhatASequenceThatGoesOnHasSaidHoweverMuchIsSentMeanwhile() {
        bench.outbox.keepWhile(() -> (id, sequence) -> sequence.equals("a build that waits for input"));
        bench.start();
        bench.accept("question", "a build that waits for input", 0);
        bench.accept("other", "a build that has ended", 0);
        bench.run();
        for (int i = 0; i < ResilientStore.MAX_WHOLE; i++) {
            bench.clock.advance(Duration.ofMillis(1));
            finish("more-" + i);
        }
        bench.advance(AN_HOUR);
        finish("last");

        assertThat(bench.find("question").isAbridged()).isFalse();
        assertThat(bench.find("other").isAbridged()).isTrue();
    }

    @Test
    void shouldForgetNothingWhereTheClockIsAheadForAMoment() {
        bench.start();
        finish("a");
        bench.advance(AN_HOUR);
        bench.clock.jump(A_YEAR);
        finish("b");
        bench.clock.jump(A_YEAR.negated());

        assertThat(isKnown("a")).isTrue();
    }

    @Test
    void shouldForgetNothingWhereTheClockWasAheadAtTheStart() {
        bench.start();
        finish("a");
        bench.clock.jump(A_YEAR);
        bench.newProcess().start();
        finish("b");
        bench.clock.jump(A_YEAR.negated());
        bench.advance(AN_HOUR);
        finish("c");

        assertThat(isKnown("a")).isTrue();
    }

    @Test
    void shouldForgetThoughTheClockWasPutBackAfterTheStart() {
        bench.start();
        bench.advance(AN_HOUR);
        finish("before");
        bench.clock.jump(A_YEAR.negated());
        finish("a");
        bench.advance(ResilientStore.RETENTION.plusMillis(1));
        finish("b");

        assertThat(isKnown("a")).isFalse();
    }

    /** It may take long. */
    @Test
    void shouldTellOfADeliveryBeforeItForgetsOthers() {
        List<Integer> heardBefore = new ArrayList<>();
        OutboxBench[] slow = new OutboxBench[1];
        slow[0] = new OutboxBench(new ForwardingStore() {
                    @Override
                    public void forgetFinished(Instant before, int keepWhole, OpenDeliveries open) {
                        heardBefore.add(slow[0].heard.size());
                    }
                })
                .start();
        slow[0].advance(AN_HOUR);
        slow[0].accept("a", "#builds");
        slow[0].accept("b", "#oncall");
        slow[0].run();

        assertThat(heardBefore).containsExactly(2);
    }

    private void finish(String id) {
        bench.accept(id, "#builds");
        bench.run();
    }

    private boolean isKnown(String id) {
        return bench.outbox.find(id).isPresent();
    }
}
