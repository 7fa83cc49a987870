package jenkins.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Action;
import hudson.model.Job;
import hudson.model.Queue;

public abstract class ParameterizedJobMixIn {
    private ParameterizedJobMixIn() {}

    @CheckForNull
    public static native Queue.Item scheduleBuild2(Job<?, ?> job, int quietPeriod, Action... actions);
}
