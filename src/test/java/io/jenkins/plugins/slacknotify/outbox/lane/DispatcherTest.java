package io.jenkins.plugins.slacknotify.outbox.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.outbox.LoggedRecords;
import io.jenkins.plugins.slacknotify.outbox.ManualClock;
import io.jenkins.plugins.slacknotify.outbox.ManualThreads;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.DeliveryHead;
import io.jenkins.plugins.slacknotify.outbox.delivery.Entry;
import io.jenkins.plugins.slacknotify.outbox.thread.Bulkhead;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A dispatcher without memory for anything. What it does with memory, the tests of the outbox tell. */
class DispatcherTest {
    private final ManualClock clock = new ManualClock();
    private final ManualThreads threads = new ManualThreads(clock);
    private final List<String> tried = new ArrayList<>();
    private boolean hasMemory = true;

    private final Bulkhead workers =
            new Bulkhead(this::execute, account -> 1, () -> threads.uptime().toNanos());
    private final Dispatcher dispatcher = new Dispatcher(
            this::attempt,
            (lane, task) -> workers.execute("account", task),
            threads,
            clock,
            new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(5), this::chance));

    private void execute(Runnable task) {
        requireMemory();
        threads.work(task);
    }

    private double chance() {
        requireMemory();
        return 0;
    }

    private void requireMemory() {
        if (!hasMemory) {
            throw new InternalError("unable to create native thread");
        }
    }

    private AttemptOutcome attempt(Attempts.Task task) {
        requireMemory();
        task.deliveries().forEach(delivery -> tried.add(delivery.id()));
        return new AttemptOutcome.Gone(
                task.deliveries().stream().map(Waiting::head).toList());
    }

    private DeliveryHead waiting(String id) {
        return Delivery.accepted(new Entry(id, "lane", clock.instant(), "payload"), id.charAt(0))
                .head();
    }

    @Test
    void shouldGoOnAtTheNextSweepWhereNoThreadCanBeHadAndNotEvenARestBePlanned() {
        try (LoggedRecords log = LoggedRecords.of(Dispatcher.class)) {
            dispatcher.begin();
            hasMemory = false;
            dispatcher.add(waiting("a"));

            hasMemory = true;
            dispatcher.sweep(waiting -> false);
            threads.run();

            assertThat(tried).containsExactly("a");
        }
    }

    @Test
    void shouldGoOnAtTheNextSweepWhereAnAttemptHadNoMemoryAndNoRestCouldBePlanned() {
        try (LoggedRecords log = LoggedRecords.of(Dispatcher.class)) {
            dispatcher.begin();
            dispatcher.add(waiting("a"));
            hasMemory = false;
            threads.run();

            hasMemory = true;
            dispatcher.sweep(waiting -> false);
            threads.run();

            assertThat(tried).containsExactly("a");
        }
    }
}
