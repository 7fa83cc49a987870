package io.jenkins.plugins.slacknotify.engine;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.composing.Composer;
import io.jenkins.plugins.slacknotify.engine.composing.CurrentLinks;
import io.jenkins.plugins.slacknotify.engine.composing.TemplateWriter;
import io.jenkins.plugins.slacknotify.engine.composing.TimeLimitedMacros;
import io.jenkins.plugins.slacknotify.engine.conversation.ConversationIndex;
import io.jenkins.plugins.slacknotify.engine.conversation.ConversationLog;
import io.jenkins.plugins.slacknotify.engine.conversation.ConversationPlanner;
import io.jenkins.plugins.slacknotify.engine.files.FileSpool;
import io.jenkins.plugins.slacknotify.engine.history.JobHistory;
import io.jenkins.plugins.slacknotify.engine.notification.BuildNews;
import io.jenkins.plugins.slacknotify.engine.notification.Notification;
import io.jenkins.plugins.slacknotify.engine.notification.PlannedNotification;
import io.jenkins.plugins.slacknotify.engine.planning.Announcement;
import io.jenkins.plugins.slacknotify.engine.planning.CannotAnnounceException;
import io.jenkins.plugins.slacknotify.engine.planning.CompletionPlan;
import io.jenkins.plugins.slacknotify.engine.planning.EndedBuilds;
import io.jenkins.plugins.slacknotify.engine.planning.Intake;
import io.jenkins.plugins.slacknotify.engine.planning.JobBacklog;
import io.jenkins.plugins.slacknotify.engine.planning.OutboxRoom;
import io.jenkins.plugins.slacknotify.engine.report.BrokenTemplates;
import io.jenkins.plugins.slacknotify.engine.report.DeliveryObservers;
import io.jenkins.plugins.slacknotify.engine.report.Problem;
import io.jenkins.plugins.slacknotify.engine.report.Problems;
import io.jenkins.plugins.slacknotify.engine.report.RememberedProblems;
import io.jenkins.plugins.slacknotify.engine.sending.PermalinkLookup;
import io.jenkins.plugins.slacknotify.engine.sending.RecipientLookup;
import io.jenkins.plugins.slacknotify.engine.sending.SlackConnector;
import io.jenkins.plugins.slacknotify.engine.sending.SlackCourier;
import io.jenkins.plugins.slacknotify.engine.sending.SlackPace;
import io.jenkins.plugins.slacknotify.engine.spi.BuildLocator;
import io.jenkins.plugins.slacknotify.engine.spi.DeliveryLookup;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.engine.spi.KnownChannels;
import io.jenkins.plugins.slacknotify.engine.stored.NotificationCodec;
import io.jenkins.plugins.slacknotify.engine.upkeep.FollowingGateway;
import io.jenkins.plugins.slacknotify.engine.upkeep.ReportedChanges;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonSeal;
import io.jenkins.plugins.slacknotify.outbox.Outbox;
import io.jenkins.plugins.slacknotify.outbox.OutboxListener;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.DeliveryHead;
import io.jenkins.plugins.slacknotify.outbox.thread.GuardedLog;
import io.jenkins.plugins.slacknotify.outbox.thread.KeyedLocks;
import io.jenkins.plugins.slacknotify.outbox.thread.OutboxThreads;
import io.jenkins.plugins.slacknotify.outbox.thread.SteadyClock;
import io.jenkins.plugins.slacknotify.routing.JobRules;
import io.jenkins.plugins.slacknotify.slack.gateway.SlackGateway;
import java.io.Closeable;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.stream.Stream;

/**
 * The façade of the engine: accepts what happens to builds and what jobs announce, and delivers it to Slack.
 *
 * <p>{@link #buildCompleted}, {@link #milestoneReached} and {@link #announce} rate, route and write to disk, and return; they
 * ask neither Slack nor a credentials provider. Everything else happens later, on threads of the outbox, with the guarantees of
 * {@link Outbox}.
 *
 * <p>Safe for use by many threads.
 */
public final class NotificationEngine implements Closeable {
    private static final GuardedLog LOGGER = GuardedLog.of(NotificationEngine.class);

    private final Supplier<EngineSettings> settings;
    private final SlackGateway gateway;
    private final SlackGateway interactive;
    private final InstantSource clock;
    private final OutboxThreads threads;
    private final FileSpool spool;
    private final TimeLimitedMacros macros;
    private final BrokenTemplates brokenTemplates;

