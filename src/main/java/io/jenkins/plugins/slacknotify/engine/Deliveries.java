package io.jenkins.plugins.slacknotify.engine;

import io.jenkins.plugins.slacknotify.engine.notification.BotKey;
import io.jenkins.plugins.slacknotify.engine.notification.DeliveryIds;
import io.jenkins.plugins.slacknotify.engine.notification.LaneKey;
import io.jenkins.plugins.slacknotify.engine.notification.Message;
import io.jenkins.plugins.slacknotify.engine.planning.Intake;
import io.jenkins.plugins.slacknotify.engine.reason.HoldReason;
import io.jenkins.plugins.slacknotify.engine.receipt.MessageReceipt;
import io.jenkins.plugins.slacknotify.engine.receipt.PeopleReceipt;
import io.jenkins.plugins.slacknotify.engine.receipt.UploadReceipt;
import io.jenkins.plugins.slacknotify.engine.report.DeliveryObservers;
import io.jenkins.plugins.slacknotify.engine.report.DeliveryReport;
import io.jenkins.plugins.slacknotify.engine.report.Problem;
import io.jenkins.plugins.slacknotify.engine.report.WaitingReasons;
import io.jenkins.plugins.slacknotify.engine.sending.PermalinkLookup;
import io.jenkins.plugins.slacknotify.engine.spi.DeliveryObserver;
import io.jenkins.plugins.slacknotify.engine.stored.NotificationCodec;
import io.jenkins.plugins.slacknotify.engine.stored.ReceiptCodec;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.outbox.Outbox;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.DeliveryHead;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The deliveries of the notifications that were handed over: how they stand, and what can still be done about them.
 *
 * <p>Safe for use by many threads.
 */
public final class Deliveries {
    /** The number of deliveries that wait of which people are shown more than the number: each is read from disk for that. */
    public static final int MAX_SHOWN = 1_000;

    private final Outbox outbox;
    private final EngineMemory memory;
    private final Supplier<Stream<Problem>> problems;
    private final DeliveryObservers observers;
    private final Intake intake;
    private final PermalinkLookup permalinks;
    private final InstantSource clock;

    /** @param problems finds them, in any order, and asks nobody */
    Deliveries(
            Outbox outbox,
            EngineMemory memory,
            Supplier<Stream<Problem>> problems,
            DeliveryObservers observers,
            Intake intake,
            PermalinkLookup permalinks,
            InstantSource clock) {
        this.outbox = outbox;
        this.memory = memory;
        this.problems = problems;
        this.observers = observers;
        this.intake = intake;
        this.permalinks = permalinks;
        this.clock = clock;
    }

    /** A delivery as it stands; empty where it is not known, or not any more. */
    public Optional<Delivery> find(String deliveryId) {
        return outbox.find(deliveryId);
    }

    /** The delivery that decides whether people see what was handed over: for a file, the one that shows it. */
    public Optional<Delivery> outcome(DeliveryHandle handle) {
        return find(handle.deliveryId())
                .flatMap(delivery -> shownBy(delivery).map(this::find).orElseGet(() -> Optional.of(delivery)));
    }

    /** Waits for Slack's answer, with the terms of {@link Outbox#whenSettled}; for a file, to the delivery that shows it. */
    public CompletionStage<Delivery> answered(String deliveryId) {
        return outbox.whenSettled(deliveryId)
                .thenCompose(delivery -> shownBy(delivery)
                        .map(outbox::whenSettled)
                        .orElseGet(() -> CompletableFuture.completedStage(delivery)));
    }

    private static Optional<String> shownBy(Delivery delivery) {
        return ReceiptCodec.upload(delivery).map(UploadReceipt::shownBy);
    }

    /** The place of a message in Slack; empty where it has not arrived, or is no message. */
    public static Optional<MessageReceipt> receipt(Delivery delivery) {
        return ReceiptCodec.message(delivery);
    }

    /** Whether an announcement was accepted before under that id, by an earlier process perhaps. */
    public boolean hasAnnounced(String id) {
        return Stream.of(DeliveryIds.ofTarget(id, 1), DeliveryIds.toPeople(id))
                .anyMatch(first -> outbox.stateOf(first).isPresent());
    }

    /**
     * The latest deliveries, the newest first.
     *
     * @param finishedAtMost how many of those that are finished; of those that are not, the newest {@link #MAX_SHOWN} are there
     */
    public List<DeliveryReport> latest(int finishedAtMost) {
        List<DeliveryHead> unfinished = outbox.unfinished();
        WaitingReasons reasons = WaitingReasons.in(unfinished);
        return Stream.concat(whole(newest(unfinished).stream()), outbox.finished(finishedAtMost).stream())
                .sorted(Comparator.comparingLong(Delivery::position).reversed())
                .filter(Deliveries::isOfInterest)
                .map(delivery -> DeliveryReport.of(delivery, reasons))
                .toList();
    }

    private static List<DeliveryHead> newest(List<DeliveryHead> unfinished) {
        return unfinished.subList(Math.max(0, unfinished.size() - MAX_SHOWN), unfinished.size());
    }

    /**
     * The newest {@link #MAX_SHOWN} of the deliveries that are held until a person has fixed something, in the order of their
     * acceptance.
     */
    public List<DeliveryReport> held() {
        List<DeliveryHead> unfinished = outbox.unfinished();
        WaitingReasons reasons = WaitingReasons.in(unfinished);
        List<DeliveryHead> held = unfinished.stream()
                .filter(head -> HoldReason.keepsBack(head.state(), head.reason()))
                .toList();
        return whole(newest(held).stream())
                .map(delivery -> DeliveryReport.of(delivery, reasons))
                .toList();
    }

