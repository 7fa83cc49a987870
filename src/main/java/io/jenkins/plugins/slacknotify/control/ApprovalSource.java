package io.jenkins.plugins.slacknotify.control;

import hudson.Extension;
import io.jenkins.plugins.slacknotify.config.InstalledBots;
import io.jenkins.plugins.slacknotify.config.connection.SharedSlackClient;
import io.jenkins.plugins.slacknotify.interaction.Interaction;
import io.jenkins.plugins.slacknotify.interaction.approval.ApprovalInteraction;
import io.jenkins.plugins.slacknotify.interaction.modal.BotModals;
import io.jenkins.plugins.slacknotify.interaction.modal.Modals;
import io.jenkins.plugins.slacknotify.lifecycle.InteractionSource;
import java.time.Clock;
import java.util.List;

/** Makes what answers the questions of pipelines. Left out where the plugin of the {@code input} step is missing. */
@Extension(optional = true)
public class ApprovalSource implements InteractionSource {
    // Of the type itself, so that this class cannot be linked without the plugin of the step.
    private final InputSteps inputs = new InputSteps(Clock.systemUTC());

    @Override
    public List<Interaction> interactions() {
        Modals modals =
                new BotModals(new InstalledBots(SharedSlackClient.interactiveGateway()), SharedSlackClient.views());
        return List.of(new ApprovalInteraction(Accounts.members(), inputs, modals));
    }
}
