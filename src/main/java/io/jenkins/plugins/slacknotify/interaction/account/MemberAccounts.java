package io.jenkins.plugins.slacknotify.interaction.account;

import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;

/**
 * The port that finds the account for which a member of Slack may act.
 *
 * <p><b>Guaranteed:</b> a {@link MemberAccount.Linked} account was proven to be the member's, by a one-time code or on the
 * page for linking; an e-mail address that happens to match is never enough. The member is an active full member of the
 * workspace, or of the organisation, where the app is installed, as of a minute ago at most. The security realm knows the
 * account at this moment.
 *
 * <p><b>Not guaranteed:</b> any permission. Ask for each as the account, when it is needed.
 */
public interface MemberAccounts {
    /**
     * Finds the account of the member who has made a request. May ask Slack and the security realm, on the caller's thread;
     * never throws.
     */
    MemberAccount of(RequestOrigin origin);

    /**
     * Returns a port that opens no request to link an account, for what does not ask for one: each request ends the member's one before,
     * whose address the member may be about to open. It says why there is no account, and not how to get one.
     */
    default MemberAccounts withoutInvitation() {
        return this;
    }
}