    /**
     * The turns of the threads that have news of one build, such as branches of a pipeline and the end of the build: one thread at a time
     * looks for the message of the build and hands its own news over, so that the next one finds that.
     */
    private final KeyedLocks<BuildKey> turns = new KeyedLocks<>();

    private final EndedBuilds ended = new EndedBuilds();
    private final JobHistory jobs;
    private final ConversationPlanner conversations;
    private final RecipientLookup recipients;
    private final SlackPace pace;
    private final Outbox outbox;
    private final DeliveryLookup lookup;
    private final EarlierMessages earlier = new EarlierMessages();
    private final Intake intake;
    private final AnnouncementPlanner announcements;
    private final EngineMemory memory;
    private final Retries retries;
    private final KnownChannels channels;
    private final Deliveries deliveries;
    private final MessageBuilds messageBuilds;
    private final SlackChanges slackChanges;

    NotificationEngine(NotificationEngineBuilder options) {
        settings = options.settings;
        ReportedChanges reported = options.reportedChanges;
        ConversationIndex index = new ConversationIndex();
        JobBacklog backlog = new JobBacklog();
        channels = new EngineChannels(options.channelIds, options.credentialFolders, settings);
        gateway = new FollowingGateway(options.gateway, reported);
        clock = options.clock;
        threads = options.threads;
        spool = options.spool;
        jobs = options.jobs;
        memory = new EngineMemory(index, backlog, jobs, ended, options.runningBuilds, turns, threads::uptime);
        CurrentNames names = new CurrentNames(jobs);
        macros = new TimeLimitedMacros(names.macros(options.macros), TimeLimitedMacros.TIMEOUT);
        brokenTemplates = new BrokenTemplates(clock);
        recipients = new RecipientLookup(names.accounts(options.accounts), options.directory, clock);
        lookup = new OutboxLookup();
        ConversationLog log =
                new ConversationLog(index, lookup, () -> settings.get().severities());
        conversations = new ConversationPlanner(log, channels);
        SlackConnector connector = new SlackConnector(names.tokens(options.tokens), reported);
        DeliveryObservers observers = new DeliveryObservers();
        AtomicLong changes = new AtomicLong();
        OutboxListener listener = delivery -> {
            changes.incrementAndGet();
            guarded(() -> memory.remember(delivery));
            guarded(() -> backlog.changed(delivery));
            guarded(() -> removeFile(delivery));
            guarded(() -> observers.changed(delivery));
            guarded(() -> options.listener.changed(delivery));
        };
        pace = new SlackPace(clock);
        outbox = Outbox.builder(options.store, courier(options, names, connector, index), threads)
                .listener(listener)
                .pace(pace)
                .maximumAge(() -> settings.get().expiry())
                .clock(clock)
                .build();
        // A question that waits longer than the outbox remembers must not be asked again after a restart. And a red
        // message turns green, however long that takes.
        outbox.keepWhile(memory::openDeliveries);
        outbox.beforeSending(this::remember);
        outbox.onceOnDisk(this::removeFile);
        OutboxRoom room = new OutboxRoom(outbox, options.limits, options.credentialFolders, clock);
        intake = new Intake(outbox, index, options.credentialFolders, backlog, room, observers, clock);
        announcements = new AnnouncementPlanner(settings, conversations, outbox, backlog, room, spool);
        retries = new Retries(outbox, reported, brokenTemplates, macros);
        interactive = options.interactive == null ? gateway : new FollowingGateway(options.interactive, reported);
        PermalinkLookup permalinks = new PermalinkLookup(settings, connector, interactive, clock);
        RememberedProblems ofDeliveries = new RememberedProblems(
                () -> new Problems(outbox, reported, clock.instant()).all(),
                () -> List.of(changes.get(), reported.suspended(), reported.closed(), outbox.storeProblem()),
                clock);
        deliveries = new Deliveries(
                outbox, memory, () -> problems(ofDeliveries, room), observers, intake, permalinks, clock);
        messageBuilds = new MessageBuilds(outbox, memory, reported);
        slackChanges = new SlackChanges(
                outbox, options.channelIds, reported, () -> settings.get().subscriptions(), clock);
    }

    /** Tells one of those who learn of a delivery, whose fault must not keep the others from it. */
    private static void guarded(Runnable part) {
        LOGGER.guard("Somebody could not be told what has become of a notification", part);
    }

    /** The deliveries of the outbox, which is made after those who ask for them: nobody asks before. */
    private final class OutboxLookup implements DeliveryLookup {
        @Override
        public Optional<Delivery> find(String deliveryId) {
            return outbox.find(deliveryId);
        }

