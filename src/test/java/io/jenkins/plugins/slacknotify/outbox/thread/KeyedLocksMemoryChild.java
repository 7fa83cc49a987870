package io.jenkins.plugins.slacknotify.outbox.thread;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Takes locks where there is no memory; then, another thread wants them. */
final class KeyedLocksMemoryChild {
    private static final SortedSet<String> KEYS = new TreeSet<>(List.of("a", "b"));

    private final KeyedLocks<String> locks = new KeyedLocks<>();

    /** The smallest object that there is, so that no other one has room beside many of them. */
    private static final class Hog {
        @CheckForNull
        private final Hog before;

        Hog(@CheckForNull Hog before) {
            this.before = before;
        }
    }

    private KeyedLocksMemoryChild() {}

    public static void main(String[] args) throws Exception {
        KeyedLocksMemoryChild child = new KeyedLocksMemoryChild();
        boolean isGivenBack =
                child.isGivenBack(() -> child.locks.lock("a")) && child.isGivenBack(() -> child.locks.lockAll(KEYS));
        System.exit(isGivenBack ? 0 : 1);
    }

    /** Whether another thread gets the locks after all. */
    private boolean isGivenBack(Supplier<KeyedLocks.Held> taking) throws InterruptedException {
        // All classes are there before.
        taking.get().close();
        Deque<KeyedLocks.Held> held = new ArrayDeque<>(100_000);
        held.push(locks.lockAll(KEYS));
        take(taking, held);
        held.forEach(KeyedLocks.Held::close);
        Thread other = new Thread(() -> locks.lockAll(KEYS).close());
        other.setDaemon(true);
        other.start();
        other.join(10_000);
        return !other.isAlive();
    }

    /** Takes locks again that this thread has, until there is no memory for another one. */
    private static void take(Supplier<KeyedLocks.Held> taking, Deque<KeyedLocks.Held> held) {
        Hog hog = null;
        try {
            while (true) {
                hog = new Hog(hog);
            }
        } catch (OutOfMemoryError full) {
            takeAll(taking, held);
        }
        if (hog == null || hog.before == null) {
            throw new IllegalStateException("There was no memory at all");
        }
    }

    private static void takeAll(Supplier<KeyedLocks.Held> taking, Deque<KeyedLocks.Held> held) {
        try {
            while (true) {
                held.push(taking.get());
            }
        } catch (OutOfMemoryError full) {
            // That is what it is about.
        }
    }
}
