package io.jenkins.plugins.slacknotify.trigger.event;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.config.build.BuildKeys;
import io.jenkins.plugins.slacknotify.event.KnownVerdict;
import io.jenkins.plugins.slacknotify.event.build.FailureStreak;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.trigger.findings.Outcomes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Compares a build with those before it: with the builds that Jenkins keeps, and with what is remembered of others. Jenkins' word
 * counts for every build that it has.
 */
final class PastVerdicts {
    private PastVerdicts() {}

    record CompletedBuild(int number, Outcome outcome, Instant startedAt, Instant completedAt) {
        static CompletedBuild of(Run<?, ?> run) {
            return new CompletedBuild(
                    run.getNumber(),
                    Outcomes.of(run),
                    BuildKeys.startedAt(run),
                    Instant.ofEpochMilli(run.getStartTimeInMillis() + run.getDuration()));
        }
    }

    /**
     * Finds the last verdict before a build.
     *
     * @param older the builds before it that Jenkins keeps, newest first, each read when the stream reaches it
     * @param known what is remembered of a build before it; null for nothing
     */
    static Optional<Outcome> last(Stream<CompletedBuild> older, @CheckForNull KnownVerdict known) {
        return older.takeWhile(other -> known == null || other.number() >= known.build())
                .map(CompletedBuild::outcome)
                .filter(Outcome::isVerdict)
                .findFirst()
                .or(() -> Optional.ofNullable(known).map(KnownVerdict::outcome));
    }

    /**
     * Finds the streak that a build continues or ends.
     *
     * @param build counts itself where it is bad
     * @param older the builds before it that Jenkins keeps, newest first, each read when the stream reaches it
     * @param limit the length of the stream at most; where all of it was looked at, there may be more bad builds
     * @param known what is remembered of a build before it, whose streak stands for that build and those before; null for nothing
     * @return empty where there are no bad builds
     */
    static Optional<FailureStreak> streak(
            CompletedBuild build, Stream<CompletedBuild> older, int limit, @CheckForNull KnownVerdict known) {
        List<CompletedBuild> bad = new ArrayList<>(build.outcome().isBad() ? List.of(build) : List.of());
        int count = 0;
        boolean whole = false;
        boolean reachesKnown = known != null;
        for (CompletedBuild other : (Iterable<CompletedBuild>) older::iterator) {
            count++;
            if (other.outcome() == Outcome.SUCCESS) {
                whole = true;
                reachesKnown = known != null && other.number() < known.build();
                break;
            }
            if (known != null && other.number() <= known.build()) {
                break;
            }
            if (other.outcome().isBad()) {
                bad.add(other);
            }
        }
        boolean mayBeOlder = !whole && count >= limit;
        return reachesKnown ? continueStreak(known, bad) : streak(bad, mayBeOlder);
    }

    private static Optional<FailureStreak> streak(List<CompletedBuild> bad, boolean mayBeOlder) {
        if (bad.isEmpty()) {
            return Optional.empty();
        }
        CompletedBuild first = bad.get(bad.size() - 1);
        return Optional.of(
                new FailureStreak(first.number(), first.startedAt(), first.completedAt(), bad.size(), mayBeOlder));
    }

    /** @param since the bad builds after the known one */
    private static Optional<FailureStreak> continueStreak(KnownVerdict known, List<CompletedBuild> since) {
        FailureStreak streak = known.streak();
        return streak == null ? streak(since, false) : Optional.of(streak.andThen(since.size()));
    }
}