        @Override
        public Optional<Delivery.State> stateOf(String deliveryId) {
            return outbox.stateOf(deliveryId);
        }
    }

    private Optional<Delivery> read(String deliveryId) throws IOException {
        return outbox.read(deliveryId);
    }

    /** Makes the courier of the outbox. */
    private SlackCourier courier(
            NotificationEngineBuilder options, CurrentNames names, SlackConnector connector, ConversationIndex index) {
        DeliveryLookup patient = new PatientLookup(this::read, threads::uptime);
        ConversationLog log =
                new ConversationLog(index, patient, () -> settings.get().severities());
        return SlackCourier.builder()
                .settings(settings)
                .slack(connector, gateway)
                .channelIds(options.channelIds)
                .spool(spool)
                .recipients(recipients)
                .deliveries(patient)
                .conversations(log, conversations)
                .composer(new Composer(
                        lookup,
                        new TemplateWriter(macros, brokenTemplates),
                        new CurrentLinks(names.builds(options.builds)),
                        options.seal,
                        clock))
                .followUps(this::acceptFollowUp)
                .channelSources(options.channelSources, jobs::current)
                .clock(clock)
                .steadyClock(new SteadyClock(clock, threads))
                .build();
    }

    private Stream<Problem> problems(RememberedProblems ofDeliveries, OutboxRoom room) {
        return Stream.of(ofDeliveries.all().stream(), brokenTemplates.problems().stream(), room.problem().stream())
                .flatMap(problems -> problems);
    }

    /** Returns a builder, in which the required ports are not set yet. */
    public static NotificationEngineBuilder builder() {
        return new NotificationEngineBuilder();
    }

    /** Begins to send, first what an earlier process left. Returns at once. */
    public void start() {
        earlier.begin(clock.instant());
        outbox.start();
        threads.work(this::awaitWhatIsKept);
    }

    /**
     * Completed when this process remembers what earlier ones have sent, some time after {@link #start}: only then the message of
     * a build of an earlier process is found, to be changed.
     */
    public CompletionStage<Void> ready() {
        return earlier.ready();
    }

    /** Lets builds go on, once the outbox was read, and with it {@linkplain #remember what it has left}. */
    private void awaitWhatIsKept() {
        boolean all = false;
        try {
            all = outbox.awaitRead();
        } finally {
            earlier.complete();
        }
        spool.removeLeftovers(lookup, all, clock.instant());
    }

    /**
     * Remembers what an earlier process has left, before any of it is sent. That is read at the start, and once more where not all of it
     * could be read then, or was to be sent.
     */
    private void remember(List<DeliveryHead> left) {
        memory.readWhatIsKept(outbox, left, clock.instant());
    }

    /** Removes the copy of a file that is needed no more, by the next process either: what became of it has to be on disk for that. */
    private void removeFile(Delivery delivery) {
        if (delivery.state().isFinished() && outbox.isOnDisk(delivery.entry().id())) {
            spool.remove(delivery.entry().id());
        }
    }

    /** The spool into which a file goes before an announcement that shows it. */
    public FileSpool spool() {
        return spool;
    }

    /** Accepts a completed build of a job without rules of its own. */
    public List<DeliveryHandle> buildCompleted(BuildEvent event) {
        return buildCompleted(event, JobRules.NONE);
    }

    /**
     * Accepts a completed build: for the destinations and people of the rules, and for wherever it was reported while it
     * ran. A build that is handed over twice is reported once.
     *
     * @param rules those of its job and folders; those of the system are known
     * @return what was handed over; empty where no rule wants it
     */
    public List<DeliveryHandle> buildCompleted(BuildEvent event, JobRules rules) {
        EngineSettings current = settings.get();
        BuildEvent end = withTests(jobs.original(event));
        try (KeyedLocks.Held turn = takeTurn(end.key())) {
            ended.add(end);
            LOGGER.guard(
                    "Could not end what people have muted until the end of a build",
                    () -> current.subscriptions().completed(end));
            List<PlannedNotification> planned =
                    current.enabled() ? plan(current).completed(end, rules) : List.of();
            List<DeliveryHandle> handles = accept(planned);
            jobs.ended(end, end.outcome().isBad() && (reportsBuild(planned) || conversations.isReported(end.key())));
            memory.ended(end.key());
            return handles;
        }
    }

