package io.jenkins.plugins.slacknotify.interaction.preview;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.inbound.origin.InstallationKey;
import io.jenkins.plugins.slacknotify.inbound.request.LinkShared;

/**
 * The place where a link stands, which decides how much its preview may show.
 *
 * @param channel the id of the conversation; null while the link is typed, as nobody knows yet where it goes
 */
public record LinkContext(
        InstallationKey installation, @CheckForNull String channel) {
    static LinkContext of(LinkShared shared) {
        return new LinkContext(
                shared.origin().installation(),
                shared.message() == null ? null : shared.origin().channelId());
    }

    /** Returns whether it surely is a conversation of two, and no channel or group. */
    public boolean isPersonal() {
        return channel != null && channel.startsWith("D");
    }
}
