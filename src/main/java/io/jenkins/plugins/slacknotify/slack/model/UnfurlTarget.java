package io.jenkins.plugins.slacknotify.slack.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Optional;
import okhttp3.FormBody;

/**
 * The message whose links get previews, as {@code chat.unfurl} wants it: by {@code unfurl_id} and {@code source}, which is the only
 * way while it is being typed, or else by its channel and timestamp.
 *
 * @param channel the channel's id; null while the message is being typed
 */
public record UnfurlTarget(
        @CheckForNull String unfurlId,
        @CheckForNull String source,
        @CheckForNull String channel,
        @CheckForNull String ts) {

    /** Makes the target of what Slack has told of a message; empty where that does not name one. */
    public static Optional<UnfurlTarget> of(
            @CheckForNull String unfurlId,
            @CheckForNull String source,
            @CheckForNull String channel,
            @CheckForNull String ts) {
        boolean hasId = unfurlId != null && source != null;
        return hasId || channel != null && ts != null
                ? Optional.of(new UnfurlTarget(unfurlId, source, channel, ts))
                : Optional.empty();
    }

    public FormBody.Builder form() {
        return unfurlId != null && source != null
                ? new FormBody.Builder().add("unfurl_id", unfurlId).add("source", source)
                : new FormBody.Builder().add("channel", String.valueOf(channel)).add("ts", String.valueOf(ts));
    }
}
