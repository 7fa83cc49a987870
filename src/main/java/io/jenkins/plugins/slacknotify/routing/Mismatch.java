package io.jenkins.plugins.slacknotify.routing;

/** The part of a {@link Condition} that a build does not match. */
public enum Mismatch {
    JOB,
    BRANCH,
    EVENT,
    SEVERITY,
    CAUSE
}
