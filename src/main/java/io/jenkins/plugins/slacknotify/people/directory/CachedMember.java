package io.jenkins.plugins.slacknotify.people.directory;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.slack.SlackUser;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What Slack said when it was asked for somebody.
 *
 * @param user null where Slack knew nobody
 * @param until when it has to be asked again
 */
record CachedMember(@CheckForNull SlackUser user, Instant until) {
    private static final Duration IF_REACHABLE = Duration.ofDays(7);

    /** Shorter, as new people come, and people who had left come back. */
    private static final Duration OTHERWISE = Duration.ofHours(24);

    static CachedMember from(Instant now, Optional<SlackUser> found) {
        return new CachedMember(found.orElse(null), now.plus(lifetime(found)));
    }

    /** A time that is too far off counts as over: the clock was wrong when it was set. */
    boolean isValidAt(Instant now) {
        return now.isBefore(until) && !until.isAfter(now.plus(lifetime(person())));
    }

    Optional<SlackUser> person() {
        return Optional.ofNullable(user);
    }

    private static Duration lifetime(Optional<SlackUser> person) {
        return person.filter(SlackUser::isReachable).isPresent() ? IF_REACHABLE : OTHERWISE;
    }
}
