package io.jenkins.plugins.slacknotify.people;

/** The reason for which a candidate is not notified. */
public enum ExclusionReason {
    /** The address of the commit, or the member of the workspace, belongs to no person. */
    NO_PERSON,
    /** The candidate has no account in this Jenkins, and the domain of the address is not one that may be notified without an account. */
    NO_ACCOUNT,
    /** The owner of the account may not see the job. */
    MAY_NOT_READ,
    /** Their own preferences exclude it, in a way that an earlier version has not written down. */
    DOES_NOT_WANT,
    /** The workspace has no member of any of their addresses. */
    NOT_IN_SLACK,
    /** Slack does not answer who the candidate is, though it answers for others. */
    NOT_TOLD,
    /** Their account in the workspace is deactivated. */
    DEACTIVATED,
    /** The candidate wants no direct message about what a channel shows of which they are a member. */
    READS_CHANNEL,
    /** The candidate has paused all messages. */
    PAUSED,
    /** The candidate has made the job quiet. */
    QUIET_JOB,
    /** The candidate has chosen other events. */
    OTHER_EVENTS_CHOSEN,
    /** The candidate has chosen a higher severity. */
    MORE_SEVERE_CHOSEN,
    /** The candidate has chosen nothing, and the administrator's defaults have other events. */
    OTHER_EVENTS_BY_DEFAULT,
    /** The candidate has chosen nothing, and the administrator's defaults have a higher severity. */
    MORE_SEVERE_BY_DEFAULT;

    /** Whether the person has chosen so, or the administrator for everybody who has chosen nothing. */
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
