package io.jenkins.plugins.slacknotify.interaction.account;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Instant;

/** The account for which a member may act, or the reason why the member may act for none. */
public sealed interface MemberAccount {
    /**
     * An account that is linked with the member.
     *
     * @param id the account's id, by which ports act
     * @param name the owner's name for people
     * @param groupsAsOf when the security realm last told the groups of the account, at a sign-in; {@link Instant#EPOCH} where nobody
     *     knows when, null where it is asked anew each time
     * @param signIn the page on which the owner signs in to Jenkins; null where Jenkins does not know its own address
     */
    record Linked(
            String id,
            String name,
            @CheckForNull Instant groupsAsOf,
            @CheckForNull HelpLink signIn) implements MemberAccount {
        /** Creates an account whose owner is shown no page. */
        public Linked(String id, String name, @CheckForNull Instant groupsAsOf) {
            this(id, name, groupsAsOf, null);
        }
    }

    /**
     * No account to act for.
     *
     * @param sentence what the member is told, in mrkdwn; it says what to do
     * @param help the page that helps; null where no page does
     */
    record None(
            Reason reason, String sentence, @CheckForNull HelpLink help) implements MemberAccount {}

    /**
     * A button that leads to a page of this Jenkins.
     *
     * @param label what stands on the button
     */
    record HelpLink(String label, String url) {}

    /** The reason for which a member may act for no account. */
    enum Reason {
        /** No person has asked. */
        NOBODY,
        /** The member is of another organisation, and sees the app in a shared channel. */
        OUTSIDER,
        GUEST,
        /** The workspace has switched the member off. */
        DEACTIVATED,
        /** The member has linked no account, or has unlinked it. */
        UNLINKED,
        /** The account that was linked is not there any more, or belongs to somebody else now. */
        ACCOUNT_GONE,
        /** The security realm has disabled or locked the account, or let it expire. */
        ACCOUNT_DISABLED,
        /** The groups of the account are known from a sign-in that is too long ago. */
        SIGN_IN_TOO_OLD,
        /** Slack or the security realm does not answer, so that nobody knows. */
        UNAVAILABLE
    }
}
