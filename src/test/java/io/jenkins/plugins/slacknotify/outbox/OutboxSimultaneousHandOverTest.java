package io.jenkins.plugins.slacknotify.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.Entry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Threads that hand over the same id at once, while the disk takes one thing and not the other. */
class OutboxSimultaneousHandOverTest {
    private static final int SEEDS = 100;

    @AutoClose
    private final LoggedRecords log = LoggedRecords.of(ResilientStore.class);

    /** Another thread may go on before and after each write, and chance decides which of them fail. */
    private static final class FlickeringStore extends ForwardingStore {
        private final Interleaving threads;
        private final Random chance;

        FlickeringStore(Interleaving threads, long seed) {
            this.threads = threads;
            this.chance = new Random(seed);
        }

        @Override
        public boolean add(Delivery delivery) throws IOException {
            threads.pass();
            boolean fails = chance.nextBoolean();
            threads.pass();
            if (fails) {
                throw new IOException("Input/output error");
            }
            return super.add(delivery);
        }
    }

    /** A way to hand an entry over. */
    @FunctionalInterface
    private interface HandOver {
        List<Boolean> accept(Outbox outbox, Entry entry) throws IOException;
    }

    private static final HandOver ALONE = (outbox, entry) -> List.of(outbox.accept(entry));
    private static final HandOver WITH_ANOTHER = (outbox, entry) -> outbox.acceptAll(List.of(
                    entry, entry.copyWithId("of-" + Thread.currentThread().getId(), entry.acceptedAt())))
            .subList(0, 1);
    private static final HandOver DURABLY = (outbox, entry) -> List.of(outbox.acceptDurably(entry));

    private static void shouldBeTakenAndSentOnce(long seed, HandOver... ways) {
        Interleaving threads = new Interleaving(seed);
        OutboxBench bench = new OutboxBench(new FlickeringStore(threads, seed));
        bench.start();
        Entry entry = new Entry("a", "lane", bench.clock.instant(), "payload");
        List<Boolean> told = Collections.synchronizedList(new ArrayList<>());
        List<Callable<?>> tasks = new ArrayList<>();
        for (HandOver way : ways) {
            tasks.add(() -> {
                try {
                    return told.addAll(way.accept(bench.outbox, entry));
                } catch (IOException notTaken) {
                    return false;
                }
            });
        }
        threads.run(tasks);
        bench.run();

        int once = told.isEmpty() ? 0 : 1;
        assertThat(told.stream().filter(isNew -> isNew)).as("seed %d", seed).hasSize(once);
        assertThat(bench.courier.ids().stream().filter("a"::equals))
                .as("seed %d", seed)
                .hasSize(once);
        assertThat(bench.outbox.find("a").map(Delivery::state))
                .as("seed %d", seed)
                .isEqualTo(told.isEmpty() ? Optional.empty() : Optional.of(Delivery.State.SENT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"alone", "together", "durably", "mixed"})
    void shouldBeTakenAndSentOnce(String how) {
        for (long seed = 0; seed < SEEDS; seed++) {
            switch (how) {
                case "alone" -> shouldBeTakenAndSentOnce(seed, ALONE, ALONE, ALONE);
                case "together" -> shouldBeTakenAndSentOnce(seed, WITH_ANOTHER, WITH_ANOTHER, ALONE);
                case "durably" -> shouldBeTakenAndSentOnce(seed, DURABLY, DURABLY, DURABLY);
                default -> shouldBeTakenAndSentOnce(seed, ALONE, DURABLY, DURABLY);
            }
        }
    }

    /** The outbox may be closed between a failure of the disk and the moment in which what it has not taken is in memory. */
    @Test
    void shouldNotBeLostWhereTheOutboxIsClosedInThatMoment() throws IOException {
        ManualClock clock = new ManualClock();
        FailingStore store = new FailingStore();
        List<Outbox> toClose = new ArrayList<>();
        Outbox outbox = Outbox.builder(store, new ScriptedCourier(), new ManualThreads(clock))
                .clock(() -> {
                    if (!toClose.isEmpty()) {
                        close(toClose.remove(0));
                    }
                    return clock.instant();
                })
                .build();
        Entry entry = new Entry("a", "lane", clock.instant(), "payload");
        toClose.add(outbox);
        store.mendedAfterNextWrite();

        assertThat(outbox.accept(entry)).isTrue();
        assertThat(store.find("a")).isPresent();
    }

    private static void close(Outbox outbox) {
        try {
            outbox.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
