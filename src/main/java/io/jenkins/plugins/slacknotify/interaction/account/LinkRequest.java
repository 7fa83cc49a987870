package io.jenkins.plugins.slacknotify.interaction.account;

import static java.util.Objects.requireNonNull;

import io.jenkins.plugins.slacknotify.inbound.origin.InstallationKey;

/** A member's wish to be linked with an account: whoever has its code has read what Slack has shown to this member alone. */
public record LinkRequest(InstallationKey installation, String member) {
    public LinkRequest {
        requireNonNull(installation, "installation");
        requireNonNull(member, "member");
    }
}
