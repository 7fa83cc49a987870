package io.jenkins.plugins.slacknotify.people;

/** The reason for which a candidate is not notified. */
public enum ExclusionReason {
    /** No person is behind the address of the commit, or behind the member of the workspace. */
    NO_PERSON,
    /** No account of this Jenkins is theirs, and their address is of no domain that needs none. */
    NO_ACCOUNT,
    /** The owner of the account may not see the job. */
    MAY_NOT_READ,
    /** Their own preferences exclude it, in a way that an earlier version has not written down. */
    DOES_NOT_WANT,
    /** The workspace has no member of any of their addresses. */
    NOT_IN_SLACK,
    /** Slack does not tell who they are, though it tells of others. */
    NOT_TOLD,
    /** Their account in the workspace is deactivated. */
    DEACTIVATED,
    /** They read it in a channel of which they are members, and want to be told once. */
    READS_CHANNEL,
    /** They have paused all messages. */
    PAUSED,
    /** They have made the job quiet. */
    QUIET_JOB,
    /** They have chosen other events. */
    OTHER_EVENTS_CHOSEN,
    /** They have chosen more severe builds. */
    MORE_SEVERE_CHOSEN,
    /** They have chosen nothing, and the administrator's defaults have other events. */
    OTHER_EVENTS_BY_DEFAULT,
    /** They have chosen nothing, and the administrator's defaults have more severe builds. */
    MORE_SEVERE_BY_DEFAULT;

    /** Whether it is as the person wants it, or the administrator on behalf of whoever has chosen nothing. */
    public boolean isByPreferences() {
        return switch (this) {
            case NO_PERSON, NO_ACCOUNT, MAY_NOT_READ, NOT_IN_SLACK, NOT_TOLD, DEACTIVATED -> false;
            case DOES_NOT_WANT,
                    READS_CHANNEL,
                    PAUSED,
                    QUIET_JOB,
                    OTHER_EVENTS_CHOSEN,
                    MORE_SEVERE_CHOSEN,
                    OTHER_EVENTS_BY_DEFAULT,
                    MORE_SEVERE_BY_DEFAULT -> true;
        };
    }
}
