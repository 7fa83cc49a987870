package io.jenkins.plugins.slacknotify.trigger.running;

import hudson.Extension;
import hudson.model.Computer;
import io.jenkins.plugins.slacknotify.trigger.input.StandingInputs;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionListener;

/**
 * Reports pipelines that wait for input again after a restart, and those that have just gone on from it, in case Jenkins was killed before
 * the first report.
 */
@Extension(optional = true)
public final class ResumedInputListener extends FlowExecutionListener {
    /** Reports on another thread: Jenkins is still loading the build, and this thread cannot read from it. */
    @Override
    public void onResumed(FlowExecution execution) {
        Computer.threadPoolForRemoting.execute(() -> {
            StandingInputs.of(execution).forEach(InputListener::reportWaiting);
            execution.getCurrentHeads().forEach(InputListener::reportFinishedBefore);
        });
    }
}
