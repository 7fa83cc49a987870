package io.jenkins.plugins.slacknotify.inbound.socket;

import io.jenkins.plugins.slacknotify.outbox.lane.Backoff;
import java.time.Duration;

/**
 * The times of a connection by Socket Mode.
 *
 * @param hello how long the first word of a new session may take
 * @param beforeExpiry how long before its announced end a session is replaced
 * @param drain how long the old session is kept after the new one has begun. Slack gives requests to either, and what it sends
 *     while this side closes cannot be acknowledged; so better Slack ends the old one
 * @param stable how long a session has to stand before a loss counts as the first one again
 * @param recheck after which a suspicion that somebody else is connected is checked by a new session
 * @param backoff the wait after each failure in a row
 */
public record SocketTimings(
        Duration hello, Duration beforeExpiry, Duration drain, Duration stable, Duration recheck, Backoff backoff) {

    /** Returns the times for production. */
    public static SocketTimings standard() {
        return new SocketTimings(
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                Duration.ofMinutes(2),
                Duration.ofSeconds(60),
                Duration.ofMinutes(3),
                Backoff.standard());
    }

    /** Returns when a session is replaced that lives for a while; never before half of it. */
    Duration refreshAfter(Duration lifetime) {
        Duration early = lifetime.minus(beforeExpiry);
        Duration half = lifetime.dividedBy(2);
        return early.compareTo(half) > 0 ? early : half;
    }
}
