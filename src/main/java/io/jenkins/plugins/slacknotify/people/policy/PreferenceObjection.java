package io.jenkins.plugins.slacknotify.people.policy;

/** The part of a person's {@link Preferences} that keeps a notification from them. */
public enum PreferenceObjection {
    /** All messages pause. */
    PAUSE,
    /** The job is quiet. */
    QUIET_JOB,
    /** The build is not severe enough. */
    SEVERITY,
    /** The event is none of those that they are notified of. */
    EVENT
}
