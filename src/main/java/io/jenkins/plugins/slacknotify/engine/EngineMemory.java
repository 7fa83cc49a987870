package io.jenkins.plugins.slacknotify.engine;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.conversation.ConversationIndex;
import io.jenkins.plugins.slacknotify.engine.history.JobHistory;
import io.jenkins.plugins.slacknotify.engine.notification.BuildNews;
import io.jenkins.plugins.slacknotify.engine.notification.DeliveryIds;
import io.jenkins.plugins.slacknotify.engine.notification.Notification;
import io.jenkins.plugins.slacknotify.engine.planning.EndedBuilds;
import io.jenkins.plugins.slacknotify.engine.planning.JobBacklog;
import io.jenkins.plugins.slacknotify.engine.spi.RunningBuilds;
import io.jenkins.plugins.slacknotify.engine.stored.NotificationCodec;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.outbox.Outbox;
import io.jenkins.plugins.slacknotify.outbox.OutboxStore;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.DeliveryHead;
import io.jenkins.plugins.slacknotify.outbox.thread.KeyedLocks;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The memory of builds by the messages that were handed over, those of earlier processes included.
 *
 * <p>The latest messages of earlier processes are read at the start. Those of a build that still runs may be older: they are read when
 * something happens to the build, or somebody asks for them. Of builds that have ended, the latest are known; what is known no longer is
 * looked for in the outbox when something of it has to be changed, whichever process has said it.
 *
 * <p>Safe for use by many threads.
 */
final class EngineMemory {
    private static final Logger LOGGER = Logger.getLogger(EngineMemory.class.getName());

    /** A disk that cannot give what is missing is asked again after so many times as long as that took: builds wait for it. */
    private static final int ASKED_AGAIN_AFTER = 10;

    private final ConversationIndex index;
    private final JobBacklog backlog;
    private final JobHistory jobs;
    private final EndedBuilds ended;
    private final RunningBuilds runningBuilds;
    private final KeyedLocks<BuildKey> turns;
    private final Supplier<Duration> uptime;

    /** Until when the disk is not asked for what is missing; null where it was not. */
    @CheckForNull
    private Duration restsUntil;

    /** The deliveries that this process has found at its start; null until it has looked for them. */
    @CheckForNull
    private volatile EarlierDeliveries left;

    /** Whether {@link #left} had more, of builds that have ended. */
    private volatile boolean endedAreLetGo;

    /**
     * The deliveries of earlier processes, beside those that were read at the start.
     *
     * @param since what is of a build that began later is not among it
     * @param finished the ids of finished deliveries, by their sequences; those of builds that have ended are among them, until it is
     *     known which run
     * @param isComplete whether all of them could be read
     * @param waiting the ids of those that waited, by their sequences
     * @param recalled the sequences of which all was read
     */
    private record EarlierDeliveries(
            Instant since,
            Map<String, List<String>> finished,
            boolean isComplete,
            Map<String, List<String>> waiting,
            Set<String> recalled) {
        boolean hasAny() {
            return !isComplete || !finished.isEmpty() || !waiting.isEmpty();
        }

        Stream<String> of(String sequence) {
            return Stream.of(finished, waiting).flatMap(ids -> ids.getOrDefault(sequence, List.of()).stream());
        }

        /** Whether all earlier deliveries of a sequence have been read. */
        boolean isRead(String sequence) {
            return recalled.contains(sequence)
                    || isComplete && of(sequence).findAny().isEmpty();
        }
    }

    EngineMemory(
            ConversationIndex index,
            JobBacklog backlog,
            JobHistory jobs,
            EndedBuilds ended,
            RunningBuilds runningBuilds,
            KeyedLocks<BuildKey> turns,
            Supplier<Duration> uptime) {
        this.index = index;
        this.backlog = backlog;
        this.jobs = jobs;
        this.ended = ended;
        this.runningBuilds = runningBuilds;
        this.turns = turns;
        this.uptime = uptime;
    }

