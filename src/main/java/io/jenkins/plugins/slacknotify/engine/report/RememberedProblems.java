package io.jenkins.plugins.slacknotify.engine.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.memory.Freshness;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/**
 * Problems as they were found last, as long as what they follow from is the same, and for a second at most. One page of Jenkins asks for
 * them several times, and with a hundred thousand deliveries that wait, finding them takes a tenth of a second.
 *
 * <p>Safe for use by many threads; two that ask at once may both look.
 */
public final class RememberedProblems {
    /** How long the problems are remembered while nothing changes: a delivery that waits grows late by itself. */
    static final Duration LIFE = Duration.ofSeconds(1);

    private record Found(Object causes, Instant at, List<Problem> problems) {}

    private final Supplier<List<Problem>> finder;
    private final Supplier<?> causes;
    private final InstantSource clock;

    /** The problems that were found last; null where nobody has looked yet. */
    @CheckForNull
    private volatile Found last;

    /** @param causes returns what problems follow from, or a number for it; an equal one while it is the same, and at little cost */
    public RememberedProblems(Supplier<List<Problem>> finder, Supplier<?> causes, InstantSource clock) {
        this.finder = finder;
        this.causes = causes;
        this.clock = clock;
    }

    public List<Problem> all() {
        // Asked before anything is looked at: what changes meanwhile is looked at again.
        Object now = causes.get();
        Instant time = clock.instant();
        Found known = last;
        if (known != null && known.causes().equals(now) && Freshness.isFresh(known.at(), LIFE, time)) {
            return known.problems();
        }
        List<Problem> problems = List.copyOf(finder.get());
        last = new Found(now, time, problems);
        return problems;
    }
}
