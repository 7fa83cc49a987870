package io.jenkins.plugins.slacknotify.engine.conversation;

import static java.util.Objects.requireNonNull;

import io.jenkins.plugins.slacknotify.engine.notification.DeliveryIds;
import io.jenkins.plugins.slacknotify.engine.notification.Notification;
import io.jenkins.plugins.slacknotify.engine.notification.PlannedNotification;
import io.jenkins.plugins.slacknotify.engine.notification.Relation;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.InputQuestion.Ending;
import io.jenkins.plugins.slacknotify.event.InputQuestion.InputAnswer;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.outbox.Delivery;
import io.jenkins.plugins.slacknotify.routing.Destination;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes one conversation of what is told of a build, and of the bad builds of a job in a row: each build has one message in a
 * destination, which later news of it change; and what follows a bad build, up to the one that mends it, is told in its thread.
 *
 * <p>Where a conversation is does not need to be kept: the message of a build has an id that follows from the build and the
 * destination, so it is found as long as the outbox remembers it.
 */
public final class ConversationPlanner {
    private final ConversationLog destinationsOf;

    public ConversationPlanner(ConversationLog told) {
        this.destinationsOf = told;
    }

    /** What is to be sent to tell of a build that has completed; the one that leads comes first. */
    public List<PlannedNotification> planCompleted(Notification news) {
        String id = DeliveryIds.ofCompleted(news.event().key(), news.destination());
        Optional<Delivery> standing = currentMessage(news.event().key(), news.destination());
        Optional<Delivery> first = beginning(news);
        List<PlannedNotification> drafts = new ArrayList<>();
        if (standing.isPresent()) {
            drafts.addAll(changing(id, news, standing.get()));
        } else {
            drafts.add(new PlannedNotification(
                    id, first.map(it -> answering(news, it)).orElse(news), true));
        }
        first.flatMap(it -> resolving(id, news, it)).ifPresent(drafts::add);
        drafts.addAll(unanswered(news));
        return drafts;
    }

    /** The message that told of the trouble says that it is over. */
    private static Optional<PlannedNotification> resolving(String id, Notification news, Delivery first) {
        boolean over = news.event().trend() == Trend.FIXED && !news.event().running();
        Relation reply = new Relation(Relation.Kind.RESOLVE, first.entry().id());
        return over
                ? Optional.of(new PlannedNotification(id + "-resolved", news.replying(reply), false))
                : Optional.empty();
    }

    /**
     * What is to be sent to tell somebody in person of a build. What they hear of bad builds in a row is one conversation, too,
     * that begins with what they have heard first. Each answer shows outside of the thread as well: whoever gets it has chosen
     * to hear of it, and Slack need not notify anybody of an answer that stands in the thread alone.
     */
    public List<PlannedNotification> planPersonal(String id, Notification news) {
        Optional<Delivery> first = destinationsOf.firstPersonalMessage(id, news);
        List<PlannedNotification> drafts = new ArrayList<>();
        drafts.add(new PlannedNotification(
                id,
                first.map(it -> news.replying(
                                new Relation(Relation.Kind.BROADCAST, it.entry().id())))
                        .orElse(news),
                true));
        first.flatMap(it -> resolving(id, asTo(it, news), it)).ifPresent(drafts::add);
        return drafts;
    }

    /** For who heard of it first, and why: the same member, but somebody may have had another reason then. */
    private static Notification asTo(Delivery first, Notification news) {
        return Notification.read(first)
                .map(Notification::recipient)
                .map(heard -> news.to(heard, null, null))
                .orElse(news);
    }

    /**
     * What is to be sent to tell what happens to a build while it runs: in the thread of its message or, where there is none,
     * as its message, which then changes with what follows.
     */
    public List<PlannedNotification> planMilestone(Notification news) {
        BuildEvent event = news.event();
        Milestone moment = requireNonNull(event.moment(), "moment");
        String id = DeliveryIds.ofMilestone(event.key(), moment, news.destination());
        if (moment.isInputFinished()) {
            return over(id, news).stream().toList();
        }
        if (destinationsOf.isAlive(DeliveryIds.ofCompleted(event.key(), news.destination()))) {
            return List.of();
        }
        Optional<Delivery> standing = currentMessage(event.key(), news.destination());
        return List.of(new PlannedNotification(
                id, standing.map(it -> following(news, it)).orElse(news), true));
    }

    /** That somebody has to answer, or that it is worse than what was told, is for the whole channel. */
    private static Notification following(Notification news, Delivery standing) {
        boolean asks = news.event().kinds().contains(EventKind.WAITING_FOR_INPUT);
        boolean worse = Notification.read(standing)
                .filter(before -> news.severity().compareTo(before.severity()) > 0)
                .isPresent();
        Relation.Kind kind = asks || worse ? Relation.Kind.BROADCAST : Relation.Kind.THREAD;
        return news.replying(new Relation(kind, standing.entry().id()));
    }

    /** The message that asked says what became of it. */
    private Optional<PlannedNotification> over(String asked, Notification news) {
        return destinationsOf
                .find(asked)
                .map(it -> new PlannedNotification(
                        asked + "-over", news.replying(new Relation(Relation.Kind.RESOLVE, asked)), false));
    }

