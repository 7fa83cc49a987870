package io.jenkins.plugins.slacknotify.outbox.thread;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A thread for what is looked after now and then: while it is at that, it does not begin again. It ends soon after it is done. Safe for use
 * by many threads.
 */
public final class SingleTaskThread {
    private final OutboxThreads threads;
    private final AtomicBoolean busy = new AtomicBoolean();

    /** @param role for the name of the thread, after {@code slack-notify-} */
    public SingleTaskThread(String role) {
        threads = new PooledThreads(role, 1);
    }

    /** Begins a task and returns at once. Does nothing while the one before goes on. */
    public void work(Runnable task) {
        if (busy.compareAndSet(false, true)) {
            threads.work(() -> {
                try {
                    task.run();
                } finally {
                    busy.set(false);
                }
            });
        }
    }
}
