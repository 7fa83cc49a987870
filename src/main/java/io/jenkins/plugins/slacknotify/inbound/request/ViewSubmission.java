package io.jenkins.plugins.slacknotify.inbound.request;

import static java.util.Objects.requireNonNull;

import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;

/** A modal that a member has filled in and sent. */
public record ViewSubmission(RequestOrigin origin, ViewReference view, FormState state) implements InboundRequest {
    public ViewSubmission {
        requireNonNull(origin, "origin");
        requireNonNull(view, "view");
        requireNonNull(state, "state");
    }

    @Override
    public RequestKind kind() {
        return RequestKind.VIEW_SUBMISSION;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
