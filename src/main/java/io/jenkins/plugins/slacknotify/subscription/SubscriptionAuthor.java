package io.jenkins.plugins.slacknotify.subscription;

import static java.util.Objects.requireNonNull;

/**
 * The author of a subscription or a mute, in Slack and in Jenkins.
 *
 * @param account the id of the account in Jenkins
 * @param installation the id of the workspace or organisation in which the member is
 * @param member the id of the member in Slack
 */
public record SubscriptionAuthor(String account, String installation, String member) {
    public SubscriptionAuthor {
        requireNonNull(account, "account");
        requireNonNull(installation, "installation");
        requireNonNull(member, "member");
    }

    /** Whether this is the same member of Slack, for whatever account. */
    public boolean isMember(String otherInstallation, String otherMember) {
        return installation.equals(otherInstallation) && member.equals(otherMember);
    }
}
