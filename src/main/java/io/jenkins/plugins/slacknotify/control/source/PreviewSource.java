package io.jenkins.plugins.slacknotify.control.source;

import hudson.Extension;
import io.jenkins.plugins.slacknotify.config.InstalledBots;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.config.connection.SharedSlackClient;
import io.jenkins.plugins.slacknotify.control.live.LinkPreviews;
import io.jenkins.plugins.slacknotify.interaction.Interaction;
import io.jenkins.plugins.slacknotify.interaction.preview.BotPreviews;
import io.jenkins.plugins.slacknotify.interaction.preview.InvitedMembers;
import io.jenkins.plugins.slacknotify.interaction.preview.PreviewInteraction;
import io.jenkins.plugins.slacknotify.lifecycle.InteractionSource;
import java.util.List;

@Extension
public class PreviewSource implements InteractionSource {
    /** Outlives the interactions, which are made again whenever requests from Slack are switched on. */
    private final InvitedMembers invited = new InvitedMembers();

    @Override
    public List<Interaction> interactions() {
        LinkPreviews links = LinkPreviews.get();
        return List.of(new PreviewInteraction(
                MemberAccountsSource.members().withoutInvitation(),
                MemberAccountsSource.linking(),
                invited,
                links.cards(),
                new BotPreviews(InstalledBots.shared(), SharedSlackClient.views()),
                links.previews(),
                () -> SlackNotifyConfiguration.get().abilitiesInEffect()));
    }
}
