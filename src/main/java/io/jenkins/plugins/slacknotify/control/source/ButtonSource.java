package io.jenkins.plugins.slacknotify.control.source;

import hudson.Extension;
import io.jenkins.plugins.slacknotify.config.InstalledBots;
import io.jenkins.plugins.slacknotify.config.connection.SharedSlackClient;
import io.jenkins.plugins.slacknotify.control.run.Claims;
import io.jenkins.plugins.slacknotify.control.run.Follows;
import io.jenkins.plugins.slacknotify.control.run.Reruns;
import io.jenkins.plugins.slacknotify.control.run.RunActs;
import io.jenkins.plugins.slacknotify.interaction.Interaction;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccounts;
import io.jenkins.plugins.slacknotify.interaction.claim.ClaimInteraction;
import io.jenkins.plugins.slacknotify.interaction.follow.FollowInteraction;
import io.jenkins.plugins.slacknotify.interaction.modal.BotModals;
import io.jenkins.plugins.slacknotify.interaction.modal.Modals;
import io.jenkins.plugins.slacknotify.interaction.rebuild.RebuildInteraction;
import io.jenkins.plugins.slacknotify.interaction.rebuild.RerunInteraction;
import io.jenkins.plugins.slacknotify.lifecycle.InteractionSource;
import java.time.Clock;
import java.util.List;

/** Makes what handles the buttons below messages of builds of any kind. */
@Extension
public class ButtonSource implements InteractionSource {
    @Override
    public List<Interaction> interactions() {
        MemberAccounts accounts = Accounts.members();
        Clock clock = Clock.systemUTC();
        Reruns reruns = new Reruns(clock);
        Modals modals = modals();
        return List.of(
                new RebuildInteraction(accounts, new RunActs(clock)),
                RerunInteraction.withChanges(accounts, reruns, modals),
                RerunInteraction.fromStage(accounts, reruns, modals),
                new FollowInteraction(accounts, new Follows(clock)),
                new ClaimInteraction(accounts, new Claims(clock)));
    }

    /** Makes the port that opens forms. */
    static Modals modals() {
        return new BotModals(InstalledBots.shared(), SharedSlackClient.views());
    }
}
