package io.jenkins.plugins.slacknotify.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.Entry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several entries that are handed over together. */
class OutboxBatchTest {
    private static List<Boolean> accept(OutboxBench bench, String... ids) {
        return bench.outbox.acceptAll(Stream.of(ids)
                .map(id -> new Entry(id, "lane", bench.clock.instant(), "payload of " + id))
                .toList());
    }

    @Test
    void shouldSendThemInTheirOrder() {
        OutboxBench bench = new OutboxBench().start();

        assertThat(accept(bench, "a", "b", "c")).containsExactly(true, true, true);
        bench.run();

        assertThat(bench.courier.ids()).containsExactly("a", "b", "c");
    }

    @Test
    void shouldTakeNoneTwice() {
        OutboxBench bench = new OutboxBench().start();
        bench.accept("b", "lane");

        assertThat(accept(bench, "a", "b", "c", "c")).containsExactly(true, false, true, false);
        bench.run();

        assertThat(bench.courier.ids()).containsExactly("b", "a", "c");
    }

    @Test
    void shouldAskNothingOfTheStoreForNone() {
        FailingStore store = new FailingStore();

        assertThat(accept(new OutboxBench(store))).isEmpty();
        assertThat(store.writes()).isZero();
    }

    @Test
    void shouldKeepThemInMemoryWhileTheDiskIsFull() {
        FailingStore store = new FailingStore();
        OutboxBench bench = new OutboxBench(store).start();
        bench.accept("b", "lane");
        store.full();

        assertThat(accept(bench, "a", "b", "c")).containsExactly(true, false, true);
        assertThat(accept(bench, "c", "d")).containsExactly(false, true);
        bench.run();
        store.mend();
        bench.advance(Duration.ofMinutes(10));

        assertThat(bench.courier.ids()).containsExactly("b", "a", "c", "d");
        assertThat(bench.outbox.storeProblem()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void shouldLoseNoneAndSendNoneTwiceWhereTheDiskTakesSome(int taken) {
        OutboxBench bench = new OutboxBench(new HalfHeartedStore(taken)).start();

        assertThat(accept(bench, "a", "b", "c")).containsExactly(true, true, true);
        assertThat(accept(bench, "a", "b", "c")).containsExactly(false, false, false);
        bench.run().advance(Duration.ofMinutes(10));

        assertThat(bench.courier.ids()).containsExactly("a", "b", "c");
    }

    /** Takes some of a batch, and says that it has failed, like a store that writes one after the other. */
    private static final class HalfHeartedStore extends ForwardingStore {
        private final int taken;

        HalfHeartedStore(int taken) {
            this.taken = taken;
        }

        @Override
        public List<Boolean> addAll(List<Delivery> deliveries) throws IOException {
            for (Delivery delivery : new ArrayList<>(deliveries).subList(0, taken)) {
                add(delivery);
            }
            throw new IOException("No space left on device");
        }
    }
}
