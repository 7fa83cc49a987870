package io.jenkins.plugins.slacknotify.control.source;

import hudson.Extension;
import hudson.PluginWrapper;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.config.inbound.InboundConfig;
import io.jenkins.plugins.slacknotify.control.run.JenkinsBuildControl;
import io.jenkins.plugins.slacknotify.control.run.RunActs;
import io.jenkins.plugins.slacknotify.interaction.Interaction;
import io.jenkins.plugins.slacknotify.interaction.build.BuildReference;
import io.jenkins.plugins.slacknotify.interaction.command.CommandEnvironment;
import io.jenkins.plugins.slacknotify.interaction.command.CommandInteraction;
import io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle;
import io.jenkins.plugins.slacknotify.lifecycle.InteractionSource;
import io.jenkins.plugins.slacknotify.personal.PersonalQuietJobs;
import java.time.Clock;
import java.util.List;
import jenkins.model.Jenkins;

/** Makes the commands. */
@Extension
public class CommandSource implements InteractionSource {
    @Override
    public List<Interaction> interactions() {
        return List.of(commands());
    }

    static CommandInteraction commands() {
        Clock clock = Clock.systemUTC();
        return new CommandInteraction(
                Accounts.members(),
                Accounts.linking(),
                new JenkinsBuildControl(clock),
                new RunActs(clock),
                (channel, thread) -> EngineLifecycle.get()
                        .engine()
                        .buildOf(channel, thread)
                        .map(build -> new BuildReference(build.job(), build.build())),
                new PersonalQuietJobs(),
                CommandSource::environment);
    }

    static CommandEnvironment environment() {
        InboundConfig inbound = SlackNotifyConfiguration.get().getInbound();
        PluginWrapper plugin = Jenkins.get().getPluginManager().getPlugin("slack-notify");
        return new CommandEnvironment(
                inbound.getCommand(), plugin == null ? "?" : plugin.getVersion(), inbound.enabledAbilities());
    }
}
