package io.jenkins.plugins.slacknotify.inbound.request;

import static java.util.Objects.requireNonNull;

import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;

/**
 * A message of a member that mentions the app. Unlike a command it works in threads. Messages of bots, and messages that
 * were edited, are none.
 *
 * @param text with the mention in it, as {@code <@U…>}
 */
public record AppMention(RequestOrigin origin, String text, MessageReference message) implements InboundRequest {
    public AppMention {
        requireNonNull(origin, "origin");
        requireNonNull(text, "text");
        requireNonNull(message, "message");
    }

    @Override
    public RequestKind kind() {
        return RequestKind.APP_MENTION;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
