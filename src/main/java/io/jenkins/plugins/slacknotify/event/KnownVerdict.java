package io.jenkins.plugins.slacknotify.event;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.build.FailureStreak;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.participants.Person;
import java.time.Instant;
import java.util.List;

/**
 * The verdict of a build as this plugin remembers it. Jenkins forgets old builds, and people who were notified of one do not.
 *
 * @param build the number of the build
 * @param startedAt when it started
 * @param endedAt when it ended
 * @param outcome a {@linkplain Outcome#isVerdict() verdict}
 * @param streak the failure streak up to that build; null for a good build, and only for that
 * @param breakers who has broken the job since the streak began, as far as that is known; possibly empty, never null
 */
public record KnownVerdict(
        int build,
        Instant startedAt,
        Instant endedAt,
        Outcome outcome,
        @CheckForNull FailureStreak streak,
        List<Person> breakers) {
    /** The number of people that are kept at most. */
    public static final int BREAKERS_KEPT = 20;

    public KnownVerdict {
        requireNonNull(startedAt, "startedAt");
        requireNonNull(endedAt, "endedAt");
        if (!outcome.isVerdict() || outcome.isBad() != (streak != null)) {
            throw new IllegalArgumentException("no verdict with its streak: " + outcome + ", " + streak);
        }
        breakers = List.copyOf(breakers.subList(0, Math.min(BREAKERS_KEPT, breakers.size())));
    }

    public boolean isBad() {
        return outcome.isBad();
    }
}
