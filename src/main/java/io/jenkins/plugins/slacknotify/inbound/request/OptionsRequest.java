package io.jenkins.plugins.slacknotify.inbound.request;

import static java.util.Objects.requireNonNull;

import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;

/**
 * A question for the options of a menu ({@code external_select}) while a member types. The answer is the acknowledgement,
 * see {@code Acknowledgement.options}.
 */
public record OptionsRequest(RequestOrigin origin) implements InboundRequest {
    public OptionsRequest {
        requireNonNull(origin, "origin");
    }

    @Override
    public RequestKind kind() {
        return RequestKind.OPTIONS;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
