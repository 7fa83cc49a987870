package io.jenkins.plugins.slacknotify.engine.stored;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.stored.StoredFindings.StoredStreak;
import io.jenkins.plugins.slacknotify.engine.stored.StoredPeople.StoredPerson;
import io.jenkins.plugins.slacknotify.event.KnownVerdict;
import io.jenkins.plugins.slacknotify.event.build.FailureStreak;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import java.time.Instant;
import java.util.List;

/** The stored form of a {@link KnownVerdict}. */
record StoredVerdict(
        int build,
        String startedAt,
        String endedAt,
        String outcome,
        @CheckForNull StoredStreak streak,
        @CheckForNull List<StoredPerson> breakers) {
    static StoredVerdict of(KnownVerdict verdict) {
        FailureStreak streak = verdict.streak();
        return new StoredVerdict(
                verdict.build(),
                StoredTime.of(verdict.startedAt()),
                StoredTime.of(verdict.endedAt()),
                verdict.outcome().name(),
                streak == null ? null : StoredStreak.of(streak),
                verdict.breakers().isEmpty() ? null : StoredList.map(verdict.breakers(), StoredPerson::of));
    }

    /** @throws RuntimeException where that is no verdict that this version knows */
    KnownVerdict toVerdict() {
        return new KnownVerdict(
                build,
                Instant.parse(startedAt),
                Instant.parse(endedAt),
                Outcome.valueOf(outcome),
                streak == null ? null : streak.toStreak(),
                StoredList.map(breakers, StoredPerson::toPerson));
    }
}
