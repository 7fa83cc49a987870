package io.jenkins.plugins.slacknotify.control.source;

import hudson.Extension;
import hudson.model.User;
import io.jenkins.plugins.slacknotify.config.InstalledBots;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.config.connection.SharedSlackClient;
import io.jenkins.plugins.slacknotify.control.home.JenkinsHomeReader;
import io.jenkins.plugins.slacknotify.control.home.WaitingForAccount;
import io.jenkins.plugins.slacknotify.control.live.JenkinsChanges;
import io.jenkins.plugins.slacknotify.control.live.LiveView;
import io.jenkins.plugins.slacknotify.inbound.request.Ability;
import io.jenkins.plugins.slacknotify.interaction.Interaction;
import io.jenkins.plugins.slacknotify.interaction.home.BotHomeTabs;
import io.jenkins.plugins.slacknotify.interaction.home.HomeInteraction;
import io.jenkins.plugins.slacknotify.interaction.home.HomeTabMaker;
import io.jenkins.plugins.slacknotify.interaction.home.HomeTabs;
import io.jenkins.plugins.slacknotify.interaction.home.OpenHomeTabs;
import io.jenkins.plugins.slacknotify.lifecycle.InteractionSource;
import io.jenkins.plugins.slacknotify.personal.PersonalPreferences;
import io.jenkins.plugins.slacknotify.personal.PersonalQuietJobs;
import java.time.Clock;
import java.util.List;

/** Makes what shows home tabs, and keeps those up to date that are open. */
@Extension
public class HomeSource implements InteractionSource, LiveView {
    private volatile OpenHomeTabs homes;

    @Override
    public List<Interaction> interactions() {
        Clock clock = Clock.systemUTC();
        HomeTabMaker maker = new HomeTabMaker(
                MemberAccountsSource.members(),
                new JenkinsHomeReader(new WaitingForAccount(ApprovalSource.inputs())),
                CommandSource.commands().names(),
                CommandSource::environment);
        HomeTabs tabs = new BotHomeTabs(InstalledBots.shared(), SharedSlackClient.views());
        OpenHomeTabs open = new OpenHomeTabs(maker, tabs, JenkinsChanges::count, clock);
        homes = open;
        return List.of(new HomeInteraction(
                MemberAccountsSource.members().withoutInvitation(),
                maker,
                tabs,
                open,
                new PersonalQuietJobs(),
                (account, isWanted) -> {
                    User user = User.getById(account, false);
                    if (user != null) {
                        PersonalPreferences.setReminded(user, isWanted);
                    }
                },
                clock));
    }

    @Override
    public boolean isAny() {
        OpenHomeTabs open = homes;
        return open != null
                && open.isAny()
                && SlackNotifyConfiguration.get().abilitiesInEffect().contains(Ability.HOME);
    }

    @Override
    public void lookAfter() {
        OpenHomeTabs open = homes;
        if (open != null) {
            open.lookAfter();
        }
    }
}
