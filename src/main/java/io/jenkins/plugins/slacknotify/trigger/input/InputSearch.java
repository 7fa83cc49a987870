package io.jenkins.plugins.slacknotify.trigger.input;

import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.support.steps.input.InputStepExecution;

/** The result of looking for a step of a build that waits for input. */
public sealed interface InputSearch {
    record Found(FlowNode node, InputStepExecution execution) implements InputSearch {}

    /** No such step waits, or not any more; where any one is looked for, none waits, or several do. This is sure. */
    record Missing() implements InputSearch {}

    /** Nobody knows at this moment: the pipeline is being loaded, or Jenkins stops. It has to be looked for again. */
    record Unknown() implements InputSearch {}
}
