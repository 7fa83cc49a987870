package io.jenkins.plugins.slacknotify.inbound.request;

import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;

/** A modal that a member has closed without sending it. Slack reports that only of modals with {@code notify_on_close}. */
public record ViewClosed(RequestOrigin origin) implements InboundRequest {
    @Override
    public RequestKind kind() {
        return RequestKind.VIEW_CLOSED;
    }
}
