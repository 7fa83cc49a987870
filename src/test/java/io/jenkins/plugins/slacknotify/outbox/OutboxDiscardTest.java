package io.jenkins.plugins.slacknotify.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery.State;
import io.jenkins.plugins.slacknotify.outbox.delivery.Entry;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OutboxDiscardTest {
    private static final Duration ASKED = Duration.ofSeconds(30);

    private final OutboxBench bench = new OutboxBench();

    @Test
    void shouldGiveUpWhatWaits() {
        bench.accept("a", "#builds");
        assertThat(bench.outbox.discard("a")).isTrue();
        bench.start();

        assertThat(bench.courier.ids()).isEmpty();
        assertThat(bench.state("a")).isEqualTo(State.DISCARDED);
        assertThat(bench.heard).containsExactly(bench.find("a"));
    }

    @Test
    void shouldSendWhatComesAfterIt() {
        bench.start();
        bench.courier.on("a", new SendResult.Retry(ASKED, "Slack asks to wait"));
        bench.accept("a", "#builds");
        bench.accept("b", "#builds");
        bench.run();

        assertThat(bench.outbox.discard("a")).isTrue();
        bench.advance(ASKED);
        assertThat(bench.courier.ids()).containsExactly("a", "b");
    }

    @Test
    void shouldNotForgetThatSlackAskedToWait() {
        bench.start();
        bench.courier.on("a", new SendResult.Retry(ASKED, "Slack asks to wait"));
        bench.accept("a", "#builds");
        bench.run();
        bench.outbox.discard("a");
        bench.accept("b", "#builds");
        bench.advance(ASKED.minusMillis(1));
        assertThat(bench.courier.ids()).containsExactly("a");

        bench.advance(Duration.ofMillis(1));
        assertThat(bench.courier.ids()).containsExactly("a", "b");
    }

    @Test
    void shouldNotDiscardWhatIsBeingSent() {
        bench.courier.on("a", delivery -> {
            assertThat(bench.outbox.discard("a")).isFalse();
            return new SendResult.Sent("receipt", null);
        });
        bench.accept("a", "#builds");
        bench.start();

        assertThat(bench.state("a")).isEqualTo(State.SENT);
        assertThat(bench.outbox.discard("a")).isFalse();
    }

    /** Otherwise nobody would try it before the next start. */
    @Test
    void shouldSendWhatItCouldNotDiscardAfterAll() {
        UnreadableStore store = new UnreadableStore();
        OutboxBench onBadDisk = new OutboxBench(store).start();
        onBadDisk.courier.on("a", new SendResult.Retry(ASKED, "Slack asks to wait"));
        onBadDisk.accept("a", "#builds");
        onBadDisk.run();
        AtomicInteger reads = new AtomicInteger();
        store.isUnreadable = id -> reads.incrementAndGet() == 2;

        try (LoggedRecords log = LoggedRecords.of(ResilientStore.class)) {
            assertThat(onBadDisk.outbox.discard("a")).isFalse();
        }
        onBadDisk.advance(ASKED);
        assertThat(onBadDisk.courier.ids()).containsExactly("a", "a");
    }

    /** Otherwise it would be sent between the look at the store and the discard, and to another channel as well. */
    @Test
    void shouldNotSendWhatIsReadAgainMeanwhile() {
        ReadAgain store = new ReadAgain();
        OutboxBench readAgain = new OutboxBench(store).start();
        readAgain.courier.on("a", new SendResult.Retry(ASKED, "Slack asks to wait", SendResult.Scope.SEQUENCE));
        readAgain.accept("a", "#builds");
        readAgain.run();
        store.bench = readAgain;

        assertThat(readAgain.outbox.discard("a")).isTrue();
        readAgain.advance(Duration.ofMinutes(5));
        assertThat(readAgain.courier.ids()).containsExactly("a");
        assertThat(readAgain.state("a")).isEqualTo(State.DISCARDED);
        assertThat(readAgain.outbox.waiting()).isZero();
    }

    /** A store that is read, and whose threads work, before it writes a discard. */
    private static final class ReadAgain extends ForwardingStore {
        private OutboxBench bench;

        @Override
        public void updateAll(List<Delivery> deliveries) throws IOException {
            if (deliveries.get(0).state() == State.DISCARDED) {
                bench.outbox.releaseCopied();
                bench.run();
            }
            super.updateAll(deliveries);
        }
    }

    /** What is thrown is of a kind that nobody expects, as Kotlin and Groovy throw it. */
    @Test
    void shouldNotDiscardWhatHasArrivedThoughItsLaneWasNotTold() {
        ManualThreads threads = new ManualThreads(bench.clock);
        Outbox outbox = Outbox.builder(bench.store, bench.courier, threads)
                .listener(delivery -> throwAny(new IOException("a fault")))
                .clock(bench.clock)
                .build();
        outbox.start();
        outbox.accept(new Entry("a", "#builds", bench.clock.instant(), "Hello"));
        threads.run();

        try {
            outbox.discard("a");
        } finally {
            assertThat(outbox.find("a")).map(Delivery::state).contains(State.SENT);
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Exception> void throwAny(Exception e) throws E {
        throw (E) e;
    }

    @Test
    void shouldNotDiscardWhatItDoesNotKnow() {
        assertThat(bench.start().outbox.discard("a")).isFalse();
    }

    @Test
    void shouldAnswerWhoeverWaitsForIt() {
        bench.accept("a", "#builds");
        CompletableFuture<Delivery> answer = bench.outbox.whenSettled("a").toCompletableFuture();

        bench.outbox.discard("a");

        assertThat(answer).isCompletedWithValueMatching(delivery -> delivery.state() == State.DISCARDED);
    }

    @Test
    void shouldNotComeBackInTheNextProcess() {
        bench.accept("a", "#builds");
        bench.outbox.discard("a");
        bench.newProcess().start();

        assertThat(bench.courier.ids()).isEmpty();
        assertThat(bench.accept("a", "#builds")).isFalse();
    }
}
