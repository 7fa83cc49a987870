package io.jenkins.plugins.slacknotify.trigger.event;

import hudson.model.Job;

/**
 * Recognizes jobs that are a part of another job: a cell of a matrix, a module of a Maven job. The build of the outer
 * job stands for theirs, so nobody is notified of them.
 */
public final class NestedJobs {
    private NestedJobs() {}

    /** Whether a job is a part of another one. */
    public static boolean isNested(Job<?, ?> job) {
        return job.getParent() instanceof Job;
    }
}
