package io.jenkins.plugins.slacknotify.outbox;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.DeliveryHead;
import io.jenkins.plugins.slacknotify.outbox.delivery.Note;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import io.jenkins.plugins.slacknotify.outbox.lane.AttemptOutcome;
import io.jenkins.plugins.slacknotify.outbox.lane.Attempts;
import io.jenkins.plugins.slacknotify.outbox.lane.LaneHealth;
import io.jenkins.plugins.slacknotify.outbox.lane.Waiting;
import io.jenkins.plugins.slacknotify.outbox.thread.GuardedLog;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;

/**
 * The attempts to send deliveries: each reads the deliveries, asks the {@link Courier} to send them, and has the store keep the new states
 * before anybody else learns of them. Called on workers, for one lane by one at a time.
 */
final class DeliveryAttempts implements Attempts {
    private static final GuardedLog LOGGER = GuardedLog.of(DeliveryAttempts.class);

    private static final Note PERHAPS_OLD =
            Note.forEverybody("It seems too old to be news. Whether it is, shows within an hour after the"
                    + " start of Jenkins, when the clock has been set");

    /** The pause before the disk is tried again, if deliveries must not be sent before their state is written. */
    private static final Duration DISK_RETRY = Duration.ofMinutes(1);

    private static final Note NOT_WRITTEN =
            Note.forEverybody("Jenkins' disk takes nothing, so that the message would be sent again after a"
                    + " restart. It waits until it would be looked for then");

    private static final Note UNREADABLE = Note.forEverybody("It cannot be read from disk");

    private final ResilientStore store;
    private final Courier courier;
    private final OutboxListener listener;
    private final Pace pace;
    private final MaximumAge maximumAge;
    private final InstantSource clock;
    private final DeliveryFutures futures;

    /** @param futures are completed when a delivery is settled */
    DeliveryAttempts(OutboxBuilder options, ResilientStore store, MaximumAge maximumAge, DeliveryFutures futures) {
        this.store = store;
        this.maximumAge = maximumAge;
        this.futures = futures;
        courier = options.courier;
        listener = options.listener;
        pace = options.pace;
        clock = options.clock;
    }

    @Override
    public AttemptOutcome attempt(Task task) {
        List<Waiting> old =
                task.deliveries().stream().filter(maximumAge.passed()).toList();
        if (!old.isEmpty()) {
            return expire(old);
        }
        List<Waiting> perhapsOld =
                task.deliveries().stream().filter(maximumAge.inDoubt()).toList();
        return perhapsOld.isEmpty() || task.blocker().isPresent()
                ? attempt(task, task.deliveries())
                : untilTheClockIsSet(perhapsOld);
    }

    /** Lets deliveries rest that are too old only if the clock is right. Their states do not change, so nothing is written. */
    private AttemptOutcome untilTheClockIsSet(List<Waiting> waiting) {
        SendResult later =
                new SendResult.Retry(maximumAge.untilTheClockIsSet(), PERHAPS_OLD, SendResult.Scope.SEQUENCE);
        List<DeliveryHead> heads =
                waiting.stream().map(it -> it.head().because(PERHAPS_OLD)).toList();
        return new AttemptOutcome.Tried(heads, later);
    }

    /**
     * Ends deliveries that are too old. They need no permit, and take none from deliveries that are news. They need not be readable either,
     * because a bad sector of the disk may never be read again.
     */
    private AttemptOutcome expire(List<Waiting> old) {
        Instant now = clock.instant();
        Read read = Read.of(old, store);
        Stream<Delivery> unread = read.unreadable().stream().map(head -> Delivery.unread(head, UNREADABLE));
        return read.isComplete()
                ? conclude(
                        Stream.concat(read.deliveries().stream(), unread)
                                .map(it -> it.expired(now))
                                .toList(),
                        null)
                : gone(read);
    }

    /** Asks for a permit for the first delivery, and then reads the others: many lanes may wait for a permit at once. */
    private AttemptOutcome attempt(Task task, List<Waiting> waiting) {
        Read read = Read.of(waiting.subList(0, 1), store);
        boolean needsLeave = task.blocker().isEmpty() && task.manner() != LaneHealth.Manner.LOOK_FOR_EACH;
        Duration pause = needsLeave && read.isAsExpected()
                ? pace.tryAcquire(read.deliveries().get(0))
                : Duration.ZERO;
        if (!pause.isZero()) {
            return new AttemptOutcome.Postponed(pause);
        }
        return attempt(task, waiting.size() == 1 ? read : Read.of(waiting, store));
    }

    private AttemptOutcome attempt(Task task, Read read) {
        if (read.failure() != null) {
            return unreadable(read, read.failure());
        }
        if (!read.isComplete()) {
            return gone(read);
        }
        List<Delivery> deliveries = read.deliveries();
        Delivery first = deliveries.get(0);
        if (task.blocker().isPresent()) {
            DeliveryHead blocker = task.blocker().get().head();
            return conclude(List.of(first.heldBehind(blocker, clock.instant())), null);
        }
        if (!read.surprising().isEmpty()) {
            return new AttemptOutcome.Tried(read.surprising(), null);
        }
        if (task.manner() == LaneHealth.Manner.LOOK_FOR_EACH) {
            return lookForEach(deliveries);
        }
        return sendCompanions(deliveries, task);
    }

