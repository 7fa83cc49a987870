package io.jenkins.plugins.slacknotify.inbound.status;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.inbound.origin.Transport;
import io.jenkins.plugins.slacknotify.inbound.request.RequestKind;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * The counters behind {@link InboundStatus}. They take the same memory however much comes in. Safe for use by many threads.
 */
public final class InboundStatistics {
    private static final int MINUTES = 60;

    /** How many unknown types are counted by themselves. All others are counted together. */
    private static final int MAX_TYPES = 50;

    private static final String OTHER_TYPES = "others";

    private final InstantSource clock;
    private final long[] perMinute = new long[MINUTES];
    private final Map<RequestKind, Long> requests = new EnumMap<>(RequestKind.class);
    private final Map<RefusalReason, Long> refusals = new EnumMap<>(RefusalReason.class);
    private final Map<String, Long> unknownTypes = new HashMap<>();
    private long duplicates;

    /** The last minute, counted from 1970, that {@link #perMinute} has a figure of. */
    private long currentMinute;

    @CheckForNull
    private InboundStatus.Received lastRequest;

    @CheckForNull
    private InboundStatus.Refused lastRefusal;

    public InboundStatistics(InstantSource clock) {
        this.clock = clock;
        currentMinute = minute(clock.instant());
    }

    /** Counts a request that was verified. */
    public synchronized void received(Transport transport, RequestKind kind) {
        Instant now = clock.instant();
        forgetOldMinutes(now);
        perMinute[slot(currentMinute)]++;
        requests.merge(kind, 1L, Long::sum);
        lastRequest = new InboundStatus.Received(now, transport, kind);
    }

    /**
     * Counts a request that was not done.
     *
     * @param detail on the terms of {@link InboundStatus.Refused}
     */
    public synchronized void refused(RefusalReason reason, String detail) {
        refusals.merge(reason, 1L, Long::sum);
        lastRefusal = new InboundStatus.Refused(clock.instant(), reason, detail);
    }

    /** Counts a request of a type that nobody here knows. */
    public synchronized void unknown(String type) {
        boolean isNew = !unknownTypes.containsKey(type);
        unknownTypes.merge(isNew && unknownTypes.size() >= MAX_TYPES ? OTHER_TYPES : type, 1L, Long::sum);
    }

    /** Counts a request that had come before. */
    public synchronized void duplicate() {
        duplicates++;
    }

    /** Returns all figures as they are now. */
    public synchronized InboundStatus status() {
        forgetOldMinutes(clock.instant());
        long lastHour = 0;
        for (long count : perMinute) {
            lastHour += count;
        }
        return new InboundStatus(
                lastRequest,
                lastRefusal,
                lastHour,
                Map.copyOf(requests),
                Map.copyOf(refusals),
                Map.copyOf(unknownTypes),
                duplicates);
    }

    private void forgetOldMinutes(Instant now) {
        long minute = minute(now);
        // A clock that was set back changes nothing until it has caught up.
        for (long next = Math.max(currentMinute + 1, minute - MINUTES + 1); next <= minute; next++) {
            perMinute[slot(next)] = 0;
        }
        currentMinute = Math.max(currentMinute, minute);
    }

    private static long minute(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), 60);
    }

    private static int slot(long minute) {
        return (int) Math.floorMod(minute, (long) MINUTES);
    }
}
