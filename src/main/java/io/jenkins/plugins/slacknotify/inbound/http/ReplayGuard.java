package io.jenkins.plugins.slacknotify.inbound.http;

import io.jenkins.plugins.slacknotify.inbound.app.SignatureVerifier;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A memory of genuine signatures for as long as they are valid, so that nobody repeats a request that was listened in on.
 * What Slack itself sends again has another time and so another signature.
 *
 * <p>Only genuine signatures get in, so a flood of others grows nothing; and there is a limit all the same. Safe for use by
 * many threads.
 */
final class ReplayGuard {
    /** A request may be signed in the future by as much as in the past. */
    private static final Duration RETENTION =
            SignatureVerifier.TOLERANCE.multipliedBy(2).plusSeconds(1);

    /** 66 a second for as long as signatures are kept; Slack stays far below. */
    static final int MAX_ENTRIES = 40_000;

    private final InstantSource clock;
    private final Map<String, Instant> seen = new LinkedHashMap<>();

    ReplayGuard(InstantSource clock) {
        this.clock = clock;
    }

    /** Notes a signature. Returns false where it was noted before. */
    synchronized boolean isNew(String signature) {
        Instant now = clock.instant();
        forget(now);
        return seen.putIfAbsent(signature, now) == null;
    }

    /** Forgets a signature whose request could not be taken, so that it may come again. */
    synchronized void forget(String signature) {
        seen.remove(signature);
    }

    private void forget(Instant now) {
        Iterator<Instant> oldest = seen.values().iterator();
        while (oldest.hasNext()) {
            boolean isOld = oldest.next().plus(RETENTION).isBefore(now);
            if (!isOld && seen.size() < MAX_ENTRIES) {
                return;
            }
            oldest.remove();
        }
    }
}
