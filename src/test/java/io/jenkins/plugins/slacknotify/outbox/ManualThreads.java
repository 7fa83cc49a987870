package io.jenkins.plugins.slacknotify.outbox;

import io.jenkins.plugins.slacknotify.outbox.thread.OutboxThreads;
import java.time.Duration;
import java.util.Comparator;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Threads that a test moves by hand: tasks run in {@link #run} and {@link #advance}, on the thread of the test.
 * Several may add to them. */
public final class ManualThreads implements OutboxThreads {
    private record Timer(Duration due, long number, Runnable task) {}

    private final ManualClock clock;
    private final Deque<Runnable> tasks = new ConcurrentLinkedDeque<>();
    private final Queue<Timer> timers =
            new PriorityBlockingQueue<>(16, Comparator.comparing(Timer::due).thenComparing(Timer::number));
    private final AtomicLong timersSet = new AtomicLong();
    private volatile boolean closed;

    public ManualThreads(ManualClock clock) {
        this.clock = clock;
    }

    @Override
    public void work(Runnable task) {
        if (!closed) {
            tasks.add(task);
        }
    }

    @Override
    public void later(Duration wait, Runnable task) {
        timers.add(new Timer(clock.uptime().plus(wait), timersSet.incrementAndGet(), task));
    }

    /** Runs all that there is to do at this moment. */
    public void run() {
        while (runOne()) {
            // until nothing is left
        }
    }

    /** Runs one task; false where there is none. */
    public boolean runOne() {
        Runnable task = tasks.poll();
        if (task != null) {
            task.run();
        }
        return task != null;
    }

    /** Runs the task that came last before all others, as any order can be that of threads. */
    public void runNewest() {
        tasks.removeLast().run();
    }

    /** Lets time pass, and everything happen that falls due meanwhile, at its moment. */
    public void advance(Duration time) {
        Duration end = clock.uptime().plus(time);
        run();
        while (!timers.isEmpty() && timers.peek().due().compareTo(end) <= 0) {
            Timer next = timers.remove();
            clock.advance(next.due().minus(clock.uptime()));
            work(next.task());
            run();
        }
        clock.advance(end.minus(clock.uptime()));
    }

    /** Puts what has fallen due behind what there is to do, where a task itself let time pass. */
    public void fireDue() {
        while (!timers.isEmpty() && timers.peek().due().compareTo(clock.uptime()) <= 0) {
            work(timers.remove().task());
        }
    }

    @Override
    public Duration uptime() {
        return clock.uptime();
    }

    @Override
    public void close() {
        closed = true;
        tasks.clear();
        timers.clear();
    }
}
