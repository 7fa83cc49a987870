package io.jenkins.plugins.slacknotify.engine.planning;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.notification.LaneKey;
import io.jenkins.plugins.slacknotify.engine.notification.PlannedNotification;
import io.jenkins.plugins.slacknotify.engine.report.Problem;
import io.jenkins.plugins.slacknotify.engine.spi.CredentialFolders;
import io.jenkins.plugins.slacknotify.outbox.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * The room of the outbox, in which all jobs wait together: refuses what would make more than its {@link OutboxLimits}, and lets
 * administrators know.
 *
 * <p>What changes a message is never refused: a job can have no more of it than of anything, and without it, a message would say
 * for ever what is no longer true. An author is refused before the outbox is full, with words, so that there is room for the news
 * of builds, which nobody sees refused. They are counted.
 *
 * <p>Safe for use by many threads. What several threads hand over at once can exceed a limit by that much.
 */
public final class OutboxRoom {
    private static final Logger LOGGER = Logger.getLogger(OutboxRoom.class.getName());

    /** For how long administrators are told that something was refused. */
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private static final String WHY = "Too much waits for Slack";

    private final Outbox outbox;
    private final OutboxLimits limits;
    private final LaneFinder lanes;
    private final InstantSource clock;

    /** The refusals that administrators are told of; null where there were none. */
    @CheckForNull
    private Refusals refusals;

    private record Refusals(Instant since, Instant last, long count) {}

    /** @param folders tells which jobs share a lane */
    public OutboxRoom(Outbox outbox, OutboxLimits limits, CredentialFolders folders, InstantSource clock) {
        this.outbox = outbox;
        lanes = new LaneFinder(folders);
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Returns whether there is room for what a build causes. Where there is none, that is remembered.
     *
     * @param before how many were admitted with it that the outbox does not have yet
     */
    boolean admits(PlannedNotification planned, int before) {
        if (planned.notification().changesMessage() || hasRoom(limits, before + 1) || isKnown(planned)) {
            return true;
        }
        refused(1);
        return false;
    }

    /**
     * Requires room for what a job's author asks for.
     *
     * @throws CannotAnnounceException with words for the author of the job, where there is none
     */
    public void require(List<PlannedNotification> planned) throws CannotAnnounceException {
        List<PlannedNotification> added = planned.stream()
                .filter(it -> !it.notification().changesMessage() && !isKnown(it))
                .toList();
        if (added.isEmpty()) {
            return;
        }
        if (!hasRoom(limits.forAuthors(), added.size())) {
            refused(added.size());
            throw new CannotAnnounceException(WHY + ": " + outbox.waiting()
                    + " messages of all jobs together. Try again later; administrators see in Manage Jenkins » Slack » Deliveries"
                    + " what they wait for.");
        }
        Map<LaneKey, Long> counts = added.stream()
                .map(PlannedNotification::notification)
                .collect(Collectors.groupingBy(lanes::find, Collectors.counting()));
        for (Map.Entry<LaneKey, Long> lane : counts.entrySet()) {
            int waiting = outbox.waiting(lane.getKey().name());
            if (waiting + lane.getValue() > limits.mostOfLane()) {
                throw new CannotAnnounceException(
                        waiting + " messages wait for " + lane.getKey().place()
                                + " already, and at most " + limits.mostOfLane()
                                + " can. Slack takes one a second; write less, or to"
                                + " another channel.");
            }
        }
    }

    /** Whether the outbox knows a notification. What it knows counts already, unless it was refused. */
    private boolean isKnown(PlannedNotification planned) {
        return outbox.stateOf(planned.id()).isPresent();
    }

    private boolean hasRoom(OutboxLimits within, int more) {
        return outbox.waiting() + more <= within.most() && outbox.waitingBytes() < within.mostBytes();
    }

    private synchronized void refused(int count) {
        Refusals before = current();
        Instant now = clock.instant();
        refusals = before == null
                ? new Refusals(now, now, count)
                : new Refusals(before.since(), now, before.count() + count);
        if (before == null) {
            LOGGER.warning(() -> WHY + ", so that new notifications are refused: " + describeWaiting());
        }
    }

    @CheckForNull
    private Refusals current() {
        Refusals latest = refusals;
        if (latest != null
                && hasRoom(limits.forAuthors(), 1)
                && latest.last().plus(REMEMBERED).isBefore(clock.instant())) {
            latest = null;
            refusals = null;
        }
        return latest;
    }

    private String describeWaiting() {
        return outbox.waiting() + " messages, of " + (outbox.waitingBytes() >> 20) + " MB. At most " + limits.most()
                + " can wait, of " + (limits.mostBytes() >> 20)
                + " MB, and three quarters of that for jobs that call a step";
    }

    /** The alert for administrators; empty where nothing was refused for a day. Reads no disk. */
    public synchronized Optional<Problem> problem() {
        return Optional.ofNullable(current())
                .map(it -> new Problem(
                        WHY + ": " + describeWaiting() + ". " + it.count() + " new ones were refused and are lost; what"
                                + " changes a message that is there is not refused. Fix what they wait for; what"
                                + " grows too old is given up and makes room",
                        Problem.FixLocation.ELSEWHERE,
                        it.since(),
                        outbox.waiting()));
    }
}