    /** Reads what the outbox has on disk only. What has finished meanwhile is left out. */
    private Stream<Delivery> whole(Stream<DeliveryHead> heads) {
        return heads.map(head -> find(head.id()))
                .flatMap(Optional::stream)
                .filter(delivery -> !delivery.state().isFinished());
    }

    /** A search that led to nobody is the rule, and the delivery that shows a file has a row of its own. */
    private static boolean isOfInterest(Delivery delivery) {
        return ReceiptCodec.people(delivery).map(PeopleReceipt::isOfInterest).orElse(true)
                && ReceiptCodec.upload(delivery).isEmpty();
    }

    /**
     * The deliveries of one build, in the order of their acceptance; only the last builds are known.
     *
     * @param build by its {@linkplain io.jenkins.plugins.slacknotify.engine.history.JobHistory#original original} key
     */
    public List<DeliveryReport> ofBuild(BuildKey build) {
        WaitingReasons reasons = WaitingReasons.in(outbox.unfinished());
        return memory.deliveriesOf(build, outbox).stream()
                .map(this::find)
                .flatMap(Optional::stream)
                .filter(delivery -> ReceiptCodec.upload(delivery).isEmpty())
                .sorted(Comparator.comparingLong(Delivery::position))
                .map(delivery -> DeliveryReport.of(delivery, reasons))
                .toList();
    }

    /** The problems that keep messages, or their templates, from Slack; empty while all is well. Asks nobody. */
    public List<Problem> problems() {
        return problems.get().sorted(Comparator.comparing(Problem::since)).toList();
    }

    /** The number of deliveries that wait because this home is a copy of that of another machine. Reads no disk. */
    public int copied() {
        return outbox.storeProblem()
                .map(problem -> problem.condition().copied())
                .orElse(0);
    }

    /** Whether another process uses the outbox of this home, so that this one does not know what that has said. Reads no disk. */
    public boolean areOfAnotherProcess() {
        return outbox.storeProblem()
                .filter(problem -> problem.condition().inUse())
                .isPresent();
    }

    /** Has another process on this home {@linkplain #areOfAnotherProcess know} of this one, with the terms of {@link Outbox#claim}. */
    public void claim() throws IOException {
        outbox.claim();
    }

    /** Sends what waits in an outbox that was copied from another home, with the terms of {@link Outbox#releaseCopied}. */
    public void releaseCopied() throws IOException {
        outbox.releaseCopied();
    }

    /** Gives up what waits in an outbox that was copied from another home, with the terms of {@link Outbox#discardCopied}. */
    public void discardCopied() throws IOException {
        outbox.discardCopied();
    }

    /** The number of deliveries that are not finished. */
    public int waiting() {
        return outbox.waiting();
    }

    /**
     * The number of deliveries that are not finished and are for the bot of a workspace that the administrator has listed. Reads no disk.
     */
    public int waitingIn(String workspace) {
        BotKey bot = new BotKey.OfWorkspace(workspace);
        return (int) outbox.unfinished().stream()
                .filter(head -> LaneKey.parse(head.order().lane())
                        .filter(lane -> lane.bot().equals(bot))
                        .isPresent())
                .count();
    }

    /** The age of the oldest delivery that is not finished; zero where there is none. Reads no disk. */
    public Duration oldestWaiting() {
        Instant now = clock.instant();
        return outbox.unfinished().stream()
                .map(DeliveryHead::acceptedAt)
                .filter(now::isAfter)
                .min(Comparator.naturalOrder())
                .map(oldest -> Duration.between(oldest, now))
                .orElse(Duration.ZERO);
    }

    /** Notifies an observer of how deliveries fare from now on, for as long as the engine lives. */
    public void observe(DeliveryObserver observer) {
        observers.add(observer);
    }

    /**
     * The address of a message that has arrived. Asks Slack, on the caller's thread.
     *
     * @return empty where it has not arrived or Slack does not tell
     */
    public Optional<String> permalink(String deliveryId) {
        return find(deliveryId).flatMap(permalinks::find);
    }

    /**
     * Sends what was refused, expired or discarded once more, as a new message.
     *
     * @return false where there is no such message, or it is not finished, or has arrived, or it is a file, of which no copy
     *     is kept then, or it was sent again before
     */
    public boolean sendAgain(String deliveryId) {
        Optional<Delivery> lost = find(deliveryId).filter(DeliveryReport::isRepeatable);
        return lost.filter(intake::acceptAgain).isPresent();
    }

    /**
     * Sends a message to another channel of the same workspace instead, as a new one. What waits is discarded first, so it is never
     * in both channels; if Jenkins stops in between, it can be sent from the list of what was discarded.
     *
     * @param channel by name or id
     * @return false where there is no such message to a channel, or it is being sent, has arrived, or was sent there before
     */
    public boolean sendTo(String deliveryId, String channel) {
        Optional<Delivery> found = find(deliveryId).filter(DeliveryReport::isRedirectable);
        Optional<Message> message = found.flatMap(delivery -> NotificationCodec.read(delivery, Message.class));
        if (message.isEmpty() || !found.get().state().isFinished() && !outbox.discard(deliveryId)) {
            return false;
        }
        return intake.acceptElsewhere(
                found.get(), message.get().to(message.get().destination().withChannel(channel)));
    }

    /** Gives a message up, with the terms of {@link Outbox#discard}. */
    public boolean discard(String deliveryId) {
        return outbox.discard(deliveryId);
    }
}
