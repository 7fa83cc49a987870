package io.jenkins.plugins.slacknotify.engine;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.EventKey;
import io.jenkins.plugins.slacknotify.outbox.Backoff;
import io.jenkins.plugins.slacknotify.outbox.Delivery;
import io.jenkins.plugins.slacknotify.outbox.Entry;
import io.jenkins.plugins.slacknotify.outbox.Outbox;
import io.jenkins.plugins.slacknotify.outbox.OutboxListener;
import io.jenkins.plugins.slacknotify.outbox.OutboxStore;
import io.jenkins.plugins.slacknotify.outbox.OutboxThreads;
import io.jenkins.plugins.slacknotify.people.Accounts;
import io.jenkins.plugins.slacknotify.people.SlackDirectory;
import io.jenkins.plugins.slacknotify.routing.JobRules;
import io.jenkins.plugins.slacknotify.slack.SlackGateway;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Takes over what is to be told and sees to it that it is.
 *
 * <p>{@link #completed} and {@link #announce} rate, route and write to disk, and return; they ask neither Slack nor a
 * credentials provider. Everything else happens later, on threads of the outbox, with the guarantees of {@link Outbox}.
 *
 * <p>Safe for use by many threads.
 */
public final class NotificationEngine implements Closeable {
    private final Supplier<EngineSettings> settings;
    private final SlackGateway gateway;
    private final InstantSource clock;
    private final OutboxThreads threads;
    private final RecentBuilds recent = new RecentBuilds();
    private final Observers observers = new Observers();
    private final FileSpool spool;
    private final FileCourier files;
    private final PeopleCourier people;
    private final SlackCourier courier;
    private final Macros macros;
    private final BrokenTemplates brokenTemplates;
    private final Story story;
    private final Outbox outbox;

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
            Accounts accounts,
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
        files = new FileCourier(gateway, spool, this::find, this::accept, clock);
        people = new PeopleCourier(accounts, directory, files, this::accept, clock);
        brokenTemplates = new BrokenTemplates(clock);
        this.macros = new PatientMacros(macros, PatientMacros.PATIENCE);
        Wording wording = new Wording(this.macros, brokenTemplates);
        Told told = new Told(
                build -> recent.of(DeliveryIds.conversation(build)),
                this::find,
                () -> settings.get().severities());
        story = new Story(told);
        courier = new SlackCourier(
                settings, tokens, gateway, people, files, told, this::find, this::accept, channelIds, wording, clock);
        SlackPace pace = new SlackPace(clock);
        OutboxListener remembering = delivery -> {
            remember(delivery);
            files.changed(delivery);
            observers.changed(delivery);
            listener.changed(delivery);
        };
        Supplier<Duration> expiry = () -> settings.get().expiry();
        outbox = new Outbox(store, courier, remembering, Backoff.standard(), pace, expiry, clock, threads);
    }

    /** Begins to send, first what an earlier process left. Returns at once. */
    public void start() {
        outbox.start();
        threads.work(this::rememberWhatIsKept);
    }

    /** The unfinished ones are taken in by the outbox before this task has its turn, or else with their next answer. */
    private void rememberWhatIsKept() {
        List<Delivery> finished = new ArrayList<>(outbox.finished(RecentBuilds.KEPT));
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
                .map(notification ->
                        DeliveryIds.conversation(notification.event().key()))
                .ifPresent(build -> recent.add(build, delivery.entry().id()));
    }

    /** As the other method, of a job that says nothing itself about who hears of its builds. */
    public List<HandedOver> completed(BuildEvent event) {
        return completed(event, JobRules.NONE);
    }

    /**
     * Takes a completed build over, for everybody who hears of it by a rule, for its people, and for wherever it was told of
     * while it ran. A build that is handed over twice is told once.
     *
     * @param rules what its job and folders say; those of the system are known
     * @return what was handed over; empty where nobody wants to hear of it
     */
    public List<HandedOver> completed(BuildEvent event, JobRules rules) {
        EngineSettings now = settings.get();
        return now.enabled() ? accept(new CompletionPlan(now, story).drafts(event, rules)) : List.of();
    }

    /**
     * Takes over what happens to a build while it runs, for everybody who hears of that. What is handed over twice is told
     * once, for as long as the outbox remembers it.
     *
     * @param event of a {@link BuildEvent#moment}
     * @param rules what its job and folders say
     * @return what was handed over; empty where nobody wants to hear of it
     */
    public List<HandedOver> happening(BuildEvent event, JobRules rules) {
        EngineSettings now = settings.get();
        return now.enabled() ? accept(new CompletionPlan(now, story).happening(event, rules)) : List.of();
    }

    private List<HandedOver> accept(List<Draft> drafts) {
        return drafts.stream().flatMap(draft -> completed(draft).stream()).toList();
    }

    /** Only the messages that tell of a build by themselves can be told together with others. */
    private Optional<HandedOver> completed(Draft draft) {
        boolean accepted =
                accept(draft.id(), draft.notification(), draft.notification().tellsOfBuild());
        return accepted && draft.leads() ? Optional.of(handedOver(draft.id(), draft.notification())) : Optional.empty();
    }

    private HandedOver handedOver(String id, Notification notification) {
        String label = notification.publicLabel(settings.get().people());
        return notification.isUpload()
                ? new HandedOver(id, label + " (" + notification.shownFile().name() + ")", false)
                : new HandedOver(id, label, !notification.destination().isPeople());
    }

    /**
     * Takes over what a job asks to be said.
     *
     * @return one for each message, in the order of the channels or replies that were asked for
     * @throws CannotAnnounceException where that is impossible; nothing was taken over then
     */
    public List<HandedOver> announce(Announcement announcement) throws CannotAnnounceException {
        List<Draft> drafts = new AnnouncementPlan(settings.get(), story, this::find).drafts(announcement);
        files.keep(announcement, drafts);
        drafts.forEach(draft -> accept(draft.id(), draft.notification(), false));
        return drafts.stream()
                .filter(Draft::leads)
                .map(draft -> handedOver(draft.id(), draft.notification()))
                .toList();
    }

    /** Whether an announcement was taken over before under that id, by an earlier process perhaps. */
    public boolean hasAnnounced(String id) {
        return Stream.of(DeliveryIds.ofTarget(id, 1), DeliveryIds.toPeople(id))
                .anyMatch(first -> find(first).isPresent());
    }

    /**
     * What the end of a build would come to, with the terms of {@link Preview}. Takes nothing over.
     *
     * @param rules what its job and folders say
     * @param candidate the settings to try, be they those that count or others
     */
    public Preview preview(BuildEvent event, JobRules rules, EngineSettings candidate) {
        // That a candidate's template is broken is no news for administrators.
        Wording wording = new Wording(macros, new BrokenTemplates(clock));
        return Preview.of(event, rules, candidate, people, wording);
    }

    /** What has become of a message; empty where it is not known (any more). */
    public Optional<Delivery> find(String deliveryId) {
        return outbox.find(deliveryId);
    }

    /** Tells what Slack has answered to a message, with the terms of {@link Outbox#answered}. */
    public CompletionStage<Delivery> answered(String deliveryId) {
        return outbox.answered(deliveryId)
                .thenCompose(delivery -> shownBy(delivery).map(outbox::answered).orElseGet(() -> completed(delivery)));
    }

    private static CompletionStage<Delivery> completed(Delivery delivery) {
        return CompletableFuture.completedStage(delivery);
    }

    /** A file that is in Slack has not arrived before a message shows it. */
    private static Optional<String> shownBy(Delivery delivery) {
        return UploadReceipt.read(delivery).map(UploadReceipt::shownBy);
    }

    /** What has become of something that was handed over: of a file, whether it is shown. */
    public Optional<Delivery> outcome(HandedOver handedOver) {
        return find(handedOver.deliveryId())
                .flatMap(delivery -> shownBy(delivery).map(this::find).orElseGet(() -> Optional.of(delivery)));
    }

    /** Where a message that was sent has arrived; empty for any other. */
    public static Optional<Receipt> receipt(Delivery delivery) {
        return Optional.ofNullable(delivery.receipt())
                .map(json -> JsonCodec.read(json, Receipt.class))
                .filter(receipt -> receipt.channel() != null);
    }

    /** What a delivery is about, in words for a log; holds nothing that the build's page would not show. */
    public static String describe(Delivery delivery) {
        return Notification.read(delivery)
                .map(it -> it.event().key() + " to "
                        + (it.recipient() == null ? it.destination().label() : "a person"))
                .orElse(delivery.entry().id());
    }

    /**
     * What has become of messages lately, the newest first.
     *
     * @param finishedAtMost how many of those that are finished; those that are not are all there
     */
    public List<DeliveryReport> deliveries(int finishedAtMost) {
        List<Delivery> unfinished = outbox.unfinished();
        WaitingReasons reasons = WaitingReasons.in(unfinished);
        return Stream.concat(unfinished.stream(), outbox.finished(finishedAtMost).stream())
                .sorted(Comparator.comparingLong(Delivery::position).reversed())
                .filter(NotificationEngine::isOfInterest)
                .map(delivery -> DeliveryReport.of(delivery, reasons))
                .toList();
    }

    /** That nobody was to be told of a build is the rule, and that a file is shown stands in a row of its own. */
    private static boolean isOfInterest(Delivery delivery) {
        return PeopleReceipt.read(delivery).map(PeopleReceipt::isNews).orElse(true)
                && UploadReceipt.read(delivery).isEmpty();
    }

    /** What has become of the messages of one build, in the order of their acceptance; only the last builds are known. */
    public List<DeliveryReport> deliveriesOf(EventKey build) {
        WaitingReasons reasons = WaitingReasons.in(outbox.unfinished());
        return recent.of(DeliveryIds.conversation(build)).stream()
                .map(this::find)
                .flatMap(Optional::stream)
                .filter(delivery -> UploadReceipt.read(delivery).isEmpty())
                .sorted(Comparator.comparingLong(Delivery::position))
                .map(delivery -> DeliveryReport.of(delivery, reasons))
                .toList();
    }

    /** What keeps messages, or the words of their templates, from Slack; empty while all is well. Reads no disk and asks nobody. */
    public List<Problem> problems() {
        return Stream.concat(
                        Problems.in(outbox.unfinished(), outbox.trouble(), clock.instant()).stream(),
                        brokenTemplates.problems().stream())
                .sorted(Comparator.comparing(Problem::since))
                .toList();
    }

    /**
     * Sends what was refused, expired or discarded once more, as a new message.
     *
     * @return false where there is no such message, or it is not finished, or has arrived, or it is a file, of which no copy
     *     is kept then
     */
    public boolean sendAgain(String deliveryId) {
        Optional<Delivery> lost = find(deliveryId).filter(NotificationEngine::isRepeatable);
        lost.ifPresent(
                delivery -> accept(delivery.entry().renamed(UUID.randomUUID().toString(), clock.instant())));
        return lost.isPresent();
    }

    static boolean isRepeatable(Delivery delivery) {
        return delivery.state().isFinished()
                && !delivery.state().hasArrived()
                && Notification.read(delivery).filter(Notification::isUpload).isEmpty();
    }

    /** Gives a message up, with the terms of {@link Outbox#discard}. */
    public boolean discard(String deliveryId) {
        return outbox.discard(deliveryId);
    }

    /**
     * The address of a message that has arrived. Asks Slack, on the caller's thread.
     *
     * @return empty where it has not arrived or Slack does not tell
     */
    public Optional<String> permalink(String deliveryId) {
        return find(deliveryId).flatMap(courier::permalink);
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

    /** How many messages are not finished. */
    public int waiting() {
        return outbox.waiting();
    }

    /** How long ago the oldest of them was handed over; zero where there is none. Reads no disk. */
    public Duration oldestWaiting() {
        Instant now = clock.instant();
        return outbox.unfinished().stream()
                .map(delivery -> delivery.entry().acceptedAt())
                .filter(now::isAfter)
                .min(Comparator.naturalOrder())
                .map(oldest -> Duration.between(oldest, now))
                .orElse(Duration.ZERO);
    }

    /** Lets somebody hear how messages fare from now on, for as long as the engine lives. */
    public void observe(DeliveryObserver observer) {
        observers.add(observer);
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

    /** A reply to another build's message that waits stays behind it: it could not be sent before, however urgent it is. */
    private String conversation(Notification notification) {
        return Optional.ofNullable(notification.reply())
                .flatMap(reply -> find(reply.deliveryId()))
                .filter(earlier -> !earlier.state().isFinished())
                .map(earlier -> earlier.entry().conversation())
                .orElseGet(() -> DeliveryIds.conversation(notification.event().key()));
    }

    /** What is said to one person, or follows a message that has arrived. */
    private void accept(Draft draft) {
        Notification notification = draft.notification();
        accept(draft.id(), notification, notification.recipient() != null && notification.text() == null);
    }

    private boolean accept(String id, Notification notification, boolean foldable) {
        recent.add(DeliveryIds.conversation(notification.event().key()), id);
        boolean isUpload = notification.isUpload();
        return accept(new Entry(
                id,
                isUpload
                        ? DeliveryIds.uploads(notification.destination())
                        : DeliveryIds.lane(notification.destination()),
                isUpload ? id : conversation(notification),
                notification.severity().ordinal(),
                foldable,
                clock.instant(),
                JsonCodec.write(notification)));
    }

    private boolean accept(Entry entry) {
        boolean isNew = outbox.accept(entry);
        if (isNew) {
            observers.handedOver();
        }
        return isNew;
    }
}
