package io.jenkins.plugins.slacknotify.control.input;

import hudson.model.Run;
import io.jenkins.plugins.slacknotify.trigger.extension.BestEffort;
import io.jenkins.plugins.slacknotify.trigger.input.InputStepReader;
import io.jenkins.plugins.slacknotify.trigger.input.WaitingQuestion;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import jenkins.model.Jenkins;

/** Finds the questions of builds that wait for an answer. */
public final class WaitingQuestions {
    private WaitingQuestions() {}

    /**
     * Returns the questions of the builds that have any, in the order of the builds; none where the plugin of the {@code input} step is
     * missing. Takes half a second at most for all: a pipeline that Jenkins is still loading has none yet. Never throws.
     */
    public static Map<Run<?, ?>, List<WaitingQuestion>> of(Collection<? extends Run<?, ?>> runs) {
        return Jenkins.get().getPlugin("pipeline-input-step") == null
                ? Map.of()
                : BestEffort.read("questions of builds", () -> InputStepReader.waitingQuestions(runs))
                        .orElse(Map.of());
    }

    /** Returns those of one build, on the terms of {@link #of(Collection)}. */
    public static List<WaitingQuestion> of(Run<?, ?> run) {
        return of(List.of(run)).getOrDefault(run, List.of());
    }
}
