package io.jenkins.plugins.slacknotify.control.source;

import hudson.Extension;
import io.jenkins.plugins.slacknotify.config.InstalledBots;
import io.jenkins.plugins.slacknotify.config.connection.SharedSlackClient;
import io.jenkins.plugins.slacknotify.config.inbound.ButtonSeals;
import io.jenkins.plugins.slacknotify.control.run.JenkinsClaimControl;
import io.jenkins.plugins.slacknotify.control.run.JenkinsFollowControl;
import io.jenkins.plugins.slacknotify.control.run.JenkinsRebuildControl;
import io.jenkins.plugins.slacknotify.control.run.JenkinsRerunControl;
import io.jenkins.plugins.slacknotify.interaction.Interaction;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccounts;
import io.jenkins.plugins.slacknotify.interaction.claim.ClaimInteraction;
import io.jenkins.plugins.slacknotify.interaction.follow.FollowInteraction;
import io.jenkins.plugins.slacknotify.interaction.modal.BotModals;
import io.jenkins.plugins.slacknotify.interaction.modal.Modals;
import io.jenkins.plugins.slacknotify.interaction.rebuild.AbortInteraction;
import io.jenkins.plugins.slacknotify.interaction.rebuild.RebuildInteraction;
import io.jenkins.plugins.slacknotify.interaction.rebuild.RerunInteraction;
import io.jenkins.plugins.slacknotify.lifecycle.InteractionSource;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonSeal;
import java.time.Clock;
import java.util.List;

/** Makes what handles the buttons below messages of builds of any kind. */
@Extension
public class ButtonSource implements InteractionSource {
    @Override
    public List<Interaction> interactions() {
        MemberAccounts accounts = MemberAccountsSource.members();
        ButtonSeal seal = ButtonSeals.seal();
        Clock clock = Clock.systemUTC();
        JenkinsRerunControl reruns = new JenkinsRerunControl(clock);
        Modals modals = modals();
        JenkinsRebuildControl rebuilds = new JenkinsRebuildControl(clock);
        return List.of(
                new RebuildInteraction(accounts, seal, rebuilds),
                new AbortInteraction(accounts, seal, rebuilds, modals),
                RerunInteraction.withChanges(accounts, seal, reruns, modals),
                RerunInteraction.fromStage(accounts, seal, reruns, modals),
                new FollowInteraction(accounts, seal, new JenkinsFollowControl(clock)),
                new ClaimInteraction(accounts, seal, new JenkinsClaimControl(clock)));
    }

    static Modals modals() {
        return new BotModals(InstalledBots.shared(), SharedSlackClient.views());
    }
}
