package io.jenkins.plugins.slacknotify.inbound;

import io.jenkins.plugins.slacknotify.inbound.request.InboundRequest;

/** The port that decides about requests which passed the {@link InboundGate}, and handles those that are not kept. */
public interface RequestHandler {
    /**
     * Decides what Slack gets as the direct answer and what follows.
     *
     * <p>Called on the thread that reads the next request, so it returns at once: it asks neither Slack nor a realm, and
     * searches no jobs. It has no effect, as the request may not be kept after all. An exception counts as
     * {@link Decision#byKind}.
     */
    default Decision receive(InboundRequest request) {
        return Decision.byKind(request);
    }

    /**
     * Handles a request that is not kept, after it was acknowledged, on a thread that may block. It is lost where Jenkins
     * stops. A {@code trigger_id} lives three seconds, so a modal is opened first of all.
     */
    void handle(InboundRequest request);
}