    /** The counts of tests are an addition: the build is reported without them where they fail. */
    private BuildEvent withTests(BuildEvent end) {
        try {
            return jobs.withTests(end);
        } catch (RuntimeException | Error e) {
            LOGGER.log(Level.WARNING, "Could not add how often the tests of a build have failed before", e);
            return end;
        }
    }

    /**
     * Does all that a milestone or the end of a build asks for, but accepts nothing and remembers nothing: so the virtual machine has
     * loaded the code before the first build, which does not wait for that then.
     *
     * @param rules those of its job and folders
     */
    public void warmUp(BuildEvent event, JobRules rules) {
        BuildEvent original = jobs.original(event);
        CompletionPlan plan = plan(settings.get());
        List<PlannedNotification> planned =
                event.milestone() == null ? plan.completed(original, rules) : plan.milestone(original, rules);
        planned.forEach(one -> NotificationCodec.write(one.notification()));
    }

    private static boolean reportsBuild(List<PlannedNotification> planned) {
        return planned.stream().anyMatch(one -> one.notification() instanceof BuildNews);
    }

    /**
     * Whether {@link #milestoneReached} may notify anybody, so that it is worth finding out what there is to say. Reads memory only.
     *
     * @param ownerJob as in {@link BuildEvent#ownerJob()}
     * @param rules those of its job and folders
     */
    public boolean mayNotifyOf(Milestone milestone, String ownerJob, JobRules rules) {
        // An answer is for whoever was notified of the question.
        EngineSettings current = settings.get();
        return current.enabled()
                && (milestone.question() != null || current.anyRuleNames(milestone.kind(), ownerJob, rules));
    }

    /**
     * Accepts a milestone of a running build, for the destinations of the rules. A milestone that is handed over twice is
     * reported once, for as long as the outbox remembers it.
     *
     * @param event with a {@link BuildEvent#milestone}
     * @param rules those of its job and folders
     * @return what was handed over; empty where no rule wants it
     */
    public List<DeliveryHandle> milestoneReached(BuildEvent event, JobRules rules) {
        BuildEvent reached = jobs.original(event);
        return inTurn(
                reached.key(),
                current -> ended.isTooLate(reached) ? List.of() : plan(current).milestone(reached, rules));
    }

    /**
     * Has the messages of a bad build say who looks after it.
     *
     * @param claimedBy the name; null where nobody does any more
     * @param request names what has changed that; the same is said once
     */
    public List<DeliveryHandle> buildClaimed(BuildKey build, @CheckForNull String claimedBy, String request) {
        BuildKey original = jobs.original(build);
        return inTurn(original, current -> {
            memory.recallEnded(original, outbox);
            return conversations.planClaim(original, claimedBy, request);
        });
    }

    /**
     * Says anew in the messages of a question what is known of it. Does nothing where it was answered.
     *
     * @param event the milestone, with the question as it is now
     * @param request names what has changed it; the same is said once
     */
    public List<DeliveryHandle> questionChanged(BuildEvent event, String request) {
        BuildEvent reached = jobs.original(event);
        return inTurn(reached.key(), current -> conversations.planQuestion(reached, request));
    }

    /**
     * Reminds of a question in the threads of its messages. Does nothing where it was answered, or the job is muted.
     *
     * @param event the milestone, with the question
     * @param number counts the reminders of the question; each is sent once, also over restarts
     * @param mention mrkdwn that stands before it
     */
    public List<DeliveryHandle> remind(BuildEvent event, int number, String mention) {
        BuildEvent reached = jobs.original(event);
        return inTurn(reached.key(), current -> plan(current).reminder(reached, number, mention));
    }

    /**
     * Says in the messages of a running build how far it is, where Slack's limits leave room: nothing else waits for that channel,
     * and no message would have to wait for this one.
     *
     * @param event with the progress
     * @param number another one for each change
     */
    public List<DeliveryHandle> buildProgressed(BuildEvent event, long number) {
        BuildEvent reached = jobs.original(event);
        return inTurn(
                reached.key(),
                current -> ended.isTooLate(reached)
                        ? List.of()
                        : conversations
                                .readingOnce()
                                .planProgress(
                                        reached, number, lane -> outbox.waiting(lane) == 0 && pace.isUnused(lane)));
    }

    /** Accepts what a plan makes in the turn of a build; nothing while notifications are switched off. */
    private List<DeliveryHandle> inTurn(BuildKey build, Function<EngineSettings, List<PlannedNotification>> plan) {
        try (KeyedLocks.Held turn = takeTurn(build)) {
            EngineSettings current = settings.get();
            return current.enabled() ? accept(plan.apply(current)) : List.of();
        }
    }