    /** Returns the outcome if some deliveries cannot be read: they are tried again, and the others are tried without them. */
    private static AttemptOutcome unreadable(Read read, Exception failure) {
        LOGGER.log(Level.WARNING, "A notification cannot be read from disk; it will be tried again", failure);
        return new AttemptOutcome.Tried(
                read.unreadable(), new SendResult.Retry(null, UNREADABLE, SendResult.Scope.SEQUENCE));
    }

    /**
     * Returns the outcome if some deliveries are finished, or not in the store any more. The listeners may not have learned of that, so they
     * do now.
     */
    private AttemptOutcome gone(Read read) {
        read.finished().forEach(this::concluded);
        return new AttemptOutcome.Gone(read.gone());
    }

    /** Looks for each message, and sends nothing. So this takes no permit, and writes no state before a result is known. */
    private AttemptOutcome lookForEach(List<Delivery> deliveries) {
        Instant began = clock.instant();
        Delivery first = deliveries.get(0);
        Map<String, SendResult> results = askForEach(deliveries);
        SendResult ofFirst = results.get(first.entry().id());
        if (ofFirst instanceof SendResult.Retry || ofFirst instanceof SendResult.Held) {
            List<Delivery> tried = new ArrayList<>(deliveries);
            tried.set(0, first.after(ofFirst, null, began, clock.instant()));
            List<DeliveryHead> doubtful = tried.stream().map(Delivery::head).toList();
            return new AttemptOutcome.LookedFor(
                    conclude(List.of(tried.get(0)), ofFirst).heads(), List.of(), doubtful, ofFirst);
        }
        List<Delivery> told = new ArrayList<>();
        List<DeliveryHead> alone = new ArrayList<>();
        for (Delivery delivery : deliveries) {
            @CheckForNull SendResult result = results.get(delivery.entry().id());
            if (result instanceof SendResult.Sent || result instanceof SendResult.Absent) {
                told.add(delivery.after(result, null, began, clock.instant()));
            } else if (result != null || delivery == first || results.isEmpty()) {
                alone.add(delivery.head());
            }
        }
        List<DeliveryHead> heads =
                told.isEmpty() ? List.of() : conclude(told, null).heads();
        return new AttemptOutcome.LookedFor(heads, alone, List.of(), null);
    }

    private Map<String, SendResult> askForEach(List<Delivery> deliveries) {
        try {
            return courier.lookForEach(deliveries);
        } catch (Throwable e) {
            LOGGER.log(
                    Level.WARNING, "A look for several notifications failed unexpectedly; each is looked for alone", e);
            return Map.of();
        }
    }

    /**
     * The deliveries of an attempt, as the store has them.
     *
     * @param deliveries as they stand, if nothing else is to be said
     * @param gone those that are not there any more, or are finished
     * @param finished those that are finished
     * @param unreadable those that cannot be read
     * @param failure why; null where all can
     * @param surprising those that may have arrived in another way than their lane knows, as an attempt has ended before it could say so.
     *     Together with others they would be taken for what they are not
     */
    private record Read(
            List<Delivery> deliveries,
            List<DeliveryHead> gone,
            List<Delivery> finished,
            List<DeliveryHead> unreadable,
            @CheckForNull Exception failure,
            List<DeliveryHead> surprising) {

        static Read of(List<Waiting> waiting, ResilientStore store) {
            List<Delivery> deliveries = new ArrayList<>();
            List<DeliveryHead> gone = new ArrayList<>();
            List<Delivery> finished = new ArrayList<>();
            List<DeliveryHead> unreadable = new ArrayList<>();
            List<DeliveryHead> surprising = new ArrayList<>();
            @CheckForNull Exception failure = null;
            for (Waiting each : waiting) {
                try {
                    Optional<Delivery> known = store.read(each.id());
                    Optional<Delivery> ended =
                            known.filter(it -> it.state().isFinished()).map(it -> it.of(each.head()));
                    ended.ifPresent(finished::add);
                    Optional<Delivery> delivery = known.filter(it ->
                            it.position() == each.position() && !it.state().isFinished());
                    delivery.ifPresentOrElse(
                            deliveries::add,
                            () -> gone.add(ended.map(Delivery::head).orElseGet(each::head)));
                    delivery.map(Delivery::head).filter(each::isSurprisedBy).ifPresent(surprising::add);
                } catch (IOException | RuntimeException e) {
                    unreadable.add(each.head());
                    failure = e;
                }
            }
            return new Read(deliveries, gone, finished, unreadable, failure, surprising);
        }

        boolean isComplete() {
            return gone.isEmpty();
        }

        /** Whether the store has all of the deliveries, in the states that their lane knows. */
        boolean isAsExpected() {
            return failure == null && isComplete() && surprising.isEmpty();
        }
    }

