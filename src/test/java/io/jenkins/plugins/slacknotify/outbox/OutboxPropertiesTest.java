package io.jenkins.plugins.slacknotify.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.outbox.delivery.Entry;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendOrder;
import io.jenkins.plugins.slacknotify.outbox.lane.Dispatcher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Properties of the outbox that hold whatever happens, in whatever order. */
class OutboxPropertiesTest {
    private record Plan(String lane, String conversation, int urgency, boolean foldable) {}

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void shouldTellEachOnceAndEachConversationInItsOrderThoughTheProcessEndsAgainAndAgain(
            @ForAll("plans") List<Plan> plans, @ForAll long seed) {
        try (LoggedRecords log = LoggedRecords.of(DeliveryAttempts.class);
                LoggedRecords ofTheStore = LoggedRecords.of(ResilientStore.class);
                LoggedRecords ofTheDispatcher = LoggedRecords.of(Dispatcher.class)) {
            run(plans, new Random(seed));
            assertThat(log.messages())
                    .allMatch(message -> message.contains("failed unexpectedly") || message.contains("tried again"));
            assertThat(ofTheDispatcher.messages()).allMatch(message -> message.contains("reason of its own"));
            assertThat(ofTheStore.messages()).allMatch(message -> message.contains("Could not"));
        }
    }

    private static void run(List<Plan> plans, Random random) {
        RandomSlack slack = new RandomSlack(random);
        CrashingStore store = new CrashingStore(random);
        Process process = new Process(store, slack);
        List<Entry> accepted = new ArrayList<>();

        for (Plan plan : plans) {
            Entry entry = new Entry(
                    "e" + accepted.size(),
                    new SendOrder(plan.lane(), plan.conversation(), plan.urgency(), plan.foldable()),
                    process.clock.instant(),
                    "");
            process.outbox.accept(entry);
            accepted.add(entry);
            process.pass(Duration.ofMillis(random.nextInt(4) == 0 ? random.nextInt(20_000) : 0));
        }
        slack.calmDown();
        store.calmDown();
        process.restart();
        process.pass(Duration.ofHours(1));

        assertThat(process.outbox.waiting()).isZero();
        assertThat(slack.arrived()).containsExactlyInAnyOrderElementsOf(accepted);
        assertThat(byConversation(slack.arrived())).isEqualTo(byConversation(accepted));
    }

    private static Object byConversation(List<Entry> entries) {
        return entries.stream().collect(Collectors.groupingBy(entry -> entry.lane() + entry.sequence()));
    }

    @Provide
    Arbitrary<List<Plan>> plans() {
        return Combinators.combine(
                        Arbitraries.of("#one", "#other"),
                        Arbitraries.integers().between(1, 12).map(number -> "build " + number),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.of(true, true, true, false))
                .as(Plan::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(80);
    }

    /** Runs the outbox, and starts it anew in the place of one that has crashed. */
    private static final class Process {
        private final ManualClock clock = new ManualClock();
        private final CrashingStore store;
        private final RandomSlack courier;
        private ManualThreads threads;
        private Outbox outbox;

        Process(CrashingStore store, RandomSlack courier) {
            this.store = store;
            this.courier = courier;
            restart();
        }

        void restart() {
            store.revive();
            threads = new ManualThreads(clock);
            outbox = Outbox.builder(store, courier.of(store), threads)
                    .clock(clock.ticking())
                    .build();
            outbox.start();
        }

        void pass(Duration time) {
            threads.advance(time);
            for (int crashes = 0; store.hasCrashed(); crashes++) {
                assertThat(crashes).as("crashes in a row").isLessThan(1_000);
                restart();
                threads.advance(Duration.ZERO);
            }
        }
    }
}
