package io.jenkins.plugins.slacknotify.inbound.request;

import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;

/**
 * A question for the options of a menu ({@code external_select}) while a member types. The answer is the acknowledgement,
 * see {@code Acknowledgement.options}.
 */
public record OptionsRequest(RequestOrigin origin) implements InboundRequest {
    @Override
    public RequestKind kind() {
        return RequestKind.OPTIONS;
    }
}
