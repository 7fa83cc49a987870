package io.jenkins.plugins.slacknotify.inbound.request;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import java.util.List;

/**
 * A message, or one that is being typed, with links to a domain of the app. {@code chat.unfurl} answers it with
 * {@code unfurlId} and {@code source}, or with the message.
 *
 * @param links as they were typed; at least one
 * @param message null while the message is being typed
 * @param unfurlId null where Slack gave none
 * @param source {@code conversations_history} or {@code composer}; null where Slack gave none
 */
public record LinkShared(
        RequestOrigin origin,
        List<String> links,
        @CheckForNull MessageReference message,
        @CheckForNull String unfurlId,
        @CheckForNull String source)
        implements InboundRequest {
    /** The source of a link in a message that is being typed. */
    public static final String COMPOSER = "composer";

    public LinkShared {
        links = List.copyOf(links);
    }

    @Override
    public RequestKind kind() {
        return RequestKind.LINK_SHARED;
    }
}
