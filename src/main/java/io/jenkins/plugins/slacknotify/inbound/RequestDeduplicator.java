package io.jenkins.plugins.slacknotify.inbound;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A memory of the requests that came in the last minutes, so that what Slack sends again is done once. Slack repeats an
 * event for six minutes.
 *
 * <p>It goes by the id of a request and never by the number of a retry: of what happened while nobody listened, a retry is
 * the first delivery. Its size is limited, and only verified requests get in. What is kept on disk is told apart there for
 * much longer. Safe for use by many threads.
 */
final class RequestDeduplicator {
    static final Duration RETENTION = Duration.ofMinutes(15);
    static final int MAX_ENTRIES = 20_000;

    /** What is known of a request that came. */
    enum Verdict {
        NEW,
        /** Another thread is about to take it, and may fail. */
        IN_PROGRESS,
        TAKEN
    }

    private record Seen(Verdict verdict, Instant at) {}

    private final InstantSource clock;

    /** In the order in which they came. */
    private final Map<String, Seen> seen = new LinkedHashMap<>();

    RequestDeduplicator(InstantSource clock) {
        this.clock = clock;
    }

    /** Begins to take a request. Where that is {@link Verdict#NEW}, {@link #end} has to follow. */
    synchronized Verdict begin(String id) {
        Instant now = clock.instant();
        forget(now);
        Seen before = seen.get(id);
        if (before != null) {
            return before.verdict();
        }
        seen.put(id, new Seen(Verdict.IN_PROGRESS, now));
        return Verdict.NEW;
    }

    /**
     * Ends what {@link #begin} has begun.
     *
     * @param taken false where the request could not be taken, so that it is new when it comes again
     */
    synchronized void end(String id, boolean taken) {
        Seen before = seen.get(id);
        if (!taken) {
            seen.remove(id);
        } else if (before != null) {
            seen.put(id, new Seen(Verdict.TAKEN, before.at()));
        }
    }

    private void forget(Instant now) {
        Iterator<Seen> oldest = seen.values().iterator();
        while (oldest.hasNext()) {
            boolean isOld = oldest.next().at().plus(RETENTION).isBefore(now);
            if (!isOld && seen.size() < MAX_ENTRIES) {
                return;
            }
            oldest.remove();
        }
    }
}
