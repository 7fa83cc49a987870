package io.jenkins.plugins.slacknotify.control.source;

import hudson.Extension;
import io.jenkins.plugins.slacknotify.config.inbound.ButtonSeals;
import io.jenkins.plugins.slacknotify.control.input.JenkinsInputControl;
import io.jenkins.plugins.slacknotify.interaction.Interaction;
import io.jenkins.plugins.slacknotify.interaction.approval.ApprovalInteraction;
import io.jenkins.plugins.slacknotify.interaction.approval.InputControl;
import io.jenkins.plugins.slacknotify.lifecycle.InteractionSource;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import jenkins.model.Jenkins;

/** Makes what answers the questions of pipelines. Makes nothing where the plugin of the {@code input} step is missing. */
@Extension
public class ApprovalSource implements InteractionSource {
    @Override
    public List<Interaction> interactions() {
        return Jenkins.get().getPlugin("pipeline-input-step") == null ? List.of() : List.of(approvals());
    }

    static Optional<InputControl> inputs() {
        return Jenkins.get().getPlugin("pipeline-input-step") == null ? Optional.empty() : Optional.of(steps());
    }

    private static InputControl steps() {
        return new JenkinsInputControl(Clock.systemUTC());
    }

    private static Interaction approvals() {
        return new ApprovalInteraction(
                MemberAccountsSource.members(), ButtonSeals.seal(), steps(), ButtonSource.modals());
    }
}
