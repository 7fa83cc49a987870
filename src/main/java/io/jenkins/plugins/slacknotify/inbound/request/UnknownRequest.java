package io.jenkins.plugins.slacknotify.inbound.request;

import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;

/**
 * A request that this version of the plugin does not know or has no use for. It is acknowledged and counted.
 *
 * @param type as Slack names it, for example {@code event_callback/message.channel_topic}; a plain text of 80 characters
 *     at most
 */
public record UnknownRequest(RequestOrigin origin, String type) implements InboundRequest {
    @Override
    public RequestKind kind() {
        return RequestKind.UNKNOWN;
    }
}
