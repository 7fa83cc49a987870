package io.jenkins.plugins.slacknotify.engine;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.files.FileSpool;
import io.jenkins.plugins.slacknotify.engine.history.JobHistory;
import io.jenkins.plugins.slacknotify.engine.planning.OutboxLimits;
import io.jenkins.plugins.slacknotify.engine.sending.ChannelIds;
import io.jenkins.plugins.slacknotify.engine.spi.BuildLocator;
import io.jenkins.plugins.slacknotify.engine.spi.ChannelSources;
import io.jenkins.plugins.slacknotify.engine.spi.CredentialFolders;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.engine.spi.Macros;
import io.jenkins.plugins.slacknotify.engine.spi.RunningBuilds;
import io.jenkins.plugins.slacknotify.engine.spi.TokenSource;
import io.jenkins.plugins.slacknotify.engine.upkeep.ReportedChanges;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonSeal;
import io.jenkins.plugins.slacknotify.outbox.OutboxListener;
import io.jenkins.plugins.slacknotify.outbox.OutboxStore;
import io.jenkins.plugins.slacknotify.outbox.thread.OutboxThreads;
import io.jenkins.plugins.slacknotify.people.account.AccountDirectory;
import io.jenkins.plugins.slacknotify.people.directory.SlackDirectory;
import io.jenkins.plugins.slacknotify.slack.gateway.SlackGateway;
import java.time.InstantSource;
import java.util.function.Supplier;

/** The ports and options of an engine. */
public final class NotificationEngineBuilder {
    Supplier<EngineSettings> settings;
    TokenSource tokens;
    SlackGateway gateway;

    @CheckForNull
    SlackGateway interactive;

    OutboxStore store;
    FileSpool spool;
    AccountDirectory accounts;
    SlackDirectory directory;
    OutboxThreads threads;
    OutboxListener listener = delivery -> {};
    ChannelIds channelIds = ChannelIds.inMemory();
    ReportedChanges reportedChanges = ReportedChanges.inMemory();
    Macros macros = Macros.NONE;
    RunningBuilds runningBuilds = RunningBuilds.NONE;
    BuildLocator builds = BuildLocator.NONE;
    ChannelSources channelSources = ChannelSources.NONE;
    OutboxLimits limits = OutboxLimits.STANDARD;
    CredentialFolders credentialFolders = CredentialFolders.UNKNOWN;
    JobHistory jobs = JobHistory.inMemory();
    ButtonSeal seal = ButtonSeal.NONE;
    InstantSource clock = InstantSource.system();

    NotificationEngineBuilder() {}

    /** The source of the settings. Asked anew each time, so a change of the configuration counts at once. Required. */
    public NotificationEngineBuilder settings(Supplier<EngineSettings> newSettings) {
        settings = newSettings;
        return this;
    }

    /** The source of tokens. Required. */
    public NotificationEngineBuilder tokens(TokenSource newTokens) {
        tokens = newTokens;
        return this;
    }

    /** The way to Slack, which the engine closes. Required. */
    public NotificationEngineBuilder gateway(SlackGateway newGateway) {
        gateway = newGateway;
        return this;
    }

    /** The way to Slack for a person who waits for a page, which the engine closes. By default, that of {@link #gateway}. */
    public NotificationEngineBuilder interactiveGateway(SlackGateway newGateway) {
        interactive = newGateway;
        return this;
    }

    /** The store of the outbox, which the engine closes. Required. */
    public NotificationEngineBuilder store(OutboxStore newStore) {
        store = newStore;
        return this;
    }

    /** The spool of the files that wait to be uploaded. Required. */
    public NotificationEngineBuilder spool(FileSpool newSpool) {
        spool = newSpool;
        return this;
    }

    /** The accounts of Jenkins. Required. */
    public NotificationEngineBuilder accounts(AccountDirectory newAccounts) {
        accounts = newAccounts;
        return this;
    }

    /** The members of workspaces. Required. */
    public NotificationEngineBuilder directory(SlackDirectory newDirectory) {
        directory = newDirectory;
        return this;
    }

    /** The threads on which notifications are sent. Required. */
    public NotificationEngineBuilder threads(OutboxThreads newThreads) {
        threads = newThreads;
        return this;
    }

    /** Gets every change of a delivery. By default, nobody does. */
    public NotificationEngineBuilder listener(OutboxListener newListener) {
        listener = newListener;
        return this;
    }

    /** The ids of channels that are known. By default, they are kept in memory alone. */
    public NotificationEngineBuilder channelIds(ChannelIds newChannelIds) {
        channelIds = newChannelIds;
        return this;
    }

    /** The memory of Slack's reports of bots and channels. By default, it is kept in memory alone. */
    public NotificationEngineBuilder reportedChanges(ReportedChanges newReportedChanges) {
        reportedChanges = newReportedChanges;
        return this;
    }

    /** The values of macros in templates. By default, {@link Macros#NONE}. */
    public NotificationEngineBuilder macros(Macros newMacros) {
        macros = newMacros;
        return this;
    }

    /** The builds that run, whose messages are not forgotten. By default, {@link RunningBuilds#NONE}. */
    public NotificationEngineBuilder runningBuilds(RunningBuilds newRunningBuilds) {
        runningBuilds = newRunningBuilds;
        return this;
    }

    /** The way to the pages of builds. By default, these are where they were. */
    public NotificationEngineBuilder builds(BuildLocator newBuilds) {
        builds = newBuilds;
        return this;
    }

    /** The places where channels are named. By default, none is known. */
    public NotificationEngineBuilder channelSources(ChannelSources newChannelSources) {
        channelSources = newChannelSources;
        return this;
    }

    /** The limits of what may wait. By default, {@link OutboxLimits#STANDARD}. */
    public NotificationEngineBuilder limits(OutboxLimits newLimits) {
        limits = newLimits;
        return this;
    }

    /** Tells whose a credential is. By default, {@link CredentialFolders#UNKNOWN}. */
    public NotificationEngineBuilder credentialFolders(CredentialFolders newCredentialFolders) {
        credentialFolders = newCredentialFolders;
        return this;
    }

    /** The memory of jobs. By default, it ends with the process. */
    public NotificationEngineBuilder jobs(JobHistory newJobs) {
        jobs = newJobs;
        return this;
    }

    /** The seal that shows of a button that this Jenkins has drawn it. By default, {@link ButtonSeal#NONE}. */
    public NotificationEngineBuilder seal(ButtonSeal newSeal) {
        seal = newSeal;
        return this;
    }

    /** The clock. By default, that of the system. */
    public NotificationEngineBuilder clock(InstantSource newClock) {
        clock = newClock;
        return this;
    }

    /** @throws NullPointerException where something that is required is not set */
    public NotificationEngine build() {
        requireNonNull(settings, "settings");
        requireNonNull(tokens, "tokens");
        requireNonNull(gateway, "gateway");
        requireNonNull(store, "store");
        requireNonNull(spool, "spool");
        requireNonNull(accounts, "accounts");
        requireNonNull(directory, "directory");
        requireNonNull(threads, "threads");
        return new NotificationEngine(this);
    }
}
