package io.jenkins.plugins.slacknotify.inbound;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A memory of the requests that came in the last minutes, so that what comes again is done once. What could not be taken is new when
 * it comes again.
 *
 * <p>It goes by what names a request, its id or its signature, and never by the number of a retry: of what happened while nobody
 * listened, a retry is the first delivery. Its size is limited, and only verified requests get in. What is kept on disk is told apart
 * there for much longer. Safe for use by many threads.
 */
public final class RequestDeduplicator {
    /** Whether a request came before. */
    public enum Verdict {
        NEW,
        /** The same request came before. Another thread is about to take it, and may fail. */
        IN_PROGRESS,
        TAKEN
    }

    private record Seen(Verdict verdict, Instant at) {}

    private final InstantSource clock;
    private final Duration retention;
    private final int maxEntries;

    /** What is known of each request, by its id and in the order in which the requests came. */
    private final Map<String, Seen> seen = new LinkedHashMap<>();

    /**
     * @param retention for how long a request is remembered
     * @param maxEntries of how many; the oldest are forgotten
     */
    public RequestDeduplicator(InstantSource clock, Duration retention, int maxEntries) {
        this.clock = clock;
        this.retention = retention;
        this.maxEntries = maxEntries;
    }

    /** Begins to take a request. Where the verdict is {@link Verdict#NEW}, {@link #end} has to follow. */
    public synchronized Verdict begin(String id) {
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
     * Ends the taking of a request that {@link #begin} has begun.
     *
     * @param taken false where the request could not be taken, so that it is new when it comes again
     */
    public synchronized void end(String id, boolean taken) {
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
            boolean isOld = oldest.next().at().plus(retention).isBefore(now);
            if (!isOld && seen.size() < maxEntries) {
                return;
            }
            oldest.remove();
        }
    }
}
