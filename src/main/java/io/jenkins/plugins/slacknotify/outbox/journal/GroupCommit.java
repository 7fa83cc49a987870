package io.jenkins.plugins.slacknotify.outbox.journal;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A writer that joins what several threads bring at once into one write. The first thread writes; those that come
 * meanwhile wait, and one of them then writes for all. So a thread waits for two writes at most, and the writer needs
 * no thread of its own.
 *
 * <p>Each thread that waits is woken by itself, and needs no lock to go on. With a condition, all of them would ask for
 * the lock one after the other, and one that the system does not let run would keep those behind it waiting.
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

    /** The writes that one thread has brought, and how they stand. */
    private static final class Ticket<W> {
        private final Collection<? extends W> writes;
        private final Thread owner = Thread.currentThread();

        /** The ticket behind this one in the queue; null for the last. */
        @CheckForNull
        private Ticket<W> next;

        /** Why the writes were not written; null where they were. It is set before {@link #done}. */
        @CheckForNull
        private Throwable failure;

        private volatile boolean done;

        Ticket(Collection<? extends W> writes) {
            this.writes = writes;
        }

        void finish(@CheckForNull Throwable why) {
            failure = why;
            done = true;
        }
    }

    /**
     * Tickets in the order in which they came. Nothing that is done to it needs memory: an array that has to grow, and finds none,
     * forgets who waits in it.
     */
    private static final class TicketQueue<W> {
        @CheckForNull
        private Ticket<W> first;

        @CheckForNull
        private Ticket<W> last;

        void add(Ticket<W> ticket) {
            if (last == null) {
                first = ticket;
            } else {
                last.next = ticket;
            }
            last = ticket;
        }

        /** Empties the queue. @return the first, which leads to the others; null where there is none */
        @CheckForNull
        Ticket<W> takeAll() {
            Ticket<W> all = first;
            first = null;
            last = null;
            return all;
        }

        void remove(Ticket<W> ticket) {
            Ticket<W> each = takeAll();
            while (each != null) {
                Ticket<W> next = each.next;
                each.next = null;
                if (each != ticket) {
                    add(each);
                }
                each = next;
            }
        }

        int size() {
            int size = 0;
            for (Ticket<W> each = first; each != null; each = each.next) {
                size++;
            }
            return size;
        }
    }

    private final Sink<W> sink;

    // All that follows is guarded by this object, which nobody keeps for longer than a few steps.
    private final TicketQueue<W> waiting = new TicketQueue<>();

    /** The tickets of actions. Each is carried out by the thread that has brought it. */
    private final TicketQueue<W> actions = new TicketQueue<>();

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
        Ticket<W> ticket = new Ticket<>(writes);
        queue(ticket, waiting);
        if (hasToWrite(ticket)) {
            writeAll();
        }
        if (ticket.failure != null) {
            throw new IOException("Could not write: " + ticket.failure.getMessage(), ticket.failure);
        }
    }

    /** Runs an action while nothing is written. What is brought meanwhile waits for its end. */
    public void exclusively(Action action) throws IOException {
        Ticket<W> ticket = new Ticket<>(List.of());
        queue(ticket, actions);
        hasToWrite(ticket);
        try {
            action.run();
        } finally {
            leave(ticket);
            finish(null, null);
        }
    }

    /** Returns how many threads wait for their turn. */
    synchronized int countWaiting() {
        return waiting.size();
    }

    private synchronized void queue(Ticket<W> ticket, TicketQueue<W> queue) {
        queue.add(ticket);
    }

    private synchronized void leave(Ticket<W> action) {
        actions.remove(action);
    }

    /** Waits while others write. Returns false where they have written what the caller brought. */
    private boolean hasToWrite(Ticket<W> ticket) {
        boolean interrupted = false;
        boolean begun = begin(ticket);
        while (!begun && !ticket.done) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
            begun = begin(ticket);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return begun;
    }

    /** Lets the caller write, if nobody else does. Whoever comes first is the next, so nobody waits for one that sleeps. */
    private synchronized boolean begin(Ticket<W> ticket) {
        boolean begins = !writing && !ticket.done;
        writing |= begins;
        return begins;
    }

    /** Writes all that waits. Called by the one thread that {@link #hasToWrite}, which has to let the next one in. */
    private void writeAll() {
        Ticket<W> tickets = takeAll();
        finish(tickets, tryToWrite(tickets));
    }

    @CheckForNull
    private synchronized Ticket<W> takeAll() {
        return waiting.takeAll();
    }

    /**
     * Lets the next one in first, as the disk is what all of them wait for. Whatever has been thrown, nothing here throws: the others would
     * wait for ever.
     */
    private void finish(@CheckForNull Ticket<W> tickets, @CheckForNull Throwable failure) {
        for (Ticket<W> ticket = tickets; ticket != null; ticket = ticket.next) {
            ticket.finish(failure);
        }
        LockSupport.unpark(end());
        for (Ticket<W> ticket = tickets; ticket != null; ticket = ticket.next) {
            LockSupport.unpark(ticket.owner);
        }
    }

    /** Returns the thread that is to be woken, as it waits for its turn; null where none does. */
    @CheckForNull
    private synchronized Thread end() {
        writing = false;
        Ticket<W> next = actions.first == null ? waiting.first : actions.first;
        return next == null ? null : next.owner;
    }

    /**
     * Returns what is thrown. Errors too, such as a lack of memory: whatever it is, nobody may wait for ever.
     */
    @CheckForNull
    private Throwable tryToWrite(@CheckForNull Ticket<W> tickets) {
        try {
            List<W> batch = new ArrayList<>();
            for (Ticket<W> ticket = tickets; ticket != null; ticket = ticket.next) {
                batch.addAll(ticket.writes);
            }
            sink.write(batch);
            return null;
        } catch (Throwable e) {
            return e;
        }
    }
}
