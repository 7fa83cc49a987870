package org.jenkinsci.plugins.workflow.support.steps.build;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.InvisibleAction;
import hudson.model.Run;
import java.util.List;

public final class DownstreamBuildAction extends InvisibleAction {
    @NonNull
    public synchronized native List<DownstreamBuild> getDownstreamBuilds();

    public static final class DownstreamBuild {
        DownstreamBuild() {}

        @NonNull
        public native String getFlowNodeId();

        @NonNull
        public native String getJobFullName();

        @CheckForNull
        public native Integer getBuildNumber();

        @CheckForNull
        public native Run<?, ?> getBuild();
    }
}
