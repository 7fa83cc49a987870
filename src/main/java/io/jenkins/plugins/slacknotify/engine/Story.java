package io.jenkins.plugins.slacknotify.engine;

import static java.util.Objects.requireNonNull;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.EventKey;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Moment;
import io.jenkins.plugins.slacknotify.event.Question.Answer;
import io.jenkins.plugins.slacknotify.event.Question.Ending;
import io.jenkins.plugins.slacknotify.event.Trend;
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
final class Story {
    private final Told told;

    Story(Told told) {
        this.told = told;
    }

    /** What is to be sent to tell of a build that has completed; the one that leads comes first. */
    List<Draft> completed(Notification news) {
        String id = DeliveryIds.ofCompleted(news.event().key(), news.destination());
        Optional<Delivery> standing = standing(news.event().key(), news.destination());
        Optional<Delivery> first = beginning(news);
        List<Draft> drafts = new ArrayList<>();
        if (standing.isPresent()) {
            drafts.addAll(changing(id, news, standing.get()));
        } else {
            drafts.add(new Draft(id, first.map(it -> answering(news, it)).orElse(news), true));
        }
        first.flatMap(it -> resolving(id, news, it)).ifPresent(drafts::add);
        drafts.addAll(unanswered(news));
        return drafts;
    }

    /** The message that told of the trouble says that it is over. */
    private static Optional<Draft> resolving(String id, Notification news, Delivery first) {
        boolean over = news.event().trend() == Trend.FIXED && !news.event().running();
        Reply reply = new Reply(Reply.Kind.RESOLVE, first.entry().id());
        return over ? Optional.of(new Draft(id + "-resolved", news.replying(reply), false)) : Optional.empty();
    }

    /**
     * What is to be sent to tell somebody in person of a build. What they hear of bad builds in a row is one conversation, too,
     * that begins with what they have heard first. Each answer shows outside of the thread as well: whoever gets it has chosen
     * to hear of it, and Slack need not notify anybody of an answer that stands in the thread alone.
     */
    List<Draft> inPerson(String id, Notification news) {
        Optional<Delivery> first = told.heardFirst(id, news);
        List<Draft> drafts = new ArrayList<>();
        drafts.add(new Draft(
                id,
                first.map(it -> news.replying(
                                new Reply(Reply.Kind.BROADCAST, it.entry().id())))
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
    List<Draft> happening(Notification news) {
        BuildEvent event = news.event();
        Moment moment = requireNonNull(event.moment(), "moment");
        String id = DeliveryIds.ofMoment(event.key(), moment, news.destination());
        if (moment.isOver()) {
            return over(id, news).stream().toList();
        }
        if (told.isThere(DeliveryIds.ofCompleted(event.key(), news.destination()))) {
            return List.of();
        }
        Optional<Delivery> standing = standing(event.key(), news.destination());
        return List.of(new Draft(id, standing.map(it -> following(news, it)).orElse(news), true));
    }

    /** That somebody has to answer, or that it is worse than what was told, is for the whole channel. */
    private static Notification following(Notification news, Delivery standing) {
        boolean asks = news.event().kinds().contains(EventKind.WAITING_FOR_INPUT);
        boolean worse = Notification.read(standing)
                .filter(before -> news.severity().compareTo(before.severity()) > 0)
                .isPresent();
        Reply.Kind kind = asks || worse ? Reply.Kind.BROADCAST : Reply.Kind.THREAD;
        return news.replying(new Reply(kind, standing.entry().id()));
    }

    /** The message that asked says what became of it. */
    private Optional<Draft> over(String asked, Notification news) {
        return told.find(asked)
                .map(it -> new Draft(asked + "-over", news.replying(new Reply(Reply.Kind.RESOLVE, asked)), false));
    }

    /** What was asked in the thread and has no answer when the build ends, as after a crash: nobody gives one any more. */
    private List<Draft> unanswered(Notification news) {
        String lane = DeliveryIds.lane(news.destination());
        return told.of(news.event().key())
                .filter(asked -> asked.tellsOfBuild()
                        && asked.reply() != null
                        && lane.equals(DeliveryIds.lane(asked.destination())))
                .flatMap(asked -> givenUp(asked).stream())
                .flatMap(end -> over(
                        DeliveryIds.ofMoment(
                                end.event().key(), requireNonNull(end.event().moment()), end.destination()),
                        end)
                        .stream())
                .filter(draft -> !told.isThere(draft.id()))
                .toList();
    }

    private static Optional<Notification> givenUp(Notification asking) {
        return Optional.ofNullable(asking.event().moment())
                .map(Moment::question)
                .map(question -> question.with(new Answer(Ending.GIVEN_UP, null, null)))
                .map(question -> asking.with(asking.event().with(Moment.asking(question))));
    }

    /**
     * What is to be sent to say in the thread of a build's message how it ended that it was run again.
     *
     * @param toldAnyhow whether that is told in that destination besides
     */
    Optional<Draft> rerun(Notification news, boolean toldAnyhow) {
        EventKey original = requireNonNull(news.event().findings().rerunOf(), "original");
        // A row of bad builds has one thread, and there it is told then.
        if (toldAnyhow && beginning(news).isPresent()) {
            return Optional.empty();
        }
        String id = DeliveryIds.ofCompleted(news.event().key(), news.destination());
        return standing(original, news.destination())
                .map(it -> new Reply(Reply.Kind.THREAD, it.entry().id()))
                .map(reply -> new Draft(id + "-rerun", news.replying(reply).headline(), false));
    }

    /** Where a build was told of. */
    List<Destination> told(EventKey build) {
        return told.standingFor(build).map(Notification::destination).toList();
    }

    /** Where it was told of a build while it ran, so that it has to be told how it ended. */
    List<Destination> toldWhileRunning(EventKey build) {
        return told.standingFor(build)
                .filter(news -> news.event().running())
                .map(Notification::destination)
                .toList();
    }

    /** The message that tells of a build already in that destination, to be changed instead of followed by another one. */
    Optional<Delivery> standing(EventKey build, Destination destination) {
        return told.standing(build, destination);
    }

    /** The message changes, of which nobody would be notified; so what is for the whole channel is said by an answer, too. */
    private static List<Draft> changing(String id, Notification news, Delivery standing) {
        String earlier = standing.entry().id();
        Draft change = new Draft(id, news.replying(new Reply(Reply.Kind.UPDATE, earlier)), true);
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
                news.replying(new Reply(Reply.Kind.BROADCAST, earlier)).headline();
        return List.of(change, new Draft(id + "-worse", headline, false));
    }

    private static boolean saysNothingOfTheOutcome(Delivery earlier) {
        return Notification.read(earlier)
                .filter(before -> before.event().moment() != null)
                .isPresent();
    }

    private static Notification answering(Notification news, Delivery first) {
        return news.replying(new Reply(kind(news, first), first.entry().id()));
    }

    /** That it is good again, or has become worse than it began, is for the whole channel; that it still is, is not. */
    private static Reply.Kind kind(Notification news, Delivery first) {
        boolean loud =
                switch (news.event().trend()) {
                    case FIXED -> true;
                    case STILL_FAILING -> saysNothingOfTheOutcome(first);
                    default -> isWorse(news, first);
                };
        return loud ? Reply.Kind.BROADCAST : Reply.Kind.THREAD;
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
        EventKey build = news.event().key();
        return Optional.ofNullable(news.event().findings().badSeries())
                .flatMap(series -> series.first(build.job()))
                .filter(first -> first.build() != build.build())
                .flatMap(first -> told.find(DeliveryIds.ofCompleted(first, news.destination())));
    }
}
