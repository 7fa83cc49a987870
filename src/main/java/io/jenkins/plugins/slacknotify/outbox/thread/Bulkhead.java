package io.jenkins.plugins.slacknotify.outbox.thread;

import java.util.HashMap;
import java.util.LinkedList;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.ToIntFunction;
import java.util.logging.Level;

/**
 * A limit on the workers of one account, {@value #MAX_WORKERS} at a time unless something else is said, so that an account whose answers
 * do not come leaves workers for the others. While {@value #MANY_WORKERS} or more are busy in all, an account gets no second one, but keeps
 * those that it has. Tasks above the limit run in the order in which they came, as soon as their account may have more again.
 *
 * <p>Safe for use by many threads. It calls the workers under its lock, and nothing else.
 */
public final class Bulkhead {
    /** Enough for what Slack takes of one workspace, four messages a second, while each answer takes a second. */
    public static final int MAX_WORKERS = 6;

    /** While so many workers are busy in all, an account gets no second one: many accounts together may not come back, either. */
    private static final int MANY_WORKERS = 4 * MAX_WORKERS;

    private static final GuardedLog LOGGER = GuardedLog.of(Bulkhead.class);

    private final Executor workers;
    private final ToIntFunction<String> limits;
    private final LongSupplier uptime;
    private final Map<String, Account> accounts = new HashMap<>();
    private int busy;

    private static final class Account {
        /** Of nodes, as an array that has to grow and finds no memory for that loses what is in it. */
        private final Queue<Ticket> queue = new LinkedList<>();

        private int busy;
    }

    /**
     * @param limits how many tasks of an account run at a time; always the same for one account, and at least one
     * @param uptime in nanoseconds
     */
    public Bulkhead(Executor workers, ToIntFunction<String> limits, LongSupplier uptime) {
        this.workers = workers;
        this.limits = limits;
        this.uptime = uptime;
    }

    private enum Stage {
        /** Others of its account have all the workers. */
        QUEUED,
        /** The task has a worker of its account, and a thread for it was asked for. */
        ASKED,
        /** The task has no worker, because no thread could be asked for. {@link Ticket#askAgain} asks again. */
        DROPPED,
        BEGUN
    }

    /** A task of the bulkhead, which runs once, however often a thread is asked for. Guarded by the bulkhead. */
    public final class Ticket {
        private final String account;
        private final Runnable task;
        private Stage stage = Stage.QUEUED;
        private long waitsSince;
        private long askedAt;

        private Ticket(String account, Runnable task) {
            this.account = account;
            this.task = task;
        }

        /**
         * Returns since when it waits for a thread, which should take no time, in nanoseconds of uptime; empty where it has begun, or
         * others of its account are to have their turn before, however long that takes.
         */
        public Optional<Long> awaitsThreadSince() {
            synchronized (Bulkhead.this) {
                return stage == Stage.ASKED || stage == Stage.DROPPED ? Optional.of(waitsSince) : Optional.empty();
            }
        }

        /** Asks for a thread again, where one was asked for before that moment and has not come. @return whether that was so */
        public boolean askAgain(long before) {
            synchronized (Bulkhead.this) {
                boolean late = awaitsThreadSince().isPresent() && askedAt < before;
                if (late) {
                    askedAt = uptime.getAsLong();
                    boolean hasWorker = stage == Stage.ASKED || enter(this);
                    if (hasWorker && !askOrDrop(this)) {
                        leave(account);
                    }
                }
                return late;
            }
        }

        private void run() {
            if (begins()) {
                try {
                    task.run();
                } finally {
                    leave(account);
                }
            }
        }

        private boolean begins() {
            synchronized (Bulkhead.this) {
                boolean begins = stage == Stage.ASKED;
                if (begins) {
                    stage = Stage.BEGUN;
                }
                return begins;
            }
        }
    }

    /**
     * Runs a task on a worker, as soon as the account may have one. What is thrown when the worker is asked for is thrown
     * here, and the task does not run then.
     */
    public synchronized Ticket execute(String account, Runnable task) {
        Ticket ticket = new Ticket(account, task);
        if (enter(ticket)) {
            boolean asked = false;
            try {
                ask(ticket);
                asked = true;
            } finally {
                if (!asked) {
                    ticket.stage = Stage.DROPPED;
                    leave(account);
                }
            }
        }
        return ticket;
    }

    /** Gives a ticket a worker, or its place behind the others. Called under the lock. */
    private boolean enter(Ticket ticket) {
        Account account = accounts.computeIfAbsent(ticket.account, unused -> new Account());
        if (!mayHaveMore(account, ticket)) {
            // Added first, as there may be no memory for it: what counts as queued, nobody asks for again.
            account.queue.add(ticket);
            ticket.stage = Stage.QUEUED;
            return false;
        }
        account.busy++;
        busy++;
        return true;
    }

    private boolean mayHaveMore(Account account, Ticket ticket) {
        return account.busy < (busy < MANY_WORKERS ? limits.applyAsInt(ticket.account) : 1);
    }

    private void ask(Ticket ticket) {
        if (ticket.stage == Stage.QUEUED) {
            ticket.waitsSince = uptime.getAsLong();
            ticket.askedAt = ticket.waitsSince;
        }
        ticket.stage = Stage.ASKED;
        workers.execute(ticket::run);
    }

    /** @return false where no thread could be asked for: its worker is for others */
    private boolean askOrDrop(Ticket ticket) {
        try {
            ask(ticket);
            return true;
        } catch (RuntimeException | Error e) {
            ticket.stage = Stage.DROPPED;
            LOGGER.log(Level.WARNING, "Could not ask for a thread to send notifications", e);
            return false;
        }
    }

    /** Gives the worker to the next task, or back: then others may have more. */
    private synchronized void leave(String name) {
        Account account = accounts.get(name);
        for (Ticket next = account.queue.poll(); next != null; next = account.queue.poll()) {
            if (askOrDrop(next)) {
                return;
            }
        }
        account.busy--;
        busy--;
        if (account.busy == 0) {
            accounts.remove(name);
        }
        letIn();
    }

    /** Gives workers to what is queued, as far as its accounts may have more. What is left has one of its account busy, and is next then. */
    private void letIn() {
        for (Account account : accounts.values()) {
            for (Ticket next = account.queue.peek();
                    next != null && mayHaveMore(account, next);
                    next = account.queue.peek()) {
                account.queue.remove();
                account.busy++;
                busy++;
                if (!askOrDrop(next)) {
                    account.busy--;
                    busy--;
                    return;
                }
            }
        }
    }
}
