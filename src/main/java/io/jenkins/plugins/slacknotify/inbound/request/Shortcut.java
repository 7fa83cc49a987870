package io.jenkins.plugins.slacknotify.inbound.request;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import java.util.Optional;

/**
 * A shortcut, from the menu of a message or from anywhere.
 *
 * @param callbackId which one, as the manifest names it
 * @param message the message from whose menu it was chosen; null for a global shortcut, which has no channel and no
 *     {@code response_url} either
 * @param author the member or bot ({@code U…}, {@code B…}) who wrote that message; null where it is not said
 */
public record Shortcut(
        RequestOrigin origin,
        String callbackId,
        @CheckForNull MessageReference message,
        @CheckForNull String author) implements InboundRequest {
    @Override
    public Optional<String> thread() {
        return Optional.ofNullable(message).flatMap(MessageReference::onlyThread);
    }

    @Override
    public RequestKind kind() {
        return RequestKind.SHORTCUT;
    }
}
