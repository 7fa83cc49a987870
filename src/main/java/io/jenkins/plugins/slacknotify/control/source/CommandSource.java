package io.jenkins.plugins.slacknotify.control.source;

import hudson.Extension;
import hudson.PluginWrapper;
import hudson.model.Computer;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.config.connection.SharedSlackClient;
import io.jenkins.plugins.slacknotify.config.inbound.ButtonSeals;
import io.jenkins.plugins.slacknotify.control.home.WaitingForAccount;
import io.jenkins.plugins.slacknotify.control.maintenance.JenkinsMaintenance;
import io.jenkins.plugins.slacknotify.control.preview.PrivateJobs;
import io.jenkins.plugins.slacknotify.control.run.JenkinsBuildControl;
import io.jenkins.plugins.slacknotify.control.run.JenkinsRebuildControl;
import io.jenkins.plugins.slacknotify.control.subscription.JenkinsSubscriptionControl;
import io.jenkins.plugins.slacknotify.engine.ReportedBuilds;
import io.jenkins.plugins.slacknotify.inbound.act.Responder;
import io.jenkins.plugins.slacknotify.inbound.act.ResponseUrlResponder;
import io.jenkins.plugins.slacknotify.interaction.Interaction;
import io.jenkins.plugins.slacknotify.interaction.answer.SlowAnswers;
import io.jenkins.plugins.slacknotify.interaction.build.BuildControl;
import io.jenkins.plugins.slacknotify.interaction.build.BuildReference;
import io.jenkins.plugins.slacknotify.interaction.command.Command;
import io.jenkins.plugins.slacknotify.interaction.command.CommandEnvironment;
import io.jenkins.plugins.slacknotify.interaction.command.CommandInteraction;
import io.jenkins.plugins.slacknotify.interaction.command.ContextBuilds;
import io.jenkins.plugins.slacknotify.interaction.command.QuietJobs;
import io.jenkins.plugins.slacknotify.interaction.maintenance.MaintenanceCommand;
import io.jenkins.plugins.slacknotify.interaction.modal.Modals;
import io.jenkins.plugins.slacknotify.interaction.preferences.PreferencesCommand;
import io.jenkins.plugins.slacknotify.interaction.preferences.PreferencesInteraction;
import io.jenkins.plugins.slacknotify.interaction.run.RunForms;
import io.jenkins.plugins.slacknotify.interaction.run.RunInteraction;
import io.jenkins.plugins.slacknotify.interaction.subscription.ListCommand;
import io.jenkins.plugins.slacknotify.interaction.subscription.MuteCommand;
import io.jenkins.plugins.slacknotify.interaction.subscription.MuteInteraction;
import io.jenkins.plugins.slacknotify.interaction.subscription.SubscribeCommand;
import io.jenkins.plugins.slacknotify.interaction.subscription.SubscribeForms;
import io.jenkins.plugins.slacknotify.interaction.subscription.SubscribeInteraction;
import io.jenkins.plugins.slacknotify.interaction.subscription.SubscriptionControl;
import io.jenkins.plugins.slacknotify.interaction.subscription.UnmuteCommand;
import io.jenkins.plugins.slacknotify.interaction.subscription.UnsubscribeCommand;
import io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle;
import io.jenkins.plugins.slacknotify.lifecycle.InteractionSource;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import io.jenkins.plugins.slacknotify.personal.JenkinsPreferencesControl;
import io.jenkins.plugins.slacknotify.personal.PersonalQuietJobs;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jenkins.model.Jenkins;
import jenkins.util.Timer;

/** Makes the commands, and the buttons and forms that do the same. */
@Extension
public class CommandSource implements InteractionSource {
    @Override
    public List<Interaction> interactions() {
        Clock clock = Clock.systemUTC();
        BuildControl builds = builds(clock);
        SubscriptionControl subscriptions = new JenkinsSubscriptionControl(clock);
        return List.of(
                commands(),
                new RunInteraction(MemberAccountsSource.members(), builds),
                new SubscribeInteraction(MemberAccountsSource.members(), builds, subscriptions),
                new MuteInteraction(
                        MemberAccountsSource.members(),
                        ButtonSeals.seal(),
                        builds,
                        subscriptions,
                        ButtonSource.modals()),
                new PreferencesInteraction(MemberAccountsSource.members(), new JenkinsPreferencesControl(), builds));
    }

    private static BuildControl builds(Clock clock) {
        return new JenkinsBuildControl(
                clock, new WaitingForAccount(ApprovalSource.inputs())::among, PrivateJobs::isPrivate);
    }

    static CommandInteraction commands() {
        Clock clock = Clock.systemUTC();
        return new CommandInteraction(
                MemberAccountsSource.members(),
                MemberAccountsSource.linking(),
                CommandSource::meantBuilds,
                all(clock),
                CommandSource::environment,
                slow(clock),
                ButtonSeals.seal());
    }

    private static ContextBuilds meantBuilds(String channel, String ts) {
        ReportedBuilds reported = EngineLifecycle.get().engine().buildsOf(channel, ts);
        return new ContextBuilds(
                reported.builds().stream()
                        .map(build -> new BuildReference(build.job(), build.build()))
                        .toList(),
                reported.isDigest());
    }

    private static List<Command> all(Clock clock) {
        BuildControl builds = builds(clock);
        SubscriptionControl subscriptions = new JenkinsSubscriptionControl(clock);
        QuietJobs quiet = new PersonalQuietJobs();
        Modals modals = ButtonSource.modals();
        List<Command> all = new ArrayList<>(
                CommandInteraction.ofBuilds(builds, new JenkinsRebuildControl(clock), new RunForms(builds, modals)));
        all.addAll(List.of(
                new SubscribeCommand(builds, subscriptions, new SubscribeForms(subscriptions, modals)),
                new UnsubscribeCommand(builds, subscriptions),
                new ListCommand(builds, subscriptions, quiet),
                new MuteCommand(builds, subscriptions, quiet),
                new UnmuteCommand(builds, subscriptions, quiet),
                new MaintenanceCommand(JenkinsMaintenance.get()),
                new PreferencesCommand(new JenkinsPreferencesControl(), modals)));
        return all;
    }

    /** Says that an answer takes longer only where the request came with an address for that. */
    private static SlowAnswers slow(Clock clock) {
        Responder responder = new ResponseUrlResponder(
                SharedSlackClient.responseUrls(),
                SlackNotifyConfiguration::currentApiUrl,
                (origin, answer) -> new SendResult.Refused("Only the answer itself is worth a message"),
                clock);
        return new SlowAnswers(
                responder,
                (wait, task) -> Timer.get()
                        .schedule(
                                () -> Computer.threadPoolForRemoting.execute(task),
                                wait.toMillis(),
                                TimeUnit.MILLISECONDS));
    }

    static CommandEnvironment environment() {
        SlackNotifyConfiguration configuration = SlackNotifyConfiguration.get();
        PluginWrapper plugin = Jenkins.get().getPluginManager().getPlugin("slack-notify");
        return new CommandEnvironment(
                configuration.getInbound().getCommand(),
                plugin == null ? "?" : plugin.getVersion(),
                configuration.abilitiesInEffect());
    }
}
