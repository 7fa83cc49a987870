package io.jenkins.plugins.slacknotify.engine.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.reason.HoldReason;
import io.jenkins.plugins.slacknotify.engine.stored.NotificationCodec;
import io.jenkins.plugins.slacknotify.engine.upkeep.ReportedChange;
import io.jenkins.plugins.slacknotify.engine.upkeep.ReportedChanges;
import io.jenkins.plugins.slacknotify.outbox.DispatchProblem;
import io.jenkins.plugins.slacknotify.outbox.Outbox;
import io.jenkins.plugins.slacknotify.outbox.StoreProblem;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.DeliveryHead;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds problems by the deliveries that wait, so that a problem leaves by itself when nothing waits for its fix any more; and those
 * that Slack has reported, which stay until it reports the contrary.
 */
public final class Problems {
    /** The age from which a waiting message is late. Whatever Slack does, most messages arrive before. */
    public static final Duration LATE_AFTER = Duration.ofMinutes(10);

    /** A problem leads to so many places at most; the page of deliveries has the others. */
    private static final int MAX_PLACES = 5;

    private static final Comparator<DeliveryHead> OLDEST_FIRST = Comparator.comparing(DeliveryHead::acceptedAt);

    private final Outbox outbox;
    private final ReportedChanges reported;
    private final Instant now;

    public Problems(Outbox outbox, ReportedChanges reported, Instant now) {
        this.outbox = outbox;
        this.reported = reported;
        this.now = now;
    }

    /** Finds all problems, the oldest first. Reads one or two deliveries for each reason for which some are held. */
    public List<Problem> all() {
        List<DeliveryHead> unfinished = outbox.unfinished();
        List<Problem> problems = new ArrayList<>();
        Map<String, List<DeliveryHead>> byReason =
                byReason(unfinished.stream().filter(Problems::isKeptBack).toList());
        reported.suspended()
                .forEach(change -> problems.add(
                        reported(change, Problem.FixLocation.SYSTEM_SETTINGS, byReason.remove(change.reason()))));
        reported.closed()
                .forEach(change -> problems.add(
                        reported(change, Problem.FixLocation.ELSEWHERE, byReason.remove(change.reason()))));
        ofJobs(byReason).ifPresent(problems::add);
        byReason.forEach((reason, held) -> problems.add(held(reason, held)));
        Optional<StoreProblem> storeProblem = outbox.storeProblem();
        storeProblem
                .filter(it -> it.unread() || it.inMemory() > 0)
                .map(Problems::ofTheDisk)
                .ifPresent(problems::add);
        storeProblem
                .filter(it -> it.condition().foreign() > 0)
                .map(Problems::ofANewerVersion)
                .ifPresent(problems::add);
        storeProblem
                .filter(it -> it.condition().copied() > 0)
                .map(Problems::ofACopy)
                .ifPresent(problems::add);
        outbox.dispatchProblem().map(Problems::ofThePlugin).ifPresent(problems::add);
        late(unfinished).ifPresent(problems::add);
        problems.sort(Comparator.comparing(Problem::since));
        return problems;
    }

    /** A sequence with held deliveries. They are held for one reason, that of the first one, because the others must not overtake it. */
    private record HeldSequence(String lane, String sequence) {
        static HeldSequence of(DeliveryHead held) {
            return new HeldSequence(held.order().lane(), held.order().sequence());
        }
    }

    /** Groups what is held by the words of its reason, or of the reason of the one behind which it waits. */
    private static Map<String, List<DeliveryHead>> byReason(List<DeliveryHead> held) {
        Map<HeldSequence, DeliveryHead> first = held.stream()
                .filter(head -> !HoldReason.isBehind(head.reason()))
                .collect(Collectors.toMap(HeldSequence::of, head -> head, (one, later) -> one));
        return held.stream()
                .collect(Collectors.groupingBy(head -> String.valueOf(
                        HoldReason.isBehind(head.reason())
                                ? first.getOrDefault(HeldSequence.of(head), head)
                                        .note()
                                : head.note())));
    }

    private static boolean isKeptBack(DeliveryHead delivery) {
        return HoldReason.keepsBack(delivery.state(), delivery.reason());
    }

    private static HoldReason reason(DeliveryHead held) {
        return HoldReason.of(held.reason());
    }

    /**
     * The channels that jobs themselves have named wrongly, as one problem: their authors can correct them, and each pipeline with a
     * mistake would be an alert of its own.
     *
     * @param byReason those that are taken together are removed
     */
    private Optional<Problem> ofJobs(Map<String, List<DeliveryHead>> byReason) {
        List<String> reasons = byReason.keySet().stream()
                .filter(reason -> reason(byReason.get(reason).get(0)).isNamedByJob())
                .sorted()
                .toList();
        if (reasons.size() < 2) {
            return Optional.empty();
        }
        List<NamePlace> places = reasons.stream()
                .limit(MAX_PLACES)
                .flatMap(reason -> place(byReason.get(reason)).stream())
                .toList();
        List<DeliveryHead> held = reasons.stream()
                .flatMap(reason -> byReason.remove(reason).stream())
                .sorted(OLDEST_FIRST)
                .toList();
        String what = "Jobs name " + reasons.size() + " channels to which their messages cannot be sent. The first: "
                + reasons.get(0);
        return Optional.of(problem(what, Problem.FixLocation.ELSEWHERE, held, places));
    }

