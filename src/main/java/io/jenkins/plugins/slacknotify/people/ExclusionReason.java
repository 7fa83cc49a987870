package io.jenkins.plugins.slacknotify.people;

/** The reason for which a candidate is not notified. */
public enum ExclusionReason {
    /** No person is behind the address of the commit, or behind the member of the workspace. */
    NO_PERSON,
    /** No account of this Jenkins is theirs, and their address is of no domain that needs none. */
    NO_ACCOUNT,
    /** The owner of the account may not see the job. */
    MAY_NOT_READ,
    /** Their own preferences exclude it. */
    DOES_NOT_WANT,
    /** The workspace has no member of any of their addresses. */
    NOT_IN_SLACK,
    /** Their account in the workspace is deactivated. */
    DEACTIVATED,
    /** They read it in a channel of which they are members, and want to be told once. */
    READS_CHANNEL
}
