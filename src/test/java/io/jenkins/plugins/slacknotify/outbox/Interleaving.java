package io.jenkins.plugins.slacknotify.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/**
 * Runs tasks on threads of their own, one at a time, and lets chance decide at each {@link #pass} which goes on. So a race is
 * found by trying seeds, and a seed repeats it, as far as no task waits for another one.
 */
public final class Interleaving {
    private final Random chance;
    private final Map<Thread, CountDownLatch> parked = new ConcurrentHashMap<>();
    private final List<Throwable> faults = new ArrayList<>();
    private volatile List<Thread> threads = List.of();

    public Interleaving(long seed) {
        chance = new Random(seed);
    }

    /** A point at which another task may go on first. Of no effect on other threads than those of the tasks. */
    public void pass() {
        Thread self = Thread.currentThread();
        if (!threads.contains(self)) {
            return;
        }
        CountDownLatch turn = new CountDownLatch(1);
        parked.put(self, turn);
        try {
            turn.await();
        } catch (InterruptedException e) {
            self.interrupt();
        }
        parked.remove(self);
    }

    /**
     * Runs tasks to their ends.
     *
     * @throws AssertionError where one of them throws, or all wait for each other
     */
    public void run(List<Callable<?>> tasks) {
        threads = tasks.stream().map(task -> new Thread(() -> call(task))).toList();
        threads.forEach(Thread::start);
        while (threads.stream().anyMatch(Thread::isAlive)) {
            awaitRest();
            List<CountDownLatch> ready = threads.stream()
                    .map(parked::get)
                    .filter(turn -> turn != null && turn.getCount() > 0)
                    .toList();
            if (!ready.isEmpty()) {
                ready.get(chance.nextInt(ready.size())).countDown();
            }
        }
        threads = List.of();
        if (!faults.isEmpty()) {
            throw new AssertionError(faults.get(0));
        }
    }

    private void call(Callable<?> task) {
        pass();
        try {
            task.call();
        } catch (Throwable e) {
            synchronized (faults) {
                faults.add(e);
            }
        }
    }

    /** Waits until each thread has its turn to get, waits for another one, or is at its end. */
    private void awaitRest() {
        while (!threads.stream().allMatch(this::rests)) {
            Thread.yield();
        }
    }

    private boolean rests(Thread thread) {
        CountDownLatch turn = parked.get(thread);
        if (turn != null) {
            return turn.getCount() > 0;
        }
        return switch (thread.getState()) {
            case BLOCKED, WAITING, TERMINATED -> true;
            default -> false;
        };
    }
}
