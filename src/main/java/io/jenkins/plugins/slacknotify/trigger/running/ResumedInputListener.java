package io.jenkins.plugins.slacknotify.trigger.running;

import hudson.Extension;
import hudson.model.Computer;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionListener;

/** Tells after a restart of pipelines that wait for input, in case Jenkins was killed before that was handed over. */
@Extension(optional = true)
public final class ResumedInputListener extends FlowExecutionListener {
    /** Called while the build is being loaded, so nothing can be asked of it on this thread. */
    @Override
    public void onResumed(FlowExecution execution) {
        Computer.threadPoolForRemoting.execute(() -> execution.getCurrentHeads().stream()
                .filter(head -> InputStepReader.isInput(head) && head.isActive())
                .forEach(InputListener::reportWaiting));
    }
}
