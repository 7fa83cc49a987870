package io.jenkins.plugins.slacknotify.routing;

/** The part of a condition that keeps a build from fitting it. */
public enum Mismatch {
    JOB,
    BRANCH,
    EVENT,
    SEVERITY,
    CAUSE
}
