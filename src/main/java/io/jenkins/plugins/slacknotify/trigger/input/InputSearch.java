package io.jenkins.plugins.slacknotify.trigger.input;

import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.support.steps.input.InputStepExecution;

/** The result of looking for a step of a build that waits for input. */
public sealed interface InputSearch {
    record Found(FlowNode node, InputStepExecution execution) implements InputSearch {}

    /** No such step waits any more. Where no particular step was asked for, none waits or several do. */
    record Missing() implements InputSearch {}

    /** It is not known yet whether the step waits, as the pipeline is being loaded or Jenkins stops. Search again later. */
    record Unknown() implements InputSearch {}
}
