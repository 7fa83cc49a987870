package io.jenkins.plugins.slacknotify.lifecycle;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.init.InitMilestone;
import hudson.init.Initializer;
import hudson.init.Terminator;
import io.jenkins.plugins.slacknotify.config.ConfiguredBot;
import io.jenkins.plugins.slacknotify.config.InstalledBots;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.config.connection.SharedSlackClient;
import io.jenkins.plugins.slacknotify.inbound.http.HttpReply;
import io.jenkins.plugins.slacknotify.inbound.http.HttpRequest;
import io.jenkins.plugins.slacknotify.inbound.status.InboundStatistics;
import io.jenkins.plugins.slacknotify.interaction.Interaction;
import io.jenkins.plugins.slacknotify.interaction.installation.InstallationInteraction;
import io.jenkins.plugins.slacknotify.outbox.StoreCondition;
import io.jenkins.plugins.slacknotify.outbox.thread.OutboxThreads;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import jenkins.util.Timer;

/**
 * The holder of this Jenkins' one way in for Slack, which it starts and stops with Jenkins, and with the settings.
 *
 * <p>While everything is switched off there is nothing: no thread, no open file. Safe for use by many threads.
 */
@Extension
public class InboundLifecycle {
    private static final Logger LOGGER = Logger.getLogger(InboundLifecycle.class.getName());

    /** How many times less often an ended connection is tried again than the settings are looked at. */
    private static final int ROUNDS_BETWEEN_RESTARTS = 6;

    /** How long the start of Jenkins waits for credentials providers, so that requests usually are taken as soon as there can be any. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** How long to wait for further changes before any counts. */
    private static final Duration SETTLING = Duration.ofMillis(300);

    private final Clock clock = Clock.systemUTC();
    private final InboundStatistics statistics = new InboundStatistics(clock);

    /** Runs one task at a time. What asks credentials providers runs on it and not under a lock: they may never answer. */
    private final OutboxThreads threads;

    private final Supplier<InboundDecisions> decisions;
    private final BotWatch bots = new BotWatch(
            ConfiguredBot::all,
            ConfiguredBot::connect,
            SharedSlackClient.gateway(),
            () -> EngineLifecycle.get().engine().slackChanges(),
            app -> SlackNotifyConfiguration.get().inboundInEffect().botsOf(app));

    /** The running service; null while no ability is switched on. */
    @CheckForNull
    private volatile InboundService service;

    private volatile List<String> problems = List.of();

    /** Whether Jenkins has come so far that requests may have effects, and is not stopping. */
    private volatile boolean started;

    /** The change that will soon be taken into account; null while none is planned. */
    private final AtomicReference<CompletableFuture<Void>> plannedChange = new AtomicReference<>();

    private int rounds;

    public InboundLifecycle() {
        this(InboundDecisions::now, Timer::get);
    }

    /**
     * @param decisions calls credentials providers
     * @param timer on the terms of {@link TimerThreads}
     */
    InboundLifecycle(Supplier<InboundDecisions> decisions, Supplier<ScheduledExecutorService> timer) {
        this.decisions = decisions;
        threads = new TimerThreads("upkeep", 1, timer);
    }

    /** Returns the one instance of this Jenkins. */
    public static InboundLifecycle get() {
        return ExtensionList.lookupSingleton(InboundLifecycle.class);
    }

    /** Begins to take requests from Slack, if that is switched on. Runs when the jobs are loaded, because acts are done at once. */
    @Initializer(fatal = false, after = InitMilestone.JOB_CONFIG_ADAPTED)
    public static void start() throws InterruptedException {
        get().begin(PATIENCE);
    }

    /** @param patience how long to wait for credentials providers */
    void begin(Duration patience) throws InterruptedException {
        started = true;
        CountDownLatch configured = new CountDownLatch(1);
        threads.work(() -> {
            reconfigure(true);
            configured.countDown();
            bots.checkStopped(false);
        });
        if (!configured.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            LOGGER.warning("Jenkins starts without requests from Slack: credentials providers do not answer yet");
        }
    }

    /** Stops taking requests from Slack. What was acknowledged and not done by now is done after the next start. */
    @Terminator
    public static void stop() {
        get().halt();
        get().threads.close();
    }

    synchronized void halt() {
        started = false;
        end();
    }

    /**
     * Takes one HTTP request that was sent to the address for Slack.
     *
     * @throws IOException where its body cannot be read
     */
    public HttpReply receive(HttpRequest request) throws IOException {
        InboundService running = service;
        return running == null ? HttpReply.switchedOff() : running.http().handle(request);
    }

