package io.jenkins.plugins.slacknotify.people;

/** Why somebody is not told. */
public enum ExclusionReason {
    /** No person is behind the address of the commit, or behind the member of the workspace. */
    NO_PERSON,
    /** No account of this Jenkins is theirs, and their address is of no domain that needs none. */
    NO_ACCOUNT,
    /** The owner of the account may not see the job. */
    MAY_NOT_READ,
    /** By their own preferences. */
    DOES_NOT_WANT,
    /** The workspace has nobody of any of their addresses. */
    NOT_IN_SLACK,
    /** Their account in the workspace is switched off. */
    DEACTIVATED
}
