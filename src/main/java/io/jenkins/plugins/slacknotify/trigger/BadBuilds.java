package io.jenkins.plugins.slacknotify.trigger;

import hudson.model.Run;
import io.jenkins.plugins.slacknotify.event.BadSeries;
import io.jenkins.plugins.slacknotify.event.Outcome;
import io.jenkins.plugins.slacknotify.trigger.findings.Outcomes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Follows a row of bad builds back to where it began. */
final class BadBuilds {
    private BadBuilds() {}

    /** A build that has completed. */
    record Completed(int number, Outcome outcome, Instant startedAt, Instant at) {
        static Completed of(Run<?, ?> run) {
            return new Completed(
                    run.getNumber(),
                    Outcomes.of(run),
                    Instant.ofEpochMilli(run.getStartTimeInMillis()),
                    Instant.ofEpochMilli(run.getStartTimeInMillis() + run.getDuration()));
        }
    }

    /**
     * The row that a build ends or goes on with.
     *
     * @param build counts itself where it is bad
     * @param older those before it, newest first, each read when it is come to
     * @param limit how many of them there are at most; where all of these were looked at, there may be more
     * @return empty where there are no bad builds
     */
    static Optional<BadSeries> before(Completed build, Stream<Completed> older, int limit) {
        List<Completed> bad = new ArrayList<>(build.outcome().isBad() ? List.of(build) : List.of());
        int looked = 0;
        boolean whole = false;
        for (Completed other : (Iterable<Completed>) older::iterator) {
            looked++;
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
        Completed first = bad.get(bad.size() - 1);
        return Optional.of(
                new BadSeries(first.number(), first.startedAt(), first.at(), bad.size(), !whole && looked >= limit));
    }
}
