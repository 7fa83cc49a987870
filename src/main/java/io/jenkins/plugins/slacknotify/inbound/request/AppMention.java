package io.jenkins.plugins.slacknotify.inbound.request;

import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;

/**
 * A message of a member that mentions the app. Unlike a command it works in threads. Messages of bots are none.
 *
 * @param text with the mention in it, as {@code <@U…>}
 * @param edited whether the message was sent before, and has changed: what it said then was a mention of its own, if it was one
 */
public record AppMention(RequestOrigin origin, String text, MessageReference message, boolean edited)
        implements InboundRequest {
    /** Makes a mention in a message that is new and not an edited one. */
    public AppMention(RequestOrigin origin, String text, MessageReference message) {
        this(origin, text, message, false);
    }

    @Override
    public RequestKind kind() {
        return RequestKind.APP_MENTION;
    }
}
