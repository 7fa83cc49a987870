package io.jenkins.plugins.slacknotify.inbound.request;

import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;

/**
 * A message of a member in the app's own conversation. Messages of bots (so the app's own), and messages that were edited
 * or deleted, are none.
 */
public record DirectMessage(RequestOrigin origin, String text, MessageReference message) implements InboundRequest {
    @Override
    public RequestKind kind() {
        return RequestKind.DIRECT_MESSAGE;
    }
}