    private Problem held(String reason, List<DeliveryHead> held) {
        return problem(
                reason,
                fixLocation(held.get(0)),
                held,
                place(held).map(List::of).orElse(List.of()));
    }

    /** Finds the place where the name of the channel stands for which some are held, and not only wait behind another. */
    private Optional<NamePlace> place(List<DeliveryHead> held) {
        return held.stream()
                .filter(head ->
                        !HoldReason.isBehind(head.reason()) && reason(head).isAboutTheChannel())
                .findFirst()
                .flatMap(head -> outbox.find(head.id())
                        .flatMap(NotificationCodec::read)
                        .flatMap(notification -> NamePlace.of(notification, reason(head))));
    }

    /** @param held what waits for the same reason; null where nothing does */
    private static Problem reported(
            ReportedChange change, Problem.FixLocation fixLocation, @CheckForNull List<DeliveryHead> held) {
        return new Problem(change.reason(), fixLocation, change.since(), held == null ? 0 : held.size());
    }

    private static Problem ofThePlugin(DispatchProblem dispatch) {
        String what =
                "Sending to at least one channel has been stuck for a while, for a reason in Jenkins itself: an attempt does"
                        + " not end, or fails each time with an error of its own. It is tried again and again. The Jenkins log"
                        + " says more; look there for the logger io.jenkins.plugins.slacknotify, and check that Jenkins has"
                        + " enough memory and may make more threads";
        return new Problem(what, Problem.FixLocation.ELSEWHERE, dispatch.since(), dispatch.waiting());
    }

    private static Problem ofTheDisk(StoreProblem store) {
        String unread =
                "What was left to send when Jenkins stopped cannot be read from disk; it is tried again and again. ";
        String unwritten =
                "Notifications cannot be written to disk. They are kept in memory and sent from there, but lost if"
                        + " Jenkins stops before they can be written. ";
        String fix = store.condition().inUse()
                ? "Another process uses the folder slack-notify/outbox in JENKINS_HOME. Two Jenkins must not share one"
                        + " JENKINS_HOME: stop one of them"
                : "Check the free space and the permissions of the folder slack-notify in JENKINS_HOME, and the disk that it"
                        + " is on";
        String what = (store.unread() ? unread : "") + (store.inMemory() > 0 ? unwritten : "") + fix;
        return new Problem(what, Problem.FixLocation.ELSEWHERE, store.since(), store.unfinished());
    }

    private static Problem ofANewerVersion(StoreProblem store) {
        String what =
                "A newer version of this plugin has left notifications that this version cannot read. They are kept"
                        + " as they are and not sent. Install the newer version again to have them sent, or delete the folder"
                        + " slack-notify/outbox in JENKINS_HOME while Jenkins is stopped";
        return new Problem(
                what,
                Problem.FixLocation.ELSEWHERE,
                store.since(),
                store.condition().foreign());
    }

    private static Problem ofACopy(StoreProblem store) {
        String what = "This JENKINS_HOME is a copy of that of another machine ("
                + store.condition().copiedFrom()
                + "), which may still send the notifications that waited in it. They are not sent from here before somebody"
                + " decides. Send them if the other Jenkins is gone for good; each is looked for in Slack first. Discard"
                + " them if it goes on";
        return new Problem(
                what,
                Problem.FixLocation.ELSEWHERE,
                store.since(),
                store.condition().copied());
    }

    private Optional<Problem> late(List<DeliveryHead> unfinished) {
        List<DeliveryHead> late = unfinished.stream()
                .filter(delivery -> !isKeptBack(delivery))
                .filter(delivery -> delivery.acceptedAt().plus(LATE_AFTER).isBefore(now))
                .sorted(OLDEST_FIRST)
                .toList();
        return late.stream()
                .filter(delivery -> delivery.note() != null)
                .findFirst()
                .map(delivery -> problem(
                        "Messages are late: " + delivery.note() + whatToDo(delivery),
                        Problem.FixLocation.ELSEWHERE,
                        late,
                        List.of()));
    }

    /** Says what to do about a delivery that is late. A person who sees the channel can end a doubt that Slack does not end. */
    private static String whatToDo(DeliveryHead late) {
        return late.state() == Delivery.State.UNCERTAIN
                ? ". What may have arrived is not sent again before Slack tells. If that lasts, look in the channel, and discard it on"
                        + " the page Deliveries; where it has not arrived, send it again there"
                : "";
    }

    private Problem.FixLocation fixLocation(DeliveryHead held) {
        if (!reason(held).isAboutTheToken()) {
            return Problem.FixLocation.ELSEWHERE;
        }
        boolean named = outbox.find(held.id())
                .flatMap(NotificationCodec::read)
                .map(notification -> notification.destination().credentialsId())
                .isPresent();
        return named ? Problem.FixLocation.TOKEN_OF_A_JOB : Problem.FixLocation.SYSTEM_SETTINGS;
    }

    private static Problem problem(
            String what, Problem.FixLocation fixLocation, List<DeliveryHead> waiting, List<NamePlace> places) {
        Instant since = waiting.stream().min(OLDEST_FIRST).orElseThrow().acceptedAt();
        return new Problem(what, fixLocation, since, waiting.size(), places);
    }
}
