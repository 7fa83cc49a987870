package io.jenkins.plugins.slacknotify.engine;

import io.jenkins.plugins.slacknotify.engine.conversation.ConversationIndex;
import io.jenkins.plugins.slacknotify.engine.notification.DeliveryIds;
import io.jenkins.plugins.slacknotify.engine.notification.PeopleReceipt;
import io.jenkins.plugins.slacknotify.engine.notification.UploadReceipt;
import io.jenkins.plugins.slacknotify.engine.planning.Intake;
import io.jenkins.plugins.slacknotify.engine.report.BrokenTemplates;
import io.jenkins.plugins.slacknotify.engine.report.DeliveryObservers;
import io.jenkins.plugins.slacknotify.engine.report.DeliveryReport;
import io.jenkins.plugins.slacknotify.engine.report.Problem;
import io.jenkins.plugins.slacknotify.engine.report.Problems;
import io.jenkins.plugins.slacknotify.engine.report.WaitingReasons;
import io.jenkins.plugins.slacknotify.engine.spi.DeliveryObserver;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.outbox.Delivery;
import io.jenkins.plugins.slacknotify.outbox.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What has become of the messages that were handed over, and what can still be done about them.
 *
 * <p>Safe for use by many threads.
 */
public final class Deliveries {
    private final Outbox outbox;
    private final ConversationIndex recent;
    private final BrokenTemplates brokenTemplates;
    private final DeliveryObservers observers;
    private final Intake intake;
    private final Function<Delivery, Optional<String>> permalinks;
    private final InstantSource clock;

    /** @param permalinks asks Slack for the address of a message */
    Deliveries(
            Outbox outbox,
            ConversationIndex recent,
            BrokenTemplates brokenTemplates,
            DeliveryObservers observers,
            Intake intake,
            Function<Delivery, Optional<String>> permalinks,
            InstantSource clock) {
        this.outbox = outbox;
        this.recent = recent;
        this.brokenTemplates = brokenTemplates;
        this.observers = observers;
        this.intake = intake;
        this.permalinks = permalinks;
        this.clock = clock;
    }

    /** What has become of a message; empty where it is not known (any more). */
    public Optional<Delivery> find(String deliveryId) {
        return outbox.find(deliveryId);
    }

    /** What has become of something that was handed over: of a file, whether it is shown. */
    public Optional<Delivery> outcome(DeliveryHandle handedOver) {
        return find(handedOver.deliveryId())
                .flatMap(delivery ->
                        UploadReceipt.shownBy(delivery).map(this::find).orElseGet(() -> Optional.of(delivery)));
    }

    /** Tells what Slack has answered to a message, with the terms of {@link Outbox#whenSettled}; of a file, to what shows it. */
    public CompletionStage<Delivery> answered(String deliveryId) {
        return outbox.whenSettled(deliveryId)
                .thenCompose(delivery -> UploadReceipt.shownBy(delivery)
                        .map(outbox::whenSettled)
                        .orElseGet(() -> CompletableFuture.completedStage(delivery)));
    }

    /** Whether an announcement was taken over before under that id, by an earlier process perhaps. */
    public boolean hasAnnounced(String id) {
        return Stream.of(DeliveryIds.ofTarget(id, 1), DeliveryIds.toPeople(id))
                .anyMatch(first -> find(first).isPresent());
    }

    /**
     * What has become of messages lately, the newest first.
     *
     * @param finishedAtMost how many of those that are finished; those that are not are all there
     */
    public List<DeliveryReport> latest(int finishedAtMost) {
        List<Delivery> unfinished = outbox.unfinished();
        WaitingReasons reasons = WaitingReasons.in(unfinished);
        return Stream.concat(unfinished.stream(), outbox.finished(finishedAtMost).stream())
                .sorted(Comparator.comparingLong(Delivery::position).reversed())
                .filter(Deliveries::isOfInterest)
                .map(delivery -> DeliveryReport.of(delivery, reasons))
                .toList();
    }

    /** That nobody was to be told of a build is the rule, and that a file is shown stands in a row of its own. */
    private static boolean isOfInterest(Delivery delivery) {
        return PeopleReceipt.read(delivery).map(PeopleReceipt::isNews).orElse(true)
                && UploadReceipt.read(delivery).isEmpty();
    }

    /** What has become of the messages of one build, in the order of their acceptance; only the last builds are known. */
    public List<DeliveryReport> ofBuild(BuildKey build) {
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
                        Problems.in(outbox.unfinished(), outbox.storeProblem(), clock.instant()).stream(),
                        brokenTemplates.problems().stream())
                .sorted(Comparator.comparing(Problem::since))
                .toList();
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

    /**
     * The address of a message that has arrived. Asks Slack, on the caller's thread.
     *
     * @return empty where it has not arrived or Slack does not tell
     */
    public Optional<String> permalink(String deliveryId) {
        return find(deliveryId).flatMap(permalinks);
    }

    /**
     * Sends what was refused, expired or discarded once more, as a new message.
     *
     * @return false where there is no such message, or it is not finished, or has arrived, or it is a file, of which no copy
     *     is kept then
     */
    public boolean sendAgain(String deliveryId) {
        Optional<Delivery> lost = find(deliveryId).filter(DeliveryReport::isRepeatable);
        lost.ifPresent(intake::again);
        return lost.isPresent();
    }

    /** Gives a message up, with the terms of {@link Outbox#discard}. */
    public boolean discard(String deliveryId) {
        return outbox.discard(deliveryId);
    }
}
