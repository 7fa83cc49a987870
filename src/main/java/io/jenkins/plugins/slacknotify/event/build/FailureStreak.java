package io.jenkins.plugins.slacknotify.event.build;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A streak of bad builds of one job, as far back as was searched. Builds without a verdict neither belong to it nor end it.
 *
 * @param firstBuild the number of its oldest build
 * @param startedAt when that build started
 * @param since when that build ended
 * @param builds how many builds it has, including the build of the event if that is bad itself
 * @param mayBeOlder whether the search ended before it found a good build, so that the streak may be longer
 * @param formerJob the full name that the job had when its oldest build started; null where that is its name still
 */
public record FailureStreak(
        int firstBuild,
        Instant startedAt,
        Instant since,
        int builds,
        boolean mayBeOlder,
        @CheckForNull String formerJob) {
    public FailureStreak {
        requireNonNull(since, "since");
        requireNonNull(startedAt, "startedAt");
    }

    /** A streak of a job that has its name still. */
    public FailureStreak(int firstBuild, Instant startedAt, Instant since, int builds, boolean mayBeOlder) {
        this(firstBuild, startedAt, since, builds, mayBeOlder, null);
    }

    /** This streak, of a job that had another name when its oldest build started. */
    public FailureStreak withFormerJob(@CheckForNull String newFormerJob) {
        return new FailureStreak(firstBuild, startedAt, since, builds, mayBeOlder, newFormerJob);
    }

    /** This streak, with more bad builds at its end. */
    public FailureStreak andThen(int moreBuilds) {
        return new FailureStreak(firstBuild, startedAt, since, builds + moreBuilds, mayBeOlder, formerJob);
    }

    /**
     * The key of the oldest build of the streak; empty where the streak may have begun before.
     *
     * @param job the full name of the job
     */
    public Optional<BuildKey> firstBuildKey(String job) {
        String name = formerJob == null ? job : formerJob;
        return mayBeOlder ? Optional.empty() : Optional.of(new BuildKey(name, firstBuild, startedAt));
    }

    /** The time from the end of the oldest build of the streak to a moment. */
    public Duration durationUntil(Instant moment) {
        return Duration.between(since, moment);
    }
}
