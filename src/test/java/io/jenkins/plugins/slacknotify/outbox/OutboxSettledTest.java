package io.jenkins.plugins.slacknotify.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery.State;
import io.jenkins.plugins.slacknotify.outbox.delivery.Entry;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import java.io.IOException;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@link Outbox#whenSettled}: waiting for the end of a delivery.
 */
class OutboxSettledTest {
    private final OutboxBench bench = new OutboxBench().start();

    @Test
    void shouldCompleteWhenTheEntryIsSent() {
        bench.courier.on("a", new SendResult.Retry(Duration.ofSeconds(5), "Not now"));
        bench.accept("a", "#builds");
        CompletableFuture<Delivery> finished = finished("a");
        bench.run();
        assertThat(finished).isNotDone();

        bench.advance(Duration.ofSeconds(5));
        assertThat(finished).isCompletedWithValueMatching(delivery -> delivery.state() == State.SENT);
    }

    @Test
    void shouldCompleteWhenTheEntryIsRefusedOrExpires() {
        bench.courier.on("refused", new SendResult.Refused("Archived"));
        bench.courier.on("expired", new SendResult.Retry(Duration.ofDays(2), "Not now"));
        bench.accept("refused", "#builds");
        bench.accept("expired", "#oncall");
        CompletableFuture<Delivery> refused = finished("refused");
        CompletableFuture<Delivery> expired = finished("expired");

        bench.advance(Duration.ofDays(3));

        assertThat(refused).isCompletedWithValueMatching(delivery -> delivery.state() == State.REFUSED);
        assertThat(expired).isCompletedWithValueMatching(delivery -> delivery.state() == State.EXPIRED);
    }

    @Test
    void shouldBeCompleteAlreadyWhereTheEntryHasFinishedBefore() {
        bench.accept("a", "#builds");
        bench.run();

        assertThat(finished("a")).isCompletedWithValue(bench.find("a"));
        bench.newProcess().start();
        assertThat(finished("a")).isCompletedWithValue(bench.find("a"));
    }

    @Test
    void shouldServeAllWhoWait() {
        bench.accept("a", "#builds");
        CompletableFuture<Delivery> one = finished("a");
        CompletableFuture<Delivery> other = finished("a");
        bench.run();

        assertThat(one).isCompleted();
        assertThat(other).isCompleted();
    }

    @Test
    void shouldSayThatItDoesNotKnowTheEntry() {
        assertThat(finished("a"))
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(NoSuchElementException.class)
                .withMessageContaining("No delivery a");
    }

    /** Whoever asks at just that moment waits a little longer. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldWaitWhereTheDiskDoesNotTellHowTheEntryStands(boolean isFinished) throws Exception {
        UnreadableStore store = new UnreadableStore();
        OutboxBench onBadDisk = new OutboxBench(store).start();
        onBadDisk.courier.on("a", new SendResult.Retry(Duration.ofMinutes(5), "Not now"));
        onBadDisk.accept("a", "#builds");
        onBadDisk.run();
        onBadDisk.advance(isFinished ? Duration.ofMinutes(5) : Duration.ZERO);
        store.isUnreadable = id -> true;
        CompletableFuture<Delivery> finished = onBadDisk.outbox.whenSettled("a").toCompletableFuture();
        assertThat(finished).isNotDone();

        onBadDisk.advance(Duration.ofMinutes(2));
        store.isUnreadable = id -> false;
        onBadDisk.advance(Duration.ofMinutes(isFinished ? 1 : 5));

        assertThat(finished).isCompletedWithValueMatching(delivery -> delivery.state() == State.SENT);
    }

    /** What is thrown is of a kind that nobody expects, as Kotlin and Groovy throw it. */
    @Test
    void shouldCompleteThoughAListenerFails() {
        ManualThreads threads = new ManualThreads(bench.clock);
        Outbox outbox = Outbox.builder(new InMemoryOutboxStore(), bench.courier, threads)
                .listener(delivery -> throwAny(new IOException("a fault")))
                .clock(bench.clock)
                .build();
        outbox.start();
        outbox.accept(new Entry("a", "#builds", bench.clock.instant(), "Hello"));
        CompletableFuture<Delivery> finished = outbox.whenSettled("a").toCompletableFuture();
        try (LoggedRecords log = LoggedRecords.of(DeliveryAttempts.class)) {
            threads.run();
        }

        assertThat(finished).isCompletedWithValueMatching(delivery -> delivery.state() == State.SENT);
    }

    @SuppressWarnings("unchecked")
    private static <E extends Exception> void throwAny(Exception e) throws E {
        throw (E) e;
    }

    private CompletableFuture<Delivery> finished(String id) {
        return bench.outbox.whenSettled(id).toCompletableFuture();
    }
}
