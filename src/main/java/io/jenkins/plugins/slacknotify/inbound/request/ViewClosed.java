package io.jenkins.plugins.slacknotify.inbound.request;

import static java.util.Objects.requireNonNull;

import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;

/** A modal that a member has closed without sending it. Slack reports that only of modals with {@code notify_on_close}. */
public record ViewClosed(RequestOrigin origin) implements InboundRequest {
    public ViewClosed {
        requireNonNull(origin, "origin");
    }

    @Override
    public RequestKind kind() {
        return RequestKind.VIEW_CLOSED;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