    /** Sends the first delivery, together with those that may share a message with it. */
    private AttemptOutcome sendCompanions(List<Delivery> deliveries, Task task) {
        List<Delivery> companions = companions(deliveries);
        List<Delivery> apart = setApart(deliveries, companions);
        AttemptOutcome.Tried tried = send(companions, task);
        return new AttemptOutcome.Tried(
                tried.heads(),
                tried.result(),
                apart.stream().map(Delivery::head).toList());
    }

    /** Sets apart the deliveries that may not share a message with the first one. That is on disk before the others are sent. */
    private List<Delivery> setApart(List<Delivery> deliveries, List<Delivery> companions) {
        List<Delivery> apart = deliveries.stream()
                .filter(it -> !companions.contains(it))
                .map(Delivery::apart)
                .toList();
        // What has not travelled yet changes nothing by it.
        List<Delivery> changed =
                apart.stream().filter(it -> it.state().mayHaveArrived()).toList();
        if (!changed.isEmpty()) {
            store.update(changed);
        }
        return apart;
    }

    private AttemptOutcome.Tried send(List<Delivery> deliveries, Task task) {
        @CheckForNull String carrier = carrierOf(deliveries);
        Instant now = clock.instant();
        store.update(deliveries.stream().map(it -> it.sending(carrier, now)).toList());
        Duration notYet = store.untilDoubted(deliveries);
        SendResult result = notYet.isZero() ? ask(deliveries, task) : notWritten(notYet);
        Instant answered = clock.instant();
        // What is refused together may be taken one by one.
        SendResult forEach = result instanceof SendResult.Refused refused && deliveries.size() > 1
                ? new SendResult.Absent(refused.note())
                : result;
        return conclude(
                deliveries.stream()
                        .map(it -> it.after(forEach, carrier, now, answered))
                        .toList(),
                forEach);
    }

    /** Returns the result if the states could not be written. The pause is short, as the disk may work again at any time. */
    private static SendResult notWritten(Duration notYet) {
        return new SendResult.Retry(
                notYet.compareTo(DISK_RETRY) < 0 ? notYet : DISK_RETRY, NOT_WRITTEN, SendResult.Scope.SEQUENCE);
    }

    /**
     * Returns the id of the one in whose message deliveries travel; null for one that travels alone. What is left of those
     * that travelled together is still looked for in their message.
     */
    @CheckForNull
    private static String carrierOf(List<Delivery> deliveries) {
        Delivery first = deliveries.get(0);
        if (first.state().mayHaveArrived()) {
            return deliveries.size() > 1 ? first.carrierId() : first.carrier();
        }
        return deliveries.size() > 1 ? first.entry().id() : null;
    }

    /** Returns which of these deliveries the courier sends in one message with the first of them; the first alone if it cannot say. */
    private List<Delivery> companions(List<Delivery> deliveries) {
        if (deliveries.size() == 1) {
            return deliveries;
        }
        try {
            return courier.companions(deliveries);
        } catch (Throwable e) {
            LOGGER.log(
                    Level.WARNING,
                    "Nothing could be folded into " + deliveries.get(0).entry().id(),
                    e);
            return deliveries.subList(0, 1);
        }
    }

    private SendResult ask(List<Delivery> known, Task task) {
        List<Delivery> deliveries =
                known.stream().map(it -> it.afterFailures(task.failures())).toList();
        try {
            if (deliveries.size() > 1) {
                return task.manner() == LaneHealth.Manner.LOOK
                        ? courier.lookFor(deliveries)
                        : courier.sendTogether(deliveries);
            }
            Delivery delivery = deliveries.get(0);
            return task.manner() == LaneHealth.Manner.PLAIN ? courier.sendPlain(delivery) : courier.send(delivery);
        } catch (Throwable e) {
            // Errors too, such as a class that is missing, and what Groovy throws without saying so: the others have to
            // go on.
            LOGGER.log(Level.WARNING, "Sending " + deliveries.get(0).entry().id() + " failed unexpectedly", e);
            return new SendResult.Uncertain("An internal error; see the Jenkins log", SendResult.Scope.UNKNOWN);
        }
    }

    /**
     * Writes down what has become of deliveries, and lets those know who wait for it.
     *
     * @param result what the courier said; null where it was not asked
     */
    AttemptOutcome.Tried conclude(List<Delivery> deliveries, @CheckForNull SendResult result) {
        // The one whose id the message bears comes last, so that a crash in between does not leave it to be sent alone
        // under the id by which the others are looked for.
        List<Delivery> lastFirst = new ArrayList<>(deliveries);
        Collections.reverse(lastFirst);
        store.update(lastFirst);
        deliveries.forEach(this::concluded);
        return new AttemptOutcome.Tried(deliveries.stream().map(Delivery::head).toList(), result);
    }

    /** Lets those know who wait for what has become of a delivery, which is on disk. */
    void concluded(Delivery delivery) {
        LOGGER.guard("A listener failed", () -> listener.changed(delivery));
        futures.complete(delivery);
    }
}
