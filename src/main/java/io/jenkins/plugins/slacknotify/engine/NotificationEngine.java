package io.jenkins.plugins.slacknotify.engine;

import io.jenkins.plugins.slacknotify.engine.composing.TemplateWriter;
import io.jenkins.plugins.slacknotify.engine.composing.TimeLimitedMacros;
import io.jenkins.plugins.slacknotify.engine.conversation.ConversationIndex;
import io.jenkins.plugins.slacknotify.engine.conversation.ConversationLog;
import io.jenkins.plugins.slacknotify.engine.conversation.ConversationPlanner;
import io.jenkins.plugins.slacknotify.engine.files.FileSpool;
import io.jenkins.plugins.slacknotify.engine.notification.Notification;
import io.jenkins.plugins.slacknotify.engine.notification.PlannedNotification;
import io.jenkins.plugins.slacknotify.engine.planning.Announcement;
import io.jenkins.plugins.slacknotify.engine.planning.AnnouncementPlan;
import io.jenkins.plugins.slacknotify.engine.planning.CannotAnnounceException;
import io.jenkins.plugins.slacknotify.engine.planning.CompletionPlan;
import io.jenkins.plugins.slacknotify.engine.planning.Intake;
import io.jenkins.plugins.slacknotify.engine.report.BrokenTemplates;
import io.jenkins.plugins.slacknotify.engine.report.DeliveryObservers;
import io.jenkins.plugins.slacknotify.engine.sending.ChannelIds;
import io.jenkins.plugins.slacknotify.engine.sending.FileUploadSender;
import io.jenkins.plugins.slacknotify.engine.sending.PeopleLookupSender;
import io.jenkins.plugins.slacknotify.engine.sending.SlackCourier;
import io.jenkins.plugins.slacknotify.engine.sending.SlackPace;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.engine.spi.Macros;
import io.jenkins.plugins.slacknotify.engine.spi.TokenSource;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.outbox.Backoff;
import io.jenkins.plugins.slacknotify.outbox.Delivery;
import io.jenkins.plugins.slacknotify.outbox.Outbox;
import io.jenkins.plugins.slacknotify.outbox.OutboxListener;
import io.jenkins.plugins.slacknotify.outbox.OutboxStore;
import io.jenkins.plugins.slacknotify.outbox.OutboxThreads;
import io.jenkins.plugins.slacknotify.people.account.AccountDirectory;
import io.jenkins.plugins.slacknotify.people.directory.SlackDirectory;
import io.jenkins.plugins.slacknotify.routing.JobRules;
import io.jenkins.plugins.slacknotify.slack.SlackGateway;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Takes over what is to be told and sees to it that it is.
 *
 * <p>{@link #buildCompleted} and {@link #announce} rate, route and write to disk, and return; they ask neither Slack nor a
 * credentials provider. Everything else happens later, on threads of the outbox, with the guarantees of {@link Outbox}.
 *
 * <p>Safe for use by many threads.
 */
public final class NotificationEngine implements Closeable {
    private final Supplier<EngineSettings> settings;
    private final SlackGateway gateway;
    private final InstantSource clock;
    private final OutboxThreads threads;
    private final ConversationIndex recent = new ConversationIndex();
    private final FileSpool spool;
    private final FileUploadSender files;
    private final PeopleLookupSender people;
    private final Macros macros;
    private final BrokenTemplates brokenTemplates;
    private final ConversationPlanner story;
    private final Outbox outbox;
    private final Intake intake;
    private final Deliveries deliveries;

    /**
     * @param settings asked anew each time, so a change of the configuration counts at once
     * @param spool keeps the files that wait to be uploaded
     * @param listener hears what becomes of every message
     * @param channelIds what is remembered of channels
     * @param macros asked where a template has some
     */
    public NotificationEngine(
            Supplier<EngineSettings> settings,
            TokenSource tokens,
            SlackGateway gateway,
            OutboxStore store,
            FileSpool spool,
            OutboxListener listener,
            AccountDirectory accounts,
            SlackDirectory directory,
            ChannelIds channelIds,
            Macros macros,
            OutboxThreads threads,
            InstantSource clock) {
        this.settings = settings;
        this.gateway = gateway;
        this.clock = clock;
        this.threads = threads;
        this.spool = spool;
        files = new FileUploadSender(gateway, spool, this::find, this::follow, clock);
        brokenTemplates = new BrokenTemplates(clock);
        this.macros = new TimeLimitedMacros(macros, TimeLimitedMacros.TIMEOUT);
        TemplateWriter wording = new TemplateWriter(this.macros, brokenTemplates);
        ConversationLog told =
                new ConversationLog(recent::of, this::find, () -> settings.get().severities());
        story = new ConversationPlanner(told);
        people = new PeopleLookupSender(accounts, directory, files, story, this::follow, clock);
        SlackCourier courier = new SlackCourier(
                settings, tokens, gateway, people, files, told, this::find, this::follow, channelIds, wording, clock);
        DeliveryObservers observers = new DeliveryObservers();
        SlackPace pace = new SlackPace(clock);
        OutboxListener remembering = delivery -> {
            remember(delivery);
            files.changed(delivery);
            observers.changed(delivery);
            listener.changed(delivery);
        };
        Supplier<Duration> expiry = () -> settings.get().expiry();
        outbox = new Outbox(store, courier, remembering, Backoff.standard(), pace, expiry, clock, threads);
        intake = new Intake(outbox, recent, observers, clock);
        deliveries = new Deliveries(outbox, recent, brokenTemplates, observers, intake, courier::permalink, clock);
    }

    /** Begins to send, first what an earlier process left. Returns at once. */
    public void start() {
        outbox.start();
        threads.work(this::rememberWhatIsKept);
    }

    /** The unfinished ones are taken in by the outbox before this task has its turn, or else with their next answer. */
    private void rememberWhatIsKept() {
        List<Delivery> finished = new ArrayList<>(outbox.finished(ConversationIndex.KEPT));
        Collections.reverse(finished);
        finished.forEach(this::remember);
        outbox.unfinished().forEach(this::remember);
        spool.removeLeftovers(this::find, clock.instant());
    }

    /** Where a file goes, before it is announced that a message is to show it. */
    public FileSpool spool() {
        return spool;
    }

    /** Reads only what was not taken over, or read, by this process before. */
    private void remember(Delivery delivery) {
        if (recent.knows(delivery.entry().id())) {
            return;
        }
        Notification.read(delivery)
                .ifPresent(notification ->
                        recent.add(notification, delivery.entry().id()));
    }

    /** As the other method, of a job that says nothing itself about who hears of its builds. */
    public List<DeliveryHandle> buildCompleted(BuildEvent event) {
        return buildCompleted(event, JobRules.NONE);
    }

    /**
     * Takes a completed build over, for everybody who hears of it by a rule, for its people, and for wherever it was told of
     * while it ran. A build that is handed over twice is told once.
     *
     * @param rules what its job and folders say; those of the system are known
     * @return what was handed over; empty where nobody wants to hear of it
     */
    public List<DeliveryHandle> buildCompleted(BuildEvent event, JobRules rules) {
        EngineSettings now = settings.get();
        return now.enabled() ? accept(new CompletionPlan(now, story).completed(event, rules)) : List.of();
    }

    /**
     * Takes over what happens to a build while it runs, for everybody who hears of that. What is handed over twice is told
     * once, for as long as the outbox remembers it.
     *
     * @param event of a {@link BuildEvent#moment}
     * @param rules what its job and folders say
     * @return what was handed over; empty where nobody wants to hear of it
     */
    public List<DeliveryHandle> milestoneReached(BuildEvent event, JobRules rules) {
        EngineSettings now = settings.get();
        return now.enabled() ? accept(new CompletionPlan(now, story).milestone(event, rules)) : List.of();
    }

    private List<DeliveryHandle> accept(List<PlannedNotification> drafts) {
        return handedOver(drafts.stream().filter(intake::ofBuild).toList());
    }

    private DeliveryHandle handedOver(PlannedNotification draft) {
        String id = draft.id();
        Notification notification = draft.notification();
        String label = notification.publicLabel(settings.get().people());
        return notification.isUpload()
                ? new DeliveryHandle(id, label + " (" + notification.shownFile().name() + ")", false)
                : new DeliveryHandle(id, label, !notification.destination().isPeople());
    }

    /**
     * Takes over what a job asks to be said.
     *
     * @return one for each message, in the order of the channels or replies that were asked for
     * @throws CannotAnnounceException where that is impossible; nothing was taken over then
     */
    public List<DeliveryHandle> announce(Announcement announcement) throws CannotAnnounceException {
        List<PlannedNotification> drafts =
                new AnnouncementPlan(settings.get(), story, this::find).notifications(announcement);
        files.keep(announcement, drafts);
        drafts.forEach(intake::asAsked);
        return handedOver(drafts);
    }

    /** What people refer to. */
    private List<DeliveryHandle> handedOver(List<PlannedNotification> accepted) {
        return accepted.stream()
                .filter(PlannedNotification::isLeading)
                .map(this::handedOver)
                .toList();
    }

    /**
     * What the end of a build would come to, with the terms of {@link Preview}. Takes nothing over.
     *
     * @param rules what its job and folders say
     * @param candidate the settings to try, be they those that count or others
     */
    public Preview preview(BuildEvent event, JobRules rules, EngineSettings candidate) {
        // That a candidate's template is broken is no news for administrators.
        TemplateWriter wording = new TemplateWriter(macros, new BrokenTemplates(clock));
        return Preview.of(event, rules, candidate, people, wording);
    }

    /** What has become of what was handed over. */
    public Deliveries deliveries() {
        return deliveries;
    }

    private Optional<Delivery> find(String deliveryId) {
        return outbox.find(deliveryId);
    }

    private void follow(PlannedNotification draft) {
        intake.following(draft);
    }

    /** Tries at once whatever waits, because a change of the configuration may have mended its reason. */
    public void settingsChanged() {
        brokenTemplates.clear();
        outbox.wakeAll();
    }

    /**
     * Tries at once what is held, because a change of a credential may have mended its reason. Unlike
     * {@link #settingsChanged} it goes on waiting where Slack has asked for that, so it may be called often.
     */
    public void credentialsChanged() {
        brokenTemplates.clear();
        outbox.retryHeld();
    }

    /** Stops sending; what is not finished goes on after the next start. */
    @Override
    public void close() throws IOException {
        try {
            outbox.close();
        } finally {
            gateway.close();
        }
    }
}
