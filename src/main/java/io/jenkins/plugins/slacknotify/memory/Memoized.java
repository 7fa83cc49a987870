package io.jenkins.plugins.slacknotify.memory;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.function.Supplier;

/**
 * A value that is expensive to work out, kept until it is forgotten. Safe for use by many threads; none waits for another,
 * so two may work it out at once.
 *
 * <p>Whoever asks after {@link #forget()} has returned never gets what was worked out, or begun, before it was called.
 */
public final class Memoized<T> {
    private final Supplier<T> source;
    private volatile Slot<T> slot = new Slot<>();

    /** @param source never gives null; what it throws goes to whoever asked, and is not kept */
    public Memoized(Supplier<T> source) {
        this.source = source;
    }

    public T get() {
        Slot<T> current = slot;
        T known = current.value;
        if (known == null) {
            known = source.get();
            current.value = known;
        }
        return known;
    }

    public void forget() {
        // Who is at work on the value fills the old slot, where nobody looks any more.
        slot = new Slot<>();
    }

    private static final class Slot<T> {
        @CheckForNull
        private volatile T value;
    }
}
