package io.jenkins.plugins.slacknotify.outbox.journal;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A writer that joins what several threads bring at once into one write. The first thread writes; those that come
 * meanwhile wait, and one of them then writes for all. So a thread waits for two writes at most, and the writer needs
 * no thread of its own.
 *
 * <p>An interrupt neither ends the wait nor gets lost. Whatever is thrown while one thread writes, a lack of memory
 * included, the next one can write.
 *
 * @param <W> what is written
 */
public final class GroupCommit<W> {
    /** Writes a batch, on one thread at a time. */
    @FunctionalInterface
    public interface Sink<W> {
        /** @throws IOException where none of the batch was written */
        void write(List<W> batch) throws IOException;
    }

    /** Something that must not happen while a batch is written. */
    @FunctionalInterface
    public interface Action {
        void run() throws IOException;
    }

    /** The state of what one thread has brought. */
    private static final class Ticket {
        boolean done;

        @CheckForNull
        Throwable failure;
    }

    private record Batch<W>(List<W> writes, List<Ticket> tickets) {
        static <W> Batch<W> empty() {
            return new Batch<>(new ArrayList<>(), new ArrayList<>());
        }
    }

    private final Sink<W> sink;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition written = lock.newCondition();
    private Batch<W> waiting = Batch.empty();
    private boolean writing;

    public GroupCommit(Sink<W> sink) {
        this.sink = sink;
    }

    /**
     * Writes, and returns when all is written.
     *
     * @throws IOException where it was not
     */
    public void write(Collection<? extends W> writes) throws IOException {
        Ticket ticket = queue(writes);
        while (hasToWrite(ticket)) {
            writeAll();
        }
        if (ticket.failure != null) {
            throw new IOException("Could not write: " + ticket.failure.getMessage(), ticket.failure);
        }
    }

    /** Returns how many threads wait for their turn. */
    int countWaiting() {
        lock.lock();
        try {
            return waiting.tickets().size();
        } finally {
            lock.unlock();
        }
    }

    /** Runs an action while nothing is written. What is brought meanwhile waits for its end. */
    public void exclusively(Action action) throws IOException {
        hasToWrite(new Ticket());
        try {
            action.run();
        } finally {
            finish(List.of(), null);
        }
    }

    private Ticket queue(Collection<? extends W> writes) {
        lock.lock();
        try {
            Ticket ticket = new Ticket();
            waiting.writes().addAll(writes);
            waiting.tickets().add(ticket);
            return ticket;
        } finally {
            lock.unlock();
        }
    }

    /** Waits while others write. Returns false where they have written what the caller brought. */
    private boolean hasToWrite(Ticket ticket) {
        lock.lock();
        try {
            while (writing && !ticket.done) {
                written.awaitUninterruptibly();
            }
            if (ticket.done) {
                return false;
            }
            writing = true;
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Writes all that waits. Called by the one thread that {@link #hasToWrite}, which has to let the next one in. */
    private void writeAll() {
        List<Ticket> tickets = List.of();
        @CheckForNull Throwable failure = null;
        try {
            Batch<W> batch = takeAll();
            tickets = batch.tickets();
            failure = tryToWrite(batch.writes());
        } finally {
            finish(tickets, failure);
        }
    }

    private Batch<W> takeAll() {
        lock.lock();
        try {
            Batch<W> batch = waiting;
            waiting = Batch.empty();
            return batch;
        } finally {
            lock.unlock();
        }
    }

    private void finish(List<Ticket> tickets, @CheckForNull Throwable failure) {
        lock.lock();
        try {
            writing = false;
            for (Ticket ticket : tickets) {
                ticket.failure = failure;
                ticket.done = true;
            }
            written.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Returns what the sink throws. Errors too, such as a lack of memory: whatever it is, nobody may wait for ever.
     */
    @CheckForNull
    private Throwable tryToWrite(List<W> batch) {
        try {
            sink.write(batch);
            return null;
        } catch (IOException | RuntimeException | Error e) {
            return e;
        }
    }
}
