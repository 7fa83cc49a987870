package io.jenkins.plugins.slacknotify.personal;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * The proven link of an account with a member of Slack, who may act as that account. It is stored with the user.
 *
 * <p>It has no setters, so neither a form nor Configuration as Code can make one. Files of users can be written by whoever has the
 * disk of Jenkins, and then a field may be missing.
 */
public final class SlackMemberLink {
    private final String installation;
    private final String member;
    private final String memberName;
    private final String workspace;
    private final String linkedAt;

    /** The e-mail address that the account had; null where it had none. */
    @CheckForNull
    private final String address;

    /**
     * @param installation the id of the workspace or organisation
     * @param member the member's id
     * @param memberName the name that Slack showed
     * @param workspace the name of the workspace or organisation
     * @param address the e-mail address that the account has now; null where it has none
     */
    SlackMemberLink(
            String installation,
            String member,
            String memberName,
            String workspace,
            Instant linkedAt,
            @CheckForNull String address) {
        this.installation = installation;
        this.member = member;
        this.memberName = memberName;
        this.workspace = workspace;
        this.linkedAt = linkedAt.toString();
        this.address = address;
    }

    /** The id of the workspace or organisation. */
    public String getInstallation() {
        return text(installation);
    }

    /** The member's id. */
    public String getMember() {
        return text(member);
    }

    /** The name that Slack showed when the link was made. */
    public String getMemberName() {
        return text(memberName);
    }

    /** The name that the workspace or organisation had when the link was made. */
    public String getWorkspace() {
        return text(workspace);
    }

    /** When the link was made, in ISO 8601. */
    public String getLinkedAt() {
        return text(linkedAt);
    }

    /** When the link was made; {@link Instant#EPOCH} where a file does not say it. */
    public Instant madeAt() {
        try {
            return Instant.parse(getLinkedAt());
        } catch (DateTimeParseException e) {
            return Instant.EPOCH;
        }
    }

    private static String text(@CheckForNull String stored) {
        return stored == null ? "" : stored;
    }

    boolean isOf(String otherInstallation, String otherMember) {
        return otherInstallation.equals(installation) && otherMember.equals(member);
    }

    boolean isIn(String otherInstallation) {
        return otherInstallation.equals(installation);
    }

    /**
     * Whether the account still belongs to the person who has made the link. A security realm may give its id to somebody else, whose
     * address is another one then.
     *
     * @param now the address that the account has now; null where it has none, which tells nothing
     */
    boolean isOfOwnerWith(@CheckForNull String now) {
        return address == null || now == null || address.equalsIgnoreCase(now);
    }
}
