package io.jenkins.plugins.slacknotify.inbound.status;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.inbound.origin.Transport;
import io.jenkins.plugins.slacknotify.inbound.request.RequestKind;
import java.time.Instant;
import java.util.Map;

/**
 * The requests that have come in from Slack since the start of Jenkins.
 *
 * @param lastRequest the last one that was verified; null where there was none
 * @param lastRefusal null where nothing was refused
 * @param requestsLastHour those that were verified, by the minute
 * @param requests those that were verified, by kind; a kind that never came is missing
 * @param refusals how many were refused, by reason; a reason that never applied is missing
 * @param unknownTypes how often each type of request came that nobody here knows
 * @param duplicates how many came again and were done once
 */
public record InboundStatus(
        @CheckForNull Received lastRequest,
        @CheckForNull Refused lastRefusal,
        long requestsLastHour,
        Map<RequestKind, Long> requests,
        Map<RefusalReason, Long> refusals,
        Map<String, Long> unknownTypes,
        long duplicates) {

    /** A request that was verified. */
    public record Received(Instant at, Transport transport, RequestKind kind) {}

    /**
     * A request that was refused.
     *
     * @param detail a sentence for administrators, that says what to do; without a secret, on one line
     */
    public record Refused(Instant at, RefusalReason reason, String detail) {}
}
