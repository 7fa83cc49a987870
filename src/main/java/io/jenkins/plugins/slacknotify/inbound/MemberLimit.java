package io.jenkins.plugins.slacknotify.inbound;

import io.jenkins.plugins.slacknotify.memory.Freshness;
import io.jenkins.plugins.slacknotify.memory.LruCache;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A limit on the requests of each member in a minute. Its size is limited. Safe for use by many threads. */
final class MemberLimit {
    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final int MAX_MEMBERS = 5_000;

    /** The verdict on a request. */
    enum Verdict {
        WITHIN,
        /** The first one in its minute that is too many; the member is told. */
        FIRST_BEYOND,
        BEYOND
    }

    /** @param count of the requests since */
    private record Period(Instant since, int count) {}

    private final InstantSource clock;
    private final LruCache<String, Period> members = new LruCache<>(MAX_MEMBERS);

    MemberLimit(InstantSource clock) {
        this.clock = clock;
    }

    /** Counts a request of a member. */
    synchronized Verdict count(String member, int mostInAMinute) {
        Instant now = clock.instant();
        Period period = members.get(member)
                .filter(it -> Freshness.isFresh(it.since(), PERIOD, now))
                .orElse(new Period(now, 0));
        int count = period.count() + 1;
        members.put(member, new Period(period.since(), count));
        if (count <= mostInAMinute) {
            return Verdict.WITHIN;
        }
        return count == mostInAMinute + 1 ? Verdict.FIRST_BEYOND : Verdict.BEYOND;
    }
}
