package io.jenkins.plugins.slacknotify.control.source;

import hudson.Extension;
import io.jenkins.plugins.slacknotify.config.InstalledBots;
import io.jenkins.plugins.slacknotify.config.connection.SharedSlackClient;
import io.jenkins.plugins.slacknotify.control.run.JenkinsBuildControl;
import io.jenkins.plugins.slacknotify.interaction.Interaction;
import io.jenkins.plugins.slacknotify.interaction.home.BotHomeTabs;
import io.jenkins.plugins.slacknotify.interaction.home.HomeInteraction;
import io.jenkins.plugins.slacknotify.lifecycle.InteractionSource;
import io.jenkins.plugins.slacknotify.personal.PersonalQuietJobs;
import java.time.Clock;
import java.util.List;

/** Makes what shows the home tab. */
@Extension
public class HomeSource implements InteractionSource {
    @Override
    public List<Interaction> interactions() {
        Clock clock = Clock.systemUTC();
        return List.of(new HomeInteraction(
                Accounts.members(),
                new JenkinsBuildControl(clock),
                new PersonalQuietJobs(),
                CommandSource.commands().names(),
                CommandSource::environment,
                new BotHomeTabs(new InstalledBots(SharedSlackClient.interactiveGateway()), SharedSlackClient.views()),
                clock));
    }
}
