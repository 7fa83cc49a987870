package io.jenkins.plugins.slacknotify.interaction.preview;

import static java.util.Objects.requireNonNull;

import io.jenkins.plugins.slacknotify.inbound.origin.InstallationKey;
import io.jenkins.plugins.slacknotify.inbound.request.LinkShared;
import io.jenkins.plugins.slacknotify.inbound.request.MessageReference;
import io.jenkins.plugins.slacknotify.slack.model.UnfurlTarget;
import java.util.Optional;

/** The message, or one that is being typed, in which previews are shown. */
public record PreviewTarget(InstallationKey installation, UnfurlTarget message) {
    public PreviewTarget {
        requireNonNull(installation, "installation");
        requireNonNull(message, "message");
    }

    /** Returns the message of a request; empty where Slack does not say which it is. */
    public static Optional<PreviewTarget> of(LinkShared shared) {
        MessageReference message = shared.message();
        return UnfurlTarget.of(
                        shared.unfurlId(),
                        shared.source(),
                        shared.origin().channelId(),
                        message == null ? null : message.ts())
                .map(target -> new PreviewTarget(shared.origin().installation(), target));
    }
}