    /**
     * Reads the latest messages.
     *
     * @param waiting the heads of those that are not finished, in order of acceptance; none of them is sent before this returns, but for
     *     what this process has accepted
     */
    void readWhatIsKept(Outbox outbox, List<DeliveryHead> waiting, Instant now) {
        List<Delivery> finished = new ArrayList<>(outbox.finished(ConversationIndex.KEPT));
        Collections.reverse(finished);
        finished.forEach(this::remember);
        backlog.addAll(waiting, id -> waits(id, outbox));
        int older = Math.max(0, waiting.size() - ConversationIndex.KEPT);
        waiting.subList(older, waiting.size()).stream()
                .filter(head -> !index.knows(head.id()))
                .map(head -> outbox.find(head.id()))
                .flatMap(Optional::stream)
                .forEach(this::remember);
        leave(now, unread(waiting), outbox);
    }

    private synchronized void leave(Instant now, Map<String, List<String>> waiting, Outbox outbox) {
        EarlierDeliveries before = left;
        OutboxStore.FinishedHeads finished = outbox.finishedHeads();
        left = new EarlierDeliveries(
                before == null ? now : before.since(),
                unread(finished.heads()),
                finished.isComplete(),
                waiting,
                ConcurrentHashMap.newKeySet());
    }

    /** Reads anew what earlier processes have left, where some could not be read before. */
    private synchronized void readMissing(Outbox outbox) {
        EarlierDeliveries earlier = left;
        Duration began = uptime.get();
        if (earlier != null && !earlier.isComplete() && !rests(began)) {
            leave(earlier.since(), earlier.waiting(), outbox);
            Duration ended = uptime.get();
            restsUntil = ended.plus(ended.minus(began).multipliedBy(ASKED_AGAIN_AFTER));
        }
    }

    private synchronized boolean rests(Duration now) {
        return restsUntil != null && now.compareTo(restsUntil) < 0;
    }

    /** Once for all: many builds may run while many thousands wait, and each looks here for its own. */
    private Map<String, List<String>> unread(List<DeliveryHead> heads) {
        return heads.stream()
                .filter(head -> !index.knows(head.id()) && !DeliveryIds.isProgress(head.id()))
                .collect(Collectors.groupingByConcurrent(
                        head -> head.order().sequence(), Collectors.mapping(DeliveryHead::id, Collectors.toList())));
    }

    private static boolean waits(String id, Outbox outbox) {
        return outbox.stateOf(id).filter(state -> !state.isFinished()).isPresent();
    }

    /**
     * Reads what earlier processes have left of a build, where anything is left to read. Waits for the turn of the build, unless this
     * thread has it. As long as the disk does not give which messages there are, it is asked for that each time; where
     * that takes long, now and then.
     *
     * @param build by its original key
     */
    void recall(BuildKey build, Outbox outbox) {
        if (isOfEarlierProcess(build)) {
            readMissing(outbox);
            recallKnown(build, outbox);
        }
    }

    private boolean isOfEarlierProcess(BuildKey build) {
        EarlierDeliveries earlier = left;
        return earlier != null && build.startedAt().isBefore(earlier.since());
    }

    private void recallKnown(BuildKey build, Outbox outbox) {
        EarlierDeliveries earlier = requireNonNull(left);
        String sequence = DeliveryIds.conversation(build);
        try (KeyedLocks.Held turn = turns.lock(build)) {
            if (!earlier.recalled().contains(sequence) && isRead(sequence, earlier, outbox)) {
                earlier.recalled().add(sequence);
            }
        }
    }

    /** Reads what can be read. Returns whether that was all; the rest is read the next time. */
    private boolean isRead(String sequence, EarlierDeliveries earlier, Outbox outbox) {
        boolean all = true;
        for (String id : earlier.of(sequence).filter(it -> !index.knows(it)).toList()) {
            try {
                outbox.read(id).ifPresent(this::remember);
            } catch (IOException | RuntimeException | Error e) {
                LOGGER.log(Level.WARNING, e, () -> "Could not read " + id + ", which belongs to a build that goes on");
                all = false;
            }
        }
        return all;
    }

