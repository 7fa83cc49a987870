package io.jenkins.plugins.slacknotify.outbox.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.slacknotify.outbox.LoggedRecords;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class BulkheadTest {
    private final Queue<Runnable> begun = new ArrayDeque<>();
    private final List<Integer> done = new ArrayList<>();
    private long now;
    private final Bulkhead bulkhead = bulkhead(begun::add);

    @Test
    void shouldLeaveWorkersForOtherAccounts() {
        execute("dead", Bulkhead.MAX_WORKERS + 10);
        assertThat(begun).hasSize(Bulkhead.MAX_WORKERS);

        execute("living", 1);
        assertThat(begun).hasSize(Bulkhead.MAX_WORKERS + 1);
    }

    @Test
    void shouldLeaveAWorkerForEachHoweverManyAccountsAreDead() {
        for (int account = 0; account < 20; account++) {
            execute("dead" + account, 2 * Bulkhead.MAX_WORKERS);
        }
        assertThat(begun).hasSize(4 * Bulkhead.MAX_WORKERS + 16);

        execute("living", 2);
        assertThat(begun).hasSize(4 * Bulkhead.MAX_WORKERS + 17);

        while (!begun.isEmpty()) {
            begun.remove().run();
        }
        assertThat(done).hasSize(242);
        execute("dead", 2 * Bulkhead.MAX_WORKERS);
        assertThat(begun).hasSize(Bulkhead.MAX_WORKERS);
    }

    @Test
    void shouldLetInWhatIsQueuedOnceFewerWorkersAreBusy() {
        for (int account = 0; account < 4; account++) {
            execute("busy" + account, Bulkhead.MAX_WORKERS);
        }
        List<Runnable> others = List.copyOf(begun);
        begun.clear();
        execute("acme", 2 * Bulkhead.MAX_WORKERS);
        Runnable hanging = begun.remove();
        assertThat(begun).isEmpty();

        others.forEach(Runnable::run);

        assertThat(begun).hasSize(Bulkhead.MAX_WORKERS - 1);
        done.clear();
        while (!begun.isEmpty()) {
            begun.remove().run();
        }
        assertThat(done).hasSize(2 * Bulkhead.MAX_WORKERS - 1).isSorted();
        hanging.run();
        execute("acme", 2 * Bulkhead.MAX_WORKERS);
        assertThat(begun).hasSize(Bulkhead.MAX_WORKERS);
    }

    @Test
    void shouldKeepWhatIsQueuedThoughNoThreadCanBeHadToLetItIn() {
        AtomicBoolean exhausted = new AtomicBoolean();
        Bulkhead strained = bulkhead(task -> {
            if (exhausted.get()) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            begun.add(task);
        });
        for (int i = 0; i < 4 * Bulkhead.MAX_WORKERS; i++) {
            strained.execute("busy" + i, () -> {});
        }
        List<Runnable> others = List.copyOf(begun);
        begun.clear();
        List<Bulkhead.Ticket> tickets = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int number = i;
            tickets.add(strained.execute("acme", () -> done.add(number)));
        }
        try (LoggedRecords log = LoggedRecords.of(Bulkhead.class)) {
            exhausted.set(true);
            others.subList(0, 2).forEach(Runnable::run);
            assertThat(log.messages()).hasSize(1);
        }
        exhausted.set(false);
        others.subList(2, others.size()).forEach(Runnable::run);
        now = 100;
        assertThat(tickets).filteredOn(ticket -> ticket.askAgain(100)).hasSize(4);
        while (!begun.isEmpty()) {
            begun.remove().run();
        }

        assertThat(done).containsExactlyInAnyOrder(0, 1, 2, 3);
        for (int i = 0; i < 2 * Bulkhead.MAX_WORKERS; i++) {
            strained.execute("acme", () -> {});
        }
        assertThat(begun).hasSize(Bulkhead.MAX_WORKERS);
    }

    @Test
    void shouldGiveAnAccountAsManyWorkersAsItIsSaidTo() {
        Bulkhead unlike = new Bulkhead(begun::add, account -> account.equals("small") ? 1 : 9, () -> now);
        for (int i = 0; i < 20; i++) {
            unlike.execute("small", () -> done.add(1));
            unlike.execute("large", () -> done.add(9));
        }
        assertThat(begun).hasSize(10);

        while (!begun.isEmpty()) {
            begun.remove().run();
        }
        assertThat(done).hasSize(40);
    }

    @Test
    void shouldRunWhatHasToWaitInItsOrder() {
        execute("acme", 3 * Bulkhead.MAX_WORKERS);
        while (!begun.isEmpty()) {
            assertThat(begun).hasSizeLessThanOrEqualTo(Bulkhead.MAX_WORKERS);
            begun.remove().run();
        }

        assertThat(done).hasSize(3 * Bulkhead.MAX_WORKERS).isSorted();
    }

    @Test
    void shouldGiveTheWorkerBackThoughTheTaskFails() {
        for (int i = 0; i < Bulkhead.MAX_WORKERS; i++) {
            bulkhead.execute("acme", () -> {
                throw new IllegalStateException("a fault");
            });
        }
        execute("acme", 1);
        assertThatThrownBy(() -> begun.remove().run()).isInstanceOf(IllegalStateException.class);

        assertThat(begun).hasSize(Bulkhead.MAX_WORKERS);
    }

    @Test
    void shouldGiveTheWorkerBackThoughNoneCanBeHad() {
        AtomicBoolean exhausted = new AtomicBoolean(true);
        Bulkhead strained = bulkhead(task -> {
            if (exhausted.get()) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            begun.add(task);
        });
        for (int i = 0; i < 2 * Bulkhead.MAX_WORKERS; i++) {
            assertThatThrownBy(() -> strained.execute("acme", () -> {})).isInstanceOf(OutOfMemoryError.class);
        }
        exhausted.set(false);
        for (int i = 0; i < Bulkhead.MAX_WORKERS; i++) {
            strained.execute("acme", () -> {});
        }

        assertThat(begun).hasSize(Bulkhead.MAX_WORKERS);
    }

    @Test
    void shouldGiveTheWorkerBackThoughNoneCanBeHadForTheNext() {
        AtomicBoolean exhausted = new AtomicBoolean();
        Bulkhead strained = bulkhead(task -> {
            if (exhausted.get()) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            begun.add(task);
        });
        try (LoggedRecords log = LoggedRecords.of(Bulkhead.class)) {
            for (int i = 0; i < 2 * Bulkhead.MAX_WORKERS; i++) {
                strained.execute("acme", () -> {});
            }
            exhausted.set(true);
            List.copyOf(begun).forEach(Runnable::run);
            assertThat(log.messages()).hasSize(Bulkhead.MAX_WORKERS);
        }
        begun.clear();
        exhausted.set(false);
        for (int i = 0; i < Bulkhead.MAX_WORKERS; i++) {
            strained.execute("acme", () -> {});
        }

        assertThat(begun).hasSize(Bulkhead.MAX_WORKERS);
    }

    @Test
    void shouldAwaitNoThreadForWhatHasToWaitForOthers() {
        execute("acme", Bulkhead.MAX_WORKERS);
        now = 10;
        Bulkhead.Ticket queued = bulkhead.execute("acme", () -> done.add(99));
        now = 1_000;
        assertThat(queued.awaitsThreadSince()).isEmpty();
        assertThat(queued.askAgain(1_000)).isFalse();

        begun.remove().run();
        assertThat(queued.awaitsThreadSince()).contains(1_000L);
        begun.forEach(Runnable::run);
        assertThat(done).hasSize(Bulkhead.MAX_WORKERS + 1).endsWith(99);
        assertThat(queued.awaitsThreadSince()).isEmpty();
    }

    @Test
    void shouldRunATaskOnceThoughBothThreadsCome() {
        Bulkhead.Ticket ticket = bulkhead.execute("acme", () -> done.add(1));
        Runnable late = begun.remove();
        now = 100;
        assertThat(ticket.askAgain(0)).isFalse();
        assertThat(ticket.askAgain(100)).isTrue();
        assertThat(ticket.askAgain(100)).isFalse();
        assertThat(ticket.awaitsThreadSince()).contains(0L);
        begun.remove().run();
        late.run();

        assertThat(done).containsExactly(1);
        execute("acme", Bulkhead.MAX_WORKERS + 1);
        assertThat(begun).hasSize(Bulkhead.MAX_WORKERS);
    }

    @Test
    void shouldAskAgainForWhatWasDropped() {
        AtomicBoolean exhausted = new AtomicBoolean();
        Bulkhead strained = bulkhead(task -> {
            if (exhausted.get()) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            begun.add(task);
        });
        for (int i = 0; i < Bulkhead.MAX_WORKERS; i++) {
            strained.execute("acme", () -> {});
        }
        Bulkhead.Ticket next = strained.execute("acme", () -> done.add(1));
        try (LoggedRecords log = LoggedRecords.of(Bulkhead.class)) {
            exhausted.set(true);
            begun.remove().run();
            now = 100;
            assertThat(next.awaitsThreadSince()).contains(0L);
            assertThat(next.askAgain(100)).isTrue();
            assertThat(log.messages()).hasSize(2);
        }
        exhausted.set(false);
        now = 200;
        assertThat(next.askAgain(200)).isTrue();
        begun.forEach(Runnable::run);

        assertThat(done).containsExactly(1);
        begun.clear();
        for (int i = 0; i < 2 * Bulkhead.MAX_WORKERS; i++) {
            strained.execute("acme", () -> {});
        }
        assertThat(begun).hasSize(Bulkhead.MAX_WORKERS);
    }

    private Bulkhead bulkhead(Executor workers) {
        return new Bulkhead(workers, account -> Bulkhead.MAX_WORKERS, () -> now);
    }

    private void execute(String account, int tasks) {
        for (int i = 0; i < tasks; i++) {
            int number = i;
            bulkhead.execute(account, () -> done.add(number));
        }
    }
}
