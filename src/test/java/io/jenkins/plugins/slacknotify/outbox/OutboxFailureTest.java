package io.jenkins.plugins.slacknotify.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery.State;
import io.jenkins.plugins.slacknotify.outbox.delivery.Entry;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Failures of the ports around the outbox. */
class OutboxFailureTest {
    @AutoClose
    private LoggedRecords log;

    @BeforeEach
    void catchTheLog() {
        log = LoggedRecords.of(DeliveryAttempts.class);
    }

    @ParameterizedTest
    @ValueSource(classes = {IllegalStateException.class, NoClassDefFoundError.class, StackOverflowError.class})
    void shouldTakeWhatTheCourierThrowsForUncertain(Class<? extends Throwable> type) {
        OutboxBench bench = new OutboxBench().start();
        bench.courier.on("a", delivery -> {
            throw OutboxFailureTest.<RuntimeException>made(type);
        });
        bench.accept("a", "#builds");
        bench.run();
        assertThat(bench.state("a")).isEqualTo(State.UNCERTAIN);

        bench.advance(Duration.ofSeconds(1));
        assertThat(bench.courier.seen())
                .extracting(delivery -> delivery.state().mayHaveArrived())
                .containsExactly(false, true);
        assertThat(bench.state("a")).isEqualTo(State.SENT);
        assertThat(log.messages()).containsExactly("Sending a failed unexpectedly");
    }

    @Test
    void shouldGoOnThoughAListenerThrows() {
        ManualClock clock = new ManualClock();
        ManualThreads threads = new ManualThreads(clock);
        ScriptedCourier courier = new ScriptedCourier();
        OutboxListener throwing = delivery -> {
            throw new IllegalStateException("a fault of the listener");
        };
        Outbox outbox = Outbox.builder(new InMemoryOutboxStore(), courier, threads)
                .listener(throwing)
                .clock(clock)
                .build();
        outbox.start();
        outbox.accept(new Entry("a", "#builds", clock.instant(), ""));
        outbox.accept(new Entry("b", "#builds", clock.instant(), ""));
        threads.run();

        assertThat(courier.ids()).containsExactly("a", "b");
        assertThat(outbox.find("a")).map(Delivery::state).contains(State.SENT);
        assertThat(log.messages()).containsExactly("A listener failed", "A listener failed");
    }

    /** Throws whatever it is, checked or not. */
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T made(Class<? extends Throwable> type) throws T {
        try {
            throw (T) type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