    /** Returns how the inbound service stands at this moment. Asks nobody. */
    public InboundReport status() {
        InboundService running = service;
        return running == null
                ? new InboundReport(false, statistics.status(), Map.of(), 0, StoreCondition.GOOD, problems())
                : new InboundReport(
                        true,
                        statistics.status(),
                        running.socketStatus(),
                        running.waiting(),
                        running.storeCondition(),
                        problems());
    }

    /** Returns the problems of the settings, and those that requests have met. */
    private List<String> problems() {
        return Stream.concat(
                        problems.stream(),
                        InstalledBots.shared().foreignTokens().stream().map(InstalledBots.ForeignToken::describe))
                .toList();
    }

    /**
     * Takes changed settings or credentials into account, soon, on another thread: starts, stops, and connects anew what has
     * changed. A connection that has ended tries again.
     */
    public void settingsChanged() {
        // Configuration as Code saves after each setting; what lies between them is nobody's wish.
        CompletableFuture<Void> change = new CompletableFuture<>();
        if (started && plannedChange.compareAndSet(null, change)) {
            try {
                threads.later(SETTLING, () -> takeChange(change));
            } catch (RuntimeException | Error noThread) {
                // The next change asks again, or the look every five minutes takes this one.
                plannedChange.set(null);
                throw noThread;
            }
        }
    }

    /**
     * Waits until changed settings are taken into account, so that {@link #status} tells of them and not of those before.
     *
     * @param patience how long to wait at most: credentials providers may never answer
     * @return whether they are; whether a connection to Slack is there by then is another question
     */
    public boolean awaitChange(Duration patience) throws InterruptedException {
        CountDownLatch taken = new CountDownLatch(1);
        CompletableFuture<Void> change = plannedChange.get();
        if (change == null) {
            // Behind the change that is being taken, if there is one.
            threads.work(taken::countDown);
        } else {
            change.thenRun(taken::countDown);
        }
        return taken.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void takeChange(CompletableFuture<Void> change) {
        plannedChange.set(null);
        InstalledBots.shared().forgetRefusals();
        reconfigure(true);
        change.complete(null);
        InboundService running = service;
        if (running != null) {
            running.acts().retryHeld();
        }
        bots.checkStopped(true);
    }

    /** Does what nobody asks for, such as looking for secrets that have changed in a store outside Jenkins. */
    void keepUp() {
        if (started) {
            threads.work(() -> {
                rounds++;
                InstalledBots.shared().forgetRefusals();
                reconfigure(rounds % ROUNDS_BETWEEN_RESTARTS == 0);
                bots.checkStopped(false);
            });
        }
    }

    /**
     * Does the requests that a Jenkins on another machine has left, of which this home is a copy.
     *
     * @throws IOException where the disk does not take that; nothing is lost then
     */
    public void releaseCopied() throws IOException {
        InboundService running = service;
        if (running != null) {
            running.acts().releaseCopied();
        }
    }

    /**
     * Gives up the requests that a Jenkins on another machine has left, of which this home is a copy.
     *
     * @throws IOException where the disk does not take that; it can be tried again
     */
    public void discardCopied() throws IOException {
        InboundService running = service;
        if (running != null) {
            running.acts().discardCopied();
        }
    }

    private void reconfigure(boolean restartEnded) {
        try {
            configure(decisions.get(), restartEnded);
        } catch (RuntimeException | LinkageError e) {
            LOGGER.log(Level.WARNING, "The settings for requests from Slack could not be taken into account", e);
        }
    }

    private synchronized void configure(InboundDecisions decided, boolean restartEnded) {
        problems = decided.problems();
        if (started && decided.settings().enabled()) {
            running(decided).configure(decided, restartEnded);
        } else {
            end();
        }
    }

    private InboundService running(InboundDecisions decided) {
        InboundService running = service;
        if (running == null) {
            running = new InboundService(decided.settings(), interactions(), statistics, clock);
            running.start();
            service = running;
        }
        return running;
    }

    /**
     * Makes the handlers of all kinds of request, in the order in which they are asked whether a request is theirs. Those that need jobs
     * and builds come from packages above this one.
     */
    private List<Interaction> interactions() {
        return Stream.concat(
                        Stream.of(new InstallationInteraction(bots, clock)),
                        ExtensionList.lookup(InteractionSource.class).stream()
                                .flatMap(source -> source.interactions().stream()))
                .toList();
    }

    private void end() {
        InboundService ending = service;
        service = null;
        if (ending != null) {
            try {
                ending.close();
            } catch (IOException e) {
                LOGGER.log(Level.WARNING, "Could not close what is kept of Slack's requests", e);
            }
        }
    }
}
