package io.jenkins.plugins.slacknotify.people.directory;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.slack.model.SlackUser;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Slack's answer to one look-up, with the time until which it counts.
 *
 * @param user null where Slack found nobody
 * @param until when Slack has to be asked again
 */
record CachedMember(@CheckForNull SlackUser user, Instant until) {
    private static final Duration LIFETIME_IF_REACHABLE = Duration.ofDays(7);

    /** Shorter, as new people come, and people who left come back. */
    private static final Duration LIFETIME_OTHERWISE = Duration.ofHours(24);

    static CachedMember from(Instant now, Optional<SlackUser> found) {
        return new CachedMember(found.orElse(null), now.plus(lifetime(found)));
    }

    /**
     * Whether the answer counts at a moment. A time that is too far in the future does not count: the clock was wrong when it
     * was set.
     */
    boolean isValidAt(Instant now) {
        return now.isBefore(until) && !until.isAfter(now.plus(lifetime(person())));
    }

    Optional<SlackUser> person() {
        return Optional.ofNullable(user);
    }

    private static Duration lifetime(Optional<SlackUser> person) {
        return person.filter(SlackUser::isReachable).isPresent() ? LIFETIME_IF_REACHABLE : LIFETIME_OTHERWISE;
    }
}
