package io.jenkins.plugins.slacknotify.trigger.event;

import hudson.model.Run;
import io.jenkins.plugins.slacknotify.event.build.FailureStreak;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.trigger.findings.Outcomes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the failure streak that a build belongs to, back to where it began. */
final class FailureStreakFinder {
    private FailureStreakFinder() {}

    /** A build that has completed. */
    record CompletedBuild(int number, Outcome outcome, Instant startedAt, Instant completedAt) {
        static CompletedBuild of(Run<?, ?> run) {
            return new CompletedBuild(
                    run.getNumber(),
                    Outcomes.of(run),
                    Instant.ofEpochMilli(run.getStartTimeInMillis()),
                    Instant.ofEpochMilli(run.getStartTimeInMillis() + run.getDuration()));
        }
    }

    /**
     * Finds the streak that a build continues or ends.
     *
     * @param build counts itself where it is bad
     * @param older the builds before it, newest first, each read when the stream reaches it
     * @param limit the length of the stream at most; where all of it was looked at, there may be more bad builds
     * @return empty where there are no bad builds
     */
    static Optional<FailureStreak> find(CompletedBuild build, Stream<CompletedBuild> older, int limit) {
        List<CompletedBuild> bad = new ArrayList<>(build.outcome().isBad() ? List.of(build) : List.of());
        int count = 0;
        boolean whole = false;
        for (CompletedBuild other : (Iterable<CompletedBuild>) older::iterator) {
            count++;
            if (other.outcome() == Outcome.SUCCESS) {
                whole = true;
                break;
            }
            if (other.outcome().isBad()) {
                bad.add(other);
            }
        }
        if (bad.isEmpty()) {
            return Optional.empty();
        }
        CompletedBuild first = bad.get(bad.size() - 1);
        return Optional.of(new FailureStreak(
                first.number(), first.startedAt(), first.completedAt(), bad.size(), !whole && count >= limit));
    }
}
