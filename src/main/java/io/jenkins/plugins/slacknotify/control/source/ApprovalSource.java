package io.jenkins.plugins.slacknotify.control.source;

import hudson.Extension;
import io.jenkins.plugins.slacknotify.config.inbound.ButtonSeals;
import io.jenkins.plugins.slacknotify.control.input.JenkinsInputControl;
import io.jenkins.plugins.slacknotify.interaction.Interaction;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccounts;
import io.jenkins.plugins.slacknotify.interaction.approval.ApprovalInteraction;
import io.jenkins.plugins.slacknotify.interaction.approval.InputControl;
import io.jenkins.plugins.slacknotify.interaction.approval.RejectionInteraction;
import io.jenkins.plugins.slacknotify.interaction.modal.Modals;
import io.jenkins.plugins.slacknotify.lifecycle.InteractionSource;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonSeal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import jenkins.model.Jenkins;

/** Makes what answers the questions of pipelines. Makes nothing where the plugin of the {@code input} step is missing. */
@Extension
public class ApprovalSource implements InteractionSource {
    @Override
    public List<Interaction> interactions() {
        return Jenkins.get().getPlugin("pipeline-input-step") == null ? List.of() : approvals();
    }

    static Optional<InputControl> inputs() {
        return Jenkins.get().getPlugin("pipeline-input-step") == null ? Optional.empty() : Optional.of(steps());
    }

    private static InputControl steps() {
        return new JenkinsInputControl(Clock.systemUTC());
    }

    private static List<Interaction> approvals() {
        MemberAccounts accounts = MemberAccountsSource.members();
        ButtonSeal seal = ButtonSeals.seal();
        Modals modals = ButtonSource.modals();
        return List.of(
                new ApprovalInteraction(accounts, seal, steps(), modals),
                new RejectionInteraction(accounts, seal, steps(), modals));
    }
}
