package io.jenkins.plugins.slacknotify.control.source;

import hudson.Extension;
import io.jenkins.plugins.slacknotify.control.input.InputSteps;
import io.jenkins.plugins.slacknotify.interaction.Interaction;
import io.jenkins.plugins.slacknotify.interaction.approval.ApprovalInteraction;
import io.jenkins.plugins.slacknotify.lifecycle.InteractionSource;
import java.time.Clock;
import java.util.List;
import jenkins.model.Jenkins;

/** Makes what answers the questions of pipelines. Makes nothing where the plugin of the {@code input} step is missing. */
@Extension
public class ApprovalSource implements InteractionSource {
    @Override
    public List<Interaction> interactions() {
        return Jenkins.get().getPlugin("pipeline-input-step") == null ? List.of() : List.of(approvals());
    }

    private static Interaction approvals() {
        return new ApprovalInteraction(Accounts.members(), new InputSteps(Clock.systemUTC()), ButtonSource.modals());
    }
}
