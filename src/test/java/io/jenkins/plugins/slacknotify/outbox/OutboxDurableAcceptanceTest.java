package io.jenkins.plugins.slacknotify.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.slacknotify.outbox.delivery.Entry;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An entry that is in the store, or was not accepted. */
class OutboxDurableAcceptanceTest {
    private final FailingStore store = new FailingStore();
    private final OutboxBench bench = new OutboxBench(store);

    private boolean accept(String id) throws IOException {
        return bench.outbox.acceptDurably(new Entry(id, "lane", bench.clock.instant(), "payload"));
    }

    @Test
    void shouldSendWhatTheStoreHasTaken() throws IOException {
        bench.start();

        assertThat(accept("a")).isTrue();
        assertThat(store.find("a")).isPresent();
        bench.run();

        assertThat(bench.courier.ids()).containsExactly("a");
    }

    @Test
    void shouldAcceptAnIdOnce() throws IOException {
        bench.start();
        accept("a");
        bench.run();

        assertThat(accept("a")).isFalse();
        assertThat(bench.accept("a", "lane")).isFalse();
        bench.run();

        assertThat(bench.courier.ids()).containsExactly("a");
    }

    @Test
    void shouldNeitherKeepNorSendWhatTheStoreDoesNotTake() {
        bench.start();
        store.full();

        assertThatThrownBy(() -> accept("a")).isInstanceOf(IOException.class);
        store.mend();
        bench.advance(Duration.ofHours(1));

        assertThat(bench.courier.ids()).isEmpty();
        assertThat(bench.outbox.waiting()).isZero();
        assertThat(bench.outbox.find("a")).isEmpty();
        assertThat(bench.outbox.storeProblem()).isEmpty();
    }

    @Test
    void shouldAcceptLaterWhatTheStoreDidNotTakeBefore() throws IOException {
        store.full();
        assertThatThrownBy(() -> accept("a")).isInstanceOf(IOException.class);
        store.mend();

        assertThat(accept("a")).isTrue();
        bench.start();

        assertThat(bench.courier.ids()).containsExactly("a");
    }

    @Test
    void shouldNotAcceptAnIdThatIsInMemoryOnly() throws IOException {
        try (LoggedRecords log = LoggedRecords.of(ResilientStore.class)) {
            bench.start();
            store.full();
            bench.accept("a", "lane");

            assertThat(accept("a")).isFalse();
        }
    }
}
