package io.jenkins.plugins.slacknotify.event.build;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Bad builds in a row, as far back as was looked. Builds without a verdict neither belong to the row nor end it.
 *
 * @param firstBuild the number of the oldest of them
 * @param startedAt when that started
 * @param since when that ended
 * @param builds how many there are, including the one that tells of them if it is bad itself
 * @param mayBeOlder whether the search ended before it met a good build, so that there may be more
 */
public record FailureStreak(int firstBuild, Instant startedAt, Instant since, int builds, boolean mayBeOlder) {
    public FailureStreak {
        requireNonNull(since, "since");
        // A file of a version that did not know it yet has none. No earlier message is found by this one then.
        startedAt = startedAt == null ? since : startedAt;
    }

    /**
     * The oldest of them; empty where there may be an older one.
     *
     * @param job the full name of the job
     */
    public Optional<BuildKey> firstBuildKey(String job) {
        return mayBeOlder ? Optional.empty() : Optional.of(new BuildKey(job, firstBuild, startedAt));
    }

    /** How long it was bad at a moment. */
    public Duration durationUntil(Instant moment) {
        return Duration.between(since, moment);
    }
}
