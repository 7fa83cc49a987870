package io.jenkins.plugins.slacknotify.memory;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.function.Supplier;

/**
 * A value that is expensive to work out, kept until it is forgotten. Safe for use by many threads; none waits for
 * another, so two may work it out at once.
 *
 * <p>A caller of {@link #get()} never gets a value whose work had begun before the last {@link #forget()} returned.
 */
public final class Memoized<T> {
    private final Supplier<T> source;
    private volatile Slot<T> slot = new Slot<>();

    /** @param source never returns null; what it throws goes to the caller, and is not kept */
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
        // A thread that is working the value out fills the old slot, which nobody reads any more.
        slot = new Slot<>();
    }

    private static final class Slot<T> {
        @CheckForNull
        private volatile T value;
    }
}
