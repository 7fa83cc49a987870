package io.jenkins.plugins.slacknotify.sandbox;

import io.jenkins.plugins.slacknotify.sandbox.workspace.StateLock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The faults that wait for a call. Thread-safe. */
public final class Faults {
    /** In place of a method's name: any method. */
    public static final String ANY_METHOD = "*";

    private static final int ALWAYS = Integer.MAX_VALUE;

    private final StateLock lock;
    private final List<Armed> armed = new ArrayList<>();

    Faults(StateLock lock) {
        this.lock = lock;
    }

    /** The next call of that method meets the fault; faults for one method are met in the order they were set. */
    public void next(String method, Fault fault) {
        nextTimes(1, method, fault);
    }

    /** The next {@code times} calls of that method meet the fault. */
    public void nextTimes(int times, String method, Fault fault) {
        nextTimesAbout("", times, method, fault);
    }

    /** The next {@code times} calls of that method that have those words in one of their arguments meet the fault. */
    public void nextTimesAbout(String words, int times, String method, Fault fault) {
        lock.run(() -> armed.add(new Armed(method, words, fault, times)));
    }

    /** Every call of that method meets the fault until {@link #clear()}. */
    public void always(String method, Fault fault) {
        nextTimes(ALWAYS, method, fault);
    }

    /** Every call of that method that has those words in one of its arguments meets the fault until {@link #clear()}. */
    public void alwaysAbout(String words, String method, Fault fault) {
        nextTimesAbout(words, ALWAYS, method, fault);
    }

    /** Takes all faults back. */
    public void clear() {
        lock.run(armed::clear);
    }

    /** Whether the next call of that method, whatever its arguments, is answered late or never. */
    public boolean isHanging(String method) {
        return lock.read(() -> armed.stream()
                .filter(each -> each.isFor(method, Map.of()))
                .findFirst()
                .filter(each -> each.fault().isHanging())
                .isPresent());
    }

    Optional<Fault> take(String method) {
        return take(method, Map.of());
    }

    Optional<Fault> take(String method, Map<String, String> arguments) {
        return lock.write(() -> {
            var first =
                    armed.stream().filter(each -> each.isFor(method, arguments)).findFirst();
            first.ifPresent(this::useOnce);
            return first.map(Armed::fault);
        });
    }

    List<Armed> armed() {
        return lock.read(() -> List.copyOf(armed));
    }

    private void useOnce(Armed used) {
        int index = armed.indexOf(used);
        if (used.times == 1) {
            armed.remove(index);
        } else if (!used.isForever()) {
            armed.set(index, new Armed(used.method, used.words, used.fault, used.times - 1));
        }
    }

    /** A fault that waits, and how often it will still be met. */
    record Armed(String method, String words, Fault fault, int times) {
        boolean isFor(String called, Map<String, String> arguments) {
            return (method.equals(ANY_METHOD) || method.equals(called))
                    && (words.isEmpty() || arguments.values().stream().anyMatch(value -> value.contains(words)));
        }

        boolean isForever() {
            return times == ALWAYS;
        }
    }
}
