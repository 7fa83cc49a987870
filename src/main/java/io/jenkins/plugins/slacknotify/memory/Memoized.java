package io.jenkins.plugins.slacknotify.memory;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A value that is expensive to work out, kept until it is forgotten. Safe for use by many threads; none waits for
 * another, so two may work it out at once.
 *
 * <p>A caller of {@link #get()} never gets a value whose work had begun before the last {@link #forget()} returned.
 */
public final class Memoized<T> {
    private final Supplier<T> source;
    private final AtomicReference<Slot<T>> slot = new AtomicReference<>(new Slot<>());

    /** @param source never returns null; what it throws goes to the caller, and is not kept */
    public Memoized(Supplier<T> source) {
        this.source = source;
    }

    public T get() {
        Slot<T> current = slot.get();
        T known = current.value;
        if (known == null) {
            known = source.get();
            current.value = known;
        }
        return known;
    }

    public void forget() {
        // A thread that is working the value out fills the old slot, which nobody reads any more.
        slot.set(new Slot<>());
    }

    /**
     * Works a known value out again if it is outdated. Others get the known one until then, so this thread alone waits. Does nothing
     * while no value is known.
     *
     * @return whether there is another value now
     */
    public boolean renewIf(Predicate<T> isOutdated) {
        Slot<T> current = slot.get();
        T known = current.value;
        if (known == null || !isOutdated.test(known)) {
            return false;
        }
        Slot<T> renewed = new Slot<>();
        renewed.value = source.get();
        // Where it was forgotten meanwhile, what was read here may be too old.
        return slot.compareAndSet(current, renewed);
    }

    private static final class Slot<T> {
        @CheckForNull
        private volatile T value;
    }
}
