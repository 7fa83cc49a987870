package io.jenkins.plugins.slacknotify.control.live;

import hudson.Extension;
import io.jenkins.plugins.slacknotify.trigger.input.InputStepReader;
import org.jenkinsci.plugins.workflow.flow.GraphListener;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/** Tells the {@link LiveView}s of pipelines that wait for an answer, or do no longer. */
@Extension(optional = true)
public final class QuestionChanges implements GraphListener {
    @Override
    public void onNewHead(FlowNode node) {
        if (InputStepReader.isInput(node) || node.getParents().stream().anyMatch(InputStepReader::isInput)) {
            LiveView.allChanged();
        }
    }
}
