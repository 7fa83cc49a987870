package io.jenkins.plugins.slacknotify.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.Entry;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendOrder;
import io.jenkins.plugins.slacknotify.outbox.lane.Backoff;
import io.jenkins.plugins.slacknotify.outbox.lane.Dispatcher;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A disk that takes one thing and not the other, also after it has taken it, and reads some of it and not the rest, under a Slack that
 * does what it likes: while the process lives, and after its orderly end, all is told once and in order.
 * {@code -Dslack-notify.outbox.seed=SEED} repeats a run.
 */
class OutboxFlickeringDiskTest {
    private static final int ENTRIES = 60;

    static List<Long> seeds() {
        Long seed = Long.getLong("slack-notify.outbox.seed");
        return seed == null ? new Random().longs(100).boxed().toList() : List.of(seed);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shouldTellEachOnceAndInOrder(long seed) throws IOException {
        try (LoggedRecords log = LoggedRecords.of(DeliveryAttempts.class);
                LoggedRecords ofTheStore = LoggedRecords.of(ResilientStore.class);
                LoggedRecords ofTheOutbox = LoggedRecords.of(Outbox.class);
                LoggedRecords ofTheReader = LoggedRecords.of(LeftoverReader.class);
                LoggedRecords ofTheDispatcher = LoggedRecords.of(Dispatcher.class)) {
            run(new Random(seed));
        }
    }

    private static void run(Random random) throws IOException {
        RandomSlack slack = new RandomSlack(random);
        FlickeringStore store = new FlickeringStore(random);
        ManualClock clock = new ManualClock();
        List<Entry> accepted = new ArrayList<>();
        ManualThreads threads = new ManualThreads(clock);
        Outbox outbox = start(random, store, slack, clock, threads);
        for (int i = 0; i < ENTRIES; i++) {
            SendOrder order = new SendOrder(
                    random.nextBoolean() ? "#one" : "#other",
                    "build " + random.nextInt(12),
                    random.nextInt(4),
                    random.nextInt(4) > 0);
            Entry entry = new Entry("e" + i, order, clock.instant(), "");
            assertThat(outbox.accept(entry)).isTrue();
            accepted.add(entry);
            threads.advance(Duration.ofMillis(random.nextInt(4) == 0 ? random.nextInt(20_000) : 0));
            if (i % 20 == 19) {
                store.isCalm = true;
                outbox.close();
                store.isCalm = false;
                clock.advance(Duration.ofSeconds(1));
                threads = new ManualThreads(clock);
                outbox = start(random, store, slack, clock, threads);
            }
        }
        slack.calmDown();
        store.isCalm = true;
        threads.advance(Duration.ofHours(1));

        assertThat(outbox.waiting()).isZero();
        assertThat(outbox.storeProblem()).isEmpty();
        assertThat(slack.arrived()).containsExactlyInAnyOrderElementsOf(accepted);
        assertThat(bySequence(slack.arrived())).isEqualTo(bySequence(accepted));
    }

    private static Outbox start(
            Random random, FlickeringStore store, RandomSlack slack, ManualClock clock, ManualThreads threads) {
        Outbox outbox = Outbox.builder(store, slack, threads)
                .clock(clock.ticking())
                .backoff(new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(5), random::nextDouble))
                .build();
        outbox.start();
        return outbox;
    }

    private static Object bySequence(List<Entry> entries) {
        return entries.stream().collect(Collectors.groupingBy(entry -> entry.lane() + entry.sequence()));
    }

    private static final class FlickeringStore extends ForwardingStore {
        private final Random random;
        private boolean isCalm;

        FlickeringStore(Random random) {
            this.random = random;
        }

        private void fail() throws IOException {
            if (!isCalm && random.nextInt(8) == 0) {
                throw new IOException("Input/output error");
            }
        }

        @Override
        public boolean add(Delivery delivery) throws IOException {
            fail();
            boolean isNew = super.add(delivery);
            fail();
            return isNew;
        }

        @Override
        public void updateAll(List<Delivery> deliveries) throws IOException {
            for (Delivery delivery : deliveries) {
                fail();
                super.updateAll(List.of(delivery));
            }
            fail();
        }

        @Override
        public Optional<Delivery> find(String id) throws IOException {
            fail();
            return super.find(id);
        }
    }
}
