package io.jenkins.plugins.slacknotify.control.input;

import hudson.model.Run;
import io.jenkins.plugins.slacknotify.event.InputQuestion;
import io.jenkins.plugins.slacknotify.trigger.extension.BestEffort;
import io.jenkins.plugins.slacknotify.trigger.input.InputStepReader;
import java.util.List;
import jenkins.model.Jenkins;

/** Finds the questions of builds that wait for an answer. */
public final class WaitingQuestions {
    private WaitingQuestions() {}

    /** Returns the questions of a build; none where the plugin of the {@code input} step is missing. Never throws. */
    public static List<InputQuestion> of(Run<?, ?> run) {
        return Jenkins.get().getPlugin("pipeline-input-step") == null
                ? List.of()
                : BestEffort.read("questions of " + run, () -> InputStepReader.waitingQuestions(run))
                        .orElse(List.of());
    }
}
