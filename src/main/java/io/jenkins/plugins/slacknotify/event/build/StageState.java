package io.jenkins.plugins.slacknotify.event.build;

/** Whether a stage or step runs, or how it has ended. */
public enum StageState {
    RUNNING,
    SUCCEEDED,
    UNSTABLE,
    FAILED
}
