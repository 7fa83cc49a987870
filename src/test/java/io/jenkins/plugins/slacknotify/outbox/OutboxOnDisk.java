package io.jenkins.plugins.slacknotify.outbox;

import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.Entry;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendOrder;
import io.jenkins.plugins.slacknotify.outbox.store.Host;
import io.jenkins.plugins.slacknotify.outbox.store.JournalOutboxStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An outbox over a real journal, in one process after the other; time and threads are moved by hand. */
final class OutboxOnDisk implements AutoCloseable {
    final ManualClock clock = new ManualClock();
    final RememberingSlack slack = new RememberingSlack();
    Host host = new Host("ci", "boot-1");
    ManualThreads threads;
    final List<Delivery> heard = new ArrayList<>();
    Outbox outbox;

    /** Ends the process and starts the next one. */
    Outbox start(Path folder) {
        close();
        threads = new ManualThreads(clock);
        outbox = Outbox.builder(new JournalOutboxStore(folder, host, clock), slack, threads)
                .listener(heard::add)
                .clock(clock)
                .build();
        outbox.start();
        threads.run();
        return outbox;
    }

    void accept(String id, SendOrder order) {
        outbox.accept(new Entry(id, order, clock.instant(), "x".repeat(1_000)));
    }

    void accept(String id) {
        accept(id, SendOrder.ofLane("#builds"));
    }

    Delivery.State stateOf(String id) {
        return outbox.find(id).orElseThrow().state();
    }

    @Override
    public void close() {
        if (outbox != null) {
            try {
                outbox.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