    /** What was asked in the thread and has no answer when the build ends, as after a crash: nobody gives one any more. */
    private List<PlannedNotification> unanswered(Notification news) {
        String lane = DeliveryIds.lane(news.destination());
        return destinationsOf
                .notificationsOf(news.event().key())
                .filter(asked -> asked.tellsOfBuild()
                        && asked.reply() != null
                        && lane.equals(DeliveryIds.lane(asked.destination())))
                .flatMap(asked -> givenUp(asked).stream())
                .flatMap(end -> over(
                        DeliveryIds.ofMilestone(
                                end.event().key(), requireNonNull(end.event().moment()), end.destination()),
                        end)
                        .stream())
                .filter(draft -> !destinationsOf.isAlive(draft.id()))
                .toList();
    }

    private static Optional<Notification> givenUp(Notification asking) {
        return Optional.ofNullable(asking.event().moment())
                .map(Milestone::question)
                .map(question -> question.withAnswer(new InputAnswer(Ending.GIVEN_UP, null, null)))
                .map(question -> asking.with(asking.event().withMilestone(Milestone.waitingFor(question))));
    }

    /**
     * What is to be sent to say in the thread of a build's message how it ended that it was run again.
     *
     * @param toldAnyhow whether that is told in that destination besides
     */
    public Optional<PlannedNotification> planRerun(Notification news, boolean toldAnyhow) {
        BuildKey original = requireNonNull(news.event().findings().rerunOf(), "original");
        // A row of bad builds has one thread, and there it is told then.
        if (toldAnyhow && beginning(news).isPresent()) {
            return Optional.empty();
        }
        String id = DeliveryIds.ofCompleted(news.event().key(), news.destination());
        return currentMessage(original, news.destination())
                .map(it -> new Relation(Relation.Kind.THREAD, it.entry().id()))
                .map(reply -> new PlannedNotification(
                        id + "-rerun", news.replying(reply).headline(), false));
    }

    /** Where a build was told of. */
    public List<Destination> destinationsOf(BuildKey build) {
        return destinationsOf
                .currentNotifications(build)
                .map(Notification::destination)
                .toList();
    }

    /** Where it was told of a build while it ran, so that it has to be told how it ended. */
    public List<Destination> destinationsWhileRunning(BuildKey build) {
        return destinationsOf
                .currentNotifications(build)
                .filter(news -> news.event().running())
                .map(Notification::destination)
                .toList();
    }

    /** The message that tells of a build already in that destination, to be changed instead of followed by another one. */
    public Optional<Delivery> currentMessage(BuildKey build, Destination destination) {
        return destinationsOf.currentMessage(build, destination);
    }

    /** The message changes, of which nobody would be notified; so what is for the whole channel is said by an answer, too. */
    private static List<PlannedNotification> changing(String id, Notification news, Delivery standing) {
        String earlier = standing.entry().id();
        PlannedNotification change =
                new PlannedNotification(id, news.replying(new Relation(Relation.Kind.UPDATE, earlier)), true);
        boolean loud =
                switch (news.event().trend()) {
                    case STILL_FAILING -> news.mention() != null && isWorse(news, standing);
                    case FIXED -> saysNothingOfTheOutcome(standing);
                    default -> isWorse(news, standing);
                };
        if (!loud) {
            return List.of(change);
        }
        Notification headline =
                news.replying(new Relation(Relation.Kind.BROADCAST, earlier)).headline();
        return List.of(change, new PlannedNotification(id + "-worse", headline, false));
    }

    private static boolean saysNothingOfTheOutcome(Delivery earlier) {
        return Notification.read(earlier)
                .filter(before -> before.event().moment() != null)
                .isPresent();
    }

    private static Notification answering(Notification news, Delivery first) {
        return news.replying(new Relation(kind(news, first), first.entry().id()));
    }

    /** That it is good again, or has become worse than it began, is for the whole channel; that it still is, is not. */
    private static Relation.Kind kind(Notification news, Delivery first) {
        boolean loud =
                switch (news.event().trend()) {
                    case FIXED -> true;
                    case STILL_FAILING -> saysNothingOfTheOutcome(first);
                    default -> isWorse(news, first);
                };
        return loud ? Relation.Kind.BROADCAST : Relation.Kind.THREAD;
    }

    private static boolean isWorse(Notification news, Delivery earlier) {
        return news.event().outcome().isBad()
                && (saysNothingOfTheOutcome(earlier)
                        || Notification.read(earlier)
                                .filter(before -> news.event()
                                        .outcome()
                                        .isWorseThan(before.event().outcome()))
                                .isPresent());
    }

    /** The message of the first of the bad builds that this one goes on with, or ends. */
    private Optional<Delivery> beginning(Notification news) {
        BuildKey build = news.event().key();
        return Optional.ofNullable(news.event().findings().badSeries())
                .flatMap(series -> series.firstBuildKey(build.job()))
                .filter(first -> first.build() != build.build())
                .flatMap(first -> destinationsOf.find(DeliveryIds.ofCompleted(first, news.destination())));
    }
}
