package io.jenkins.plugins.slacknotify.lifecycle;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.init.InitMilestone;
import hudson.init.Initializer;
import hudson.init.Terminator;
import io.jenkins.plugins.slacknotify.config.ConfiguredChannels;
import io.jenkins.plugins.slacknotify.config.CredentialsTokenSource;
import io.jenkins.plugins.slacknotify.config.FoldersOfCredentials;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.config.build.JenkinsBuildLocator;
import io.jenkins.plugins.slacknotify.config.connection.SharedSlackClient;
import io.jenkins.plugins.slacknotify.config.inbound.ButtonSeals;
import io.jenkins.plugins.slacknotify.engine.NotificationEngine;
import io.jenkins.plugins.slacknotify.engine.files.FileLimits;
import io.jenkins.plugins.slacknotify.engine.files.FileSpool;
import io.jenkins.plugins.slacknotify.engine.history.JobHistory;
import io.jenkins.plugins.slacknotify.engine.sending.ChannelIds;
import io.jenkins.plugins.slacknotify.engine.upkeep.ReportedChanges;
import io.jenkins.plugins.slacknotify.outbox.OutboxListener;
import io.jenkins.plugins.slacknotify.outbox.store.Host;
import io.jenkins.plugins.slacknotify.outbox.store.JournalOutboxStore;
import io.jenkins.plugins.slacknotify.outbox.thread.PooledThreads;
import io.jenkins.plugins.slacknotify.people.directory.CachedSlackDirectory;
import io.jenkins.plugins.slacknotify.personal.JenkinsAccounts;
import io.jenkins.plugins.slacknotify.slack.gateway.SlackGateway;
import io.jenkins.plugins.slacknotify.templates.RunMacros;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;

/**
 * The holder of this Jenkins' one notification engine, which it starts and stops with Jenkins.
 *
 * <p>Safe for use by many threads.
 */
@Extension
public class EngineLifecycle {
    private static final Logger LOGGER = Logger.getLogger(EngineLifecycle.class.getName());

    /** The system property that names the machine. */
    private static final String HOST_NAME = "io.jenkins.plugins.slacknotify.host";

    /** The system property that says how large a file may be that a job shows. */
    private static final String MAX_FILE_MEGABYTES = "io.jenkins.plugins.slacknotify.maxFileMegabytes";

    private NotificationEngine engine;

    /** Returns the one instance of this Jenkins. */
    public static EngineLifecycle get() {
        return ExtensionList.lookupSingleton(EngineLifecycle.class);
    }

    /**
     * Returns the engine, and makes it at the first call. Before {@link #start} it accepts messages already, and keeps
     * them until then.
     */
    public synchronized NotificationEngine engine() {
        if (engine == null) {
            Clock clock = Clock.systemUTC();
            SlackGateway gateway = SharedSlackClient.gateway();
            engine = NotificationEngine.builder()
                    .settings(() -> SlackNotifyConfiguration.get().toEngineSettings())
                    .tokens(new CredentialsTokenSource())
                    .credentialFolders(new FoldersOfCredentials())
                    .gateway(gateway)
                    .interactiveGateway(SharedSlackClient.interactiveGateway())
                    .store(new JournalOutboxStore(folder("outbox"), host(), clock))
                    .spool(new FileSpool(folder("files"), fileLimits()))
                    .listener(listener())
                    .accounts(new JenkinsAccounts(clock))
                    .directory(new CachedSlackDirectory(gateway, folder("people"), clock))
                    .channelIds(ChannelIds.in(home()))
                    .reportedChanges(ReportedChanges.in(home()))
                    .macros(new RunMacros())
                    .threads(new PooledThreads())
                    .runningBuilds(RunningRuns::keys)
                    .builds(new JenkinsBuildLocator())
                    .channelSources(new ConfiguredChannels())
                    .jobs(JobHistory.in(folder("jobs")))
                    .seal(ButtonSeals.seal())
                    .clock(clock)
                    .build();
        }
        return engine;
    }

    private static OutboxListener listener() {
        OutboxListener log = new DeliveryLog();
        return delivery -> {
            log.changed(delivery);
            RotationUpkeep.changed(delivery);
        };
    }

    /**
     * Returns the identity of this machine, by which a home is recognized that was copied from another machine. Where the names of machines
     * change while their home stays, as in a cluster, an administrator names it.
     */
    public static Host host() {
        String name = System.getProperty(HOST_NAME);
        return name == null || name.isBlank() ? Host.current() : Host.named(name.strip());
    }

    /** Returns the limits of the files that jobs may show. A size that is no size is logged, and the usual one counts. */
    private static FileLimits fileLimits() {
        String megabytes = System.getProperty(MAX_FILE_MEGABYTES);
        try {
            return megabytes == null || megabytes.isBlank()
                    ? FileLimits.STANDARD
                    : FileLimits.parseMegabytes(megabytes);
        } catch (IllegalArgumentException e) {
            LOGGER.log(
                    Level.WARNING,
                    "The system property {0} counts for nothing, so a file may have {1} MB: {2}",
                    new Object[] {MAX_FILE_MEGABYTES, FileLimits.STANDARD.megabytes(), e.getMessage()});
            return FileLimits.STANDARD;
        }
    }

    @CheckForNull
    private synchronized NotificationEngine made() {
        return engine;
    }

    /** Returns one of the plugin's folders in the home of Jenkins. */
    static Path folder(String name) {
        return home().resolve(name);
    }

    /** Returns the plugin's folder in the home of Jenkins. */
    public static Path home() {
        return Jenkins.get().getRootDir().toPath().resolve("slack-notify");
    }

    /** Starts the engine, which then sends what waits in the outbox. Runs when the jobs are loaded, because credentials may be in folders. */
    @Initializer(fatal = false, after = InitMilestone.JOB_CONFIG_ADAPTED)
    public static void start() {
        get().engine().start();
    }

    /** Stops the engine, which then sends nothing more. What is not sent by now is sent after the next start. */
    @Terminator
    public static void stop() {
        get().close();
    }

    /** Closes the engine without the lock: builds that end meanwhile get it, and hand over, which works until the end. */
    private void close() {
        NotificationEngine closing = made();
        if (closing != null) {
            try {
                closing.close();
            } catch (IOException e) {
                LOGGER.log(Level.WARNING, "Could not close the outbox", e);
            }
        }
    }
}
