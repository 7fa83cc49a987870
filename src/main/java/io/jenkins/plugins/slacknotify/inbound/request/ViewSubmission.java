package io.jenkins.plugins.slacknotify.inbound.request;

import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;

/** A modal that a member has filled in and sent. */
public record ViewSubmission(RequestOrigin origin, ViewReference view, FormState state) implements InboundRequest {
    @Override
    public RequestKind kind() {
        return RequestKind.VIEW_SUBMISSION;
    }
}
