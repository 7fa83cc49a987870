package io.jenkins.plugins.slacknotify.control.home;

import hudson.model.Run;
import io.jenkins.plugins.slacknotify.config.build.BuildKeys;
import io.jenkins.plugins.slacknotify.control.input.WaitingQuestions;
import io.jenkins.plugins.slacknotify.event.InputQuestion;
import io.jenkins.plugins.slacknotify.interaction.approval.InputControl;
import io.jenkins.plugins.slacknotify.interaction.home.HomeBuild;
import io.jenkins.plugins.slacknotify.interaction.home.HomeReader;
import io.jenkins.plugins.slacknotify.lifecycle.RunningRuns;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonTarget;
import io.jenkins.plugins.slacknotify.trigger.input.WaitingQuestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the questions of pipelines that wait for an account, on the terms of {@link InputControl#isAwaited}. */
public final class WaitingForAccount {
    private final Optional<InputControl> inputs;

    /** @param inputs empty where the plugin of the {@code input} step is missing */
    public WaitingForAccount(Optional<InputControl> inputs) {
        this.inputs = inputs;
    }

    /** Returns the questions, those of the build that has run longest first; a few more than a home tab shows at most. */
    public List<HomeBuild> of(String account) {
        if (inputs.isEmpty()) {
            return List.of();
        }
        List<HomeBuild> found = new ArrayList<>();
        List<Run<?, ?>> runs = RunningRuns.all().stream()
                .sorted(Comparator.comparing(Run::getStartTimeInMillis))
                .toList();
        for (Map.Entry<Run<?, ?>, List<WaitingQuestion>> ofRun :
                WaitingQuestions.of(runs).entrySet()) {
            for (WaitingQuestion asked : ofRun.getValue()) {
                if (isAwaited(inputs.get(), account, ofRun.getKey(), asked.question())) {
                    found.add(HomeBuilds.waiting(ofRun.getKey(), asked));
                }
                if (found.size() == HomeReader.MAX_BUILDS) {
                    return found;
                }
            }
        }
        return found;
    }

    /** Returns those of some builds of which an account may answer any question, in their order. */
    public List<Run<?, ?>> among(String account, Collection<Run<?, ?>> runs) {
        List<Run<?, ?>> found = new ArrayList<>();
        inputs.ifPresent(control -> WaitingQuestions.of(runs).forEach((run, questions) -> {
            if (questions.stream().anyMatch(asked -> isAwaited(control, account, run, asked.question()))) {
                found.add(run);
            }
        }));
        return found;
    }

    private static boolean isAwaited(InputControl control, String account, Run<?, ?> run, InputQuestion question) {
        return control.isAwaited(account, new ButtonTarget(BuildKeys.of(run), question.id()));
    }
}