    private CompletionPlan plan(EngineSettings current) {
        return new CompletionPlan(current, conversations.readingOnce(), channels);
    }

    /**
     * Takes the turn of a build, with all that is known of it, also from earlier processes. Whatever looks for messages of a build to
     * change or answer begins with this.
     *
     * @param build by its original key
     */
    private KeyedLocks.Held takeTurn(BuildKey build) {
        earlier.await(build);
        KeyedLocks.Held turn = turns.lock(build);
        try {
            memory.recall(build, outbox);
            return turn;
        } catch (RuntimeException | Error e) {
            turn.close();
            throw e;
        }
    }

    private List<DeliveryHandle> accept(List<PlannedNotification> planned) {
        return handles(intake.acceptOfBuild(planned));
    }

    /**
     * Accepts what a job's author announces.
     *
     * @return one for each message, in the order of the channels or earlier messages
     * @throws CannotAnnounceException where that is impossible; nothing was accepted then
     */
    public List<DeliveryHandle> announce(Announcement announcement) throws CannotAnnounceException {
        BuildEvent event = jobs.original(announcement.event());
        earlier.await(event.key());
        Announcement named = announcement.withEvent(event);
        // Before its turn: where there are no links, a large file takes long to copy, and the end of the build does not
        // wait for it.
        List<PlannedNotification> withFile = named.file() == null ? List.of() : announcements.plan(named);
        announcements.keepFile(named, withFile);
        try (KeyedLocks.Held turn = takeTurn(event.key())) {
            List<PlannedNotification> planned = announcements.plan(named.withEvent(ended.current(event)));
            intake.acceptOfAuthor(planned);
            planned.stream().map(PlannedNotification::notification).forEach(memory::rememberEnd);
            return handles(planned);
        } catch (CannotAnnounceException | RuntimeException | Error e) {
            announcements.removeUnusedFiles(withFile);
            throw e;
        }
    }

    /** The handles of those notifications that callers can refer to. */
    private List<DeliveryHandle> handles(List<PlannedNotification> accepted) {
        return accepted.stream()
                .filter(PlannedNotification::isLeading)
                .map(this::handle)
                .toList();
    }

    private DeliveryHandle handle(PlannedNotification planned) {
        Notification notification = planned.notification();
        String label = notification.publicLabel(settings.get().people());
        return new DeliveryHandle(planned.id(), label, notification.isReplyable());
    }

    /**
     * Previews the end of a build, with the terms of {@link Preview}. Accepts nothing.
     *
     * @param rules those of its job and folders
     * @param candidate the settings to try, be they those that count or others
     */
    public Preview preview(BuildEvent event, JobRules rules, EngineSettings candidate) {
        // A broken template of a candidate is no news for administrators.
        TemplateWriter templates = new TemplateWriter(macros, new BrokenTemplates(clock));
        Composer composer = new Composer(
                DeliveryLookup.NONE, templates, new CurrentLinks(BuildLocator.NONE), ButtonSeal.NONE, event::at);
        return new Previewer(candidate, recipients, composer, channels).preview(event, rules);
    }

    /** The memory of jobs, to which their moves and deletions have to be reported. */
    public JobHistory jobs() {
        return jobs;
    }

    /**
     * Returns the builds that a message is about, by the names that their jobs have now.
     *
     * @param channel the channel's id
     * @param ts the message, such as the first one of a thread
     * @return none where that is no message of a build, or one from too long ago
     */
    public ReportedBuilds buildsOf(String channel, String ts) {
        return messageBuilds.find(channel, ts).map(jobs::current);
    }

    /** The deliveries of what was handed over. */
    public Deliveries deliveries() {
        return deliveries;
    }

    /** The retries after a change of the configuration. */
    public Retries retries() {
        return retries;
    }

    /** The receiver of Slack's reports of bots and channels. */
    public SlackChanges slackChanges() {
        return slackChanges;
    }

    private void acceptFollowUp(PlannedNotification planned) {
        intake.acceptFollowUp(planned);
        memory.rememberEnd(planned.notification());
    }

    /** Stops sending; what is not finished goes on after the next start. */
    @Override
    public void close() throws IOException {
        try {
            outbox.close();
        } finally {
            recipients.close();
            gateway.close();
            if (interactive != gateway) {
                interactive.close();
            }
        }
    }
}
