package io.jenkins.plugins.slacknotify.control.live;

import hudson.Extension;
import io.jenkins.plugins.slacknotify.trigger.input.InputStepReader;
import org.jenkinsci.plugins.workflow.flow.GraphListener;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/** Counts, for the {@link LiveView}s, how often pipelines begin or end to wait for an answer. */
@Extension(optional = true)
public final class QuestionChanges implements GraphListener {
    @Override
    public void onNewHead(FlowNode node) {
        if (InputStepReader.isInput(node) || node.getParents().stream().anyMatch(InputStepReader::isInput)) {
            JenkinsChanges.note();
        }
    }
}
