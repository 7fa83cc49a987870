package io.jenkins.plugins.slacknotify.outbox;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.ToIntFunction;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A limit on the workers of one account, {@value #MAX_WORKERS} at a time unless something else is said, so that an account whose answers
 * do not come leaves workers for the others. Tasks above the limit run in the order in which they came.
 *
 * <p>Safe for use by many threads.
 */
final class Bulkhead {
    /** Enough for what Slack takes of one workspace, four messages a second, while each answer takes a second. */
    static final int MAX_WORKERS = 6;

    private static final Logger LOGGER = Logger.getLogger(Bulkhead.class.getName());

    private final Executor workers;
    private final ToIntFunction<String> limits;
    private final Map<String, Account> accounts = new HashMap<>();

    private static final class Account {
        private final Queue<Runnable> queue = new ArrayDeque<>();
        private int busy;
    }

    Bulkhead(Executor workers) {
        this(workers, account -> MAX_WORKERS);
    }

    /** @param limits how many tasks of an account run at a time; always the same for one account, and at least one */
    Bulkhead(Executor workers, ToIntFunction<String> limits) {
        this.workers = workers;
        this.limits = limits;
    }

    /**
     * Runs a task on a worker, as soon as the account may have one. What is thrown when the worker is asked for is thrown
     * here, and the task does not run then.
     */
    void execute(String account, Runnable task) {
        if (enter(account, task)) {
            boolean asked = false;
            try {
                run(account, task);
                asked = true;
            } finally {
                if (!asked) {
                    leave(account);
                }
            }
        }
    }

    private void run(String account, Runnable task) {
        workers.execute(() -> {
            try {
                task.run();
            } finally {
                leave(account);
            }
        });
    }

    private synchronized boolean enter(String name, Runnable task) {
        Account account = accounts.computeIfAbsent(name, unused -> new Account());
        if (account.busy >= limits.applyAsInt(name)) {
            account.queue.add(task);
            return false;
        }
        account.busy++;
        return true;
    }

    /** Gives the worker to the next task, or back. A task for which no worker can be had is dropped, and never counts. */
    private synchronized void leave(String name) {
        Account account = accounts.get(name);
        for (Runnable next = account.queue.poll(); next != null; next = account.queue.poll()) {
            try {
                run(name, next);
                return;
            } catch (RuntimeException | Error e) {
                LOGGER.log(Level.WARNING, "Could not ask for a thread to send notifications", e);
            }
        }
        account.busy--;
        if (account.busy == 0) {
            accounts.remove(name);
        }
    }
}
