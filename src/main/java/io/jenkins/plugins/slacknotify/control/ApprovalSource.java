package io.jenkins.plugins.slacknotify.control;

import io.jenkins.plugins.slacknotify.config.InstalledBots;
import io.jenkins.plugins.slacknotify.config.connection.SharedSlackClient;
import io.jenkins.plugins.slacknotify.interaction.Interaction;
import io.jenkins.plugins.slacknotify.interaction.approval.ApprovalInteraction;
import io.jenkins.plugins.slacknotify.interaction.modal.BotModals;
import io.jenkins.plugins.slacknotify.interaction.modal.Modals;
import io.jenkins.plugins.slacknotify.lifecycle.InteractionSource;
import java.time.Clock;
import java.util.List;
import org.jenkinsci.plugins.variant.OptionalExtension;

/** Makes what answers the questions of pipelines. Left out where the plugin of the {@code input} step is missing. */
@OptionalExtension(requirePlugins = "pipeline-input-step")
public class ApprovalSource implements InteractionSource {
    private final InputSteps inputs = new InputSteps(Clock.systemUTC());

    @Override
    public List<Interaction> interactions() {
        Modals modals =
                new BotModals(new InstalledBots(SharedSlackClient.interactiveGateway()), SharedSlackClient.views());
        return List.of(new ApprovalInteraction(Accounts.members(), inputs, modals));
    }
}
