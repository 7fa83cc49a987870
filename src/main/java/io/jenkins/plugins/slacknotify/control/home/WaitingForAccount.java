package io.jenkins.plugins.slacknotify.control.home;

import hudson.model.Run;
import io.jenkins.plugins.slacknotify.control.input.WaitingQuestions;
import io.jenkins.plugins.slacknotify.event.InputQuestion;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.interaction.approval.InputControl;
import io.jenkins.plugins.slacknotify.interaction.approval.InputLookup;
import io.jenkins.plugins.slacknotify.interaction.home.HomeBuild;
import io.jenkins.plugins.slacknotify.interaction.home.HomeReader;
import io.jenkins.plugins.slacknotify.lifecycle.RunningRuns;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonTarget;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the questions of pipelines that an account may answer, by the rules of each step itself. */
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
        for (Run<?, ?> run : runs) {
            for (InputQuestion question : WaitingQuestions.of(run)) {
                ButtonTarget target = new ButtonTarget(HomeBuilds.key(run), question.id());
                if (inputs.get().find(account, target) instanceof InputLookup.Waiting) {
                    found.add(HomeBuilds.running(run, Milestone.waitingFor(question)));
                }
                if (found.size() == HomeReader.MAX_BUILDS) {
                    return found;
                }
            }
        }
        return found;
    }
}