    /**
     * Reads what the outbox has of a build that has ended, where that may have been let go here. Looks through all that is on disk for
     * that, so it is for what people do now and then. Of a build that runs, only what its author has said before much else is let go.
     *
     * @param build by its original key, whose turn the caller has
     */
    void recallEnded(BuildKey build, Outbox outbox) {
        String sequence = DeliveryIds.conversation(build);
        if ((endedAreLetGo || index.isForgetful()) && index.of(sequence).isEmpty()) {
            Stream.of(outbox.finishedHeads().heads(), outbox.unfinished())
                    .flatMap(List::stream)
                    .filter(head -> head.order().sequence().equals(sequence))
                    .map(head -> outbox.find(head.id()))
                    .flatMap(Optional::stream)
                    .filter(delivery -> !DeliveryIds.isProgress(delivery.entry().id()))
                    .forEach(this::index);
        }
    }

    /**
     * The ids of the deliveries of a build that are known, those of earlier processes included, in the order of their acceptance.
     *
     * @param build by its original key
     */
    List<String> deliveriesOf(BuildKey build, Outbox outbox) {
        recall(build, outbox);
        return index.of(DeliveryIds.conversation(build));
    }

    /** The ids of the deliveries of all builds that run, those of earlier processes included, which are read once. */
    Stream<String> deliveriesOfRunning(Outbox outbox) {
        EarlierDeliveries earlier = left;
        if (earlier != null && earlier.hasAny()) {
            readMissing(outbox);
            runningBuilds.keys().stream()
                    .map(jobs::original)
                    .filter(this::isOfEarlierProcess)
                    .forEach(build -> recallKnown(build, outbox));
        }
        return index.running().stream().flatMap(conversation -> index.of(conversation).stream());
    }

    /**
     * Finds out which finished deliveries are still of use: those of the sequences that go on, but not what has said how far a build was, nor
     * what an author has said before much else.
     */
    OutboxStore.OpenDeliveries openDeliveries() {
        Set<String> open = openSequences();
        EarlierDeliveries earlier = left;
        // What an earlier process has left, and this one has not read yet, was not let go.
        return (id, sequence) -> open.contains(sequence)
                && !DeliveryIds.isProgress(id)
                && !(index.hasLetGo(sequence, id) && (earlier == null || earlier.isRead(sequence)));
    }

    /**
     * Finds out which sequences of the outbox go on: those of builds that run, and of the first builds of failure streaks. All that is
     * kept for builds that run, and is of no such build, is let go.
     */
    Set<String> openSequences() {
        Set<String> takenToRun = index.running();
        Set<String> open = runningBuilds.keys().stream()
                .map(jobs::original)
                .map(DeliveryIds::conversation)
                .collect(Collectors.toCollection(HashSet::new));
        takenToRun.stream().filter(conversation -> !open.contains(conversation)).forEach(index::ended);
        EarlierDeliveries earlier = left;
        if (earlier != null) {
            if (earlier.finished().keySet().retainAll(open)) {
                endedAreLetGo = true;
            }
            earlier.recalled().retainAll(open);
        }
        jobs.firstOfStreaks().stream().map(DeliveryIds::conversation).forEach(open::add);
        return open;
    }

    /** Takes in that a build has ended, whether anybody is notified of that or not. */
    void ended(BuildKey build) {
        index.ended(DeliveryIds.conversation(build));
    }

    /** Reads only what this process has not accepted, or read, before. */
    void remember(Delivery delivery) {
        if (index.knows(delivery.entry().id())
                || DeliveryIds.isProgress(delivery.entry().id())) {
            return;
        }
        index(delivery);
    }

    /** Takes a delivery into all its conversations. */
    private void index(Delivery delivery) {
        NotificationCodec.read(delivery).ifPresent(notification -> {
            index.add(notification, delivery.entry().id(), delivery.position());
            if (jobs.isNew()) {
                rememberEnd(notification);
            }
        });
    }

    /** Remembers how a build has ended of which somebody is, or was, notified. */
    void rememberEnd(Notification notification) {
        if (notification instanceof BuildNews news && !news.event().running()) {
            // To one person the event names no others.
            BuildEvent whole = ended.find(news.event().key()).orElse(news.event());
            jobs.ended(whole, true);
        }
    }
}
