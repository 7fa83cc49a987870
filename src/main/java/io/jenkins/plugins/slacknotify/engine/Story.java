package io.jenkins.plugins.slacknotify.engine;

import io.jenkins.plugins.slacknotify.event.BadSeries;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.EventKey;
import io.jenkins.plugins.slacknotify.event.SeverityPolicy;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.outbox.Delivery;
import io.jenkins.plugins.slacknotify.routing.Destination;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Makes one conversation of what is told of a build, and of the bad builds of a job in a row: each build has one message in a
 * destination, which later news of it change; and what follows a bad build, up to the one that mends it, is told in its thread.
 *
 * <p>Where a conversation is does not need to be kept: the message of a build has an id that follows from the build and the
 * destination, so it is found as long as the outbox remembers it.
 */
final class Story {
    private final Function<EventKey, List<String>> ofBuild;
    private final Function<String, Optional<Delivery>> deliveries;
    private final Supplier<SeverityPolicy> severities;

    /**
     * @param ofBuild the ids of a build's deliveries
     * @param deliveries what is known of them
     * @param severities a message that was rated otherwise is as its author wants it, and stays so
     */
    Story(
            Function<EventKey, List<String>> ofBuild,
            Function<String, Optional<Delivery>> deliveries,
            Supplier<SeverityPolicy> severities) {
        this.severities = severities;
        this.ofBuild = ofBuild;
        this.deliveries = deliveries;
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
        if (news.event().trend() == Trend.FIXED) {
            first.map(it -> news.replying(
                            new Reply(Reply.Kind.RESOLVE, it.entry().id())))
                    .map(over -> new Draft(id + "-resolved", over, false))
                    .ifPresent(drafts::add);
        }
        return drafts;
    }

    /** Where it was told of a build while it ran, so that it has to be told how it ended. */
    List<Destination> toldWhileRunning(EventKey build) {
        return ofBuild.apply(build).stream()
                .map(deliveries)
                .flatMap(Optional::stream)
                .filter(Story::isThere)
                .map(Notification::read)
                .flatMap(Optional::stream)
                .filter(told -> standsForBuild(told) && told.event().running())
                .map(Notification::destination)
                .toList();
    }

    /** The message that tells of a build already in that destination, to be changed instead of followed by another one. */
    Optional<Delivery> standing(EventKey build, Destination destination) {
        return ofBuild.apply(build).stream()
                .map(deliveries)
                .flatMap(Optional::stream)
                .filter(delivery -> isThere(delivery)
                        && delivery.entry().lane().equals(DeliveryIds.lane(destination))
                        && Notification.read(delivery)
                                .filter(this::standsForBuild)
                                .isPresent())
                .findFirst();
    }

    /** The message changes; where it was better so far, nobody would be notified of that, so an answer says it, too. */
    private static List<Draft> changing(String id, Notification news, Delivery standing) {
        String earlier = standing.entry().id();
        Draft change = new Draft(id, news.replying(new Reply(Reply.Kind.UPDATE, earlier)), true);
        boolean isOldNews = news.event().trend() == Trend.STILL_FAILING && news.mention() == null;
        if (isOldNews || !isWorse(news, standing)) {
            return List.of(change);
        }
        Notification headline =
                news.replying(new Reply(Reply.Kind.BROADCAST, earlier)).headline();
        return List.of(change, new Draft(id + "-worse", headline, false));
    }

    private static Notification answering(Notification news, Delivery first) {
        return news.replying(new Reply(kind(news, first), first.entry().id()));
    }

    /** That it is good again, or worse than it began, is for the whole channel. */
    private static Reply.Kind kind(Notification news, Delivery first) {
        return news.event().trend() == Trend.FIXED || isWorse(news, first) ? Reply.Kind.BROADCAST : Reply.Kind.THREAD;
    }

    private static boolean isWorse(Notification news, Delivery earlier) {
        return news.event().outcome().isBad()
                && Notification.read(earlier)
                        .filter(before -> news.event()
                                .outcome()
                                .isWorseThan(before.event().outcome()))
                        .isPresent();
    }

    /** The message of the first of the bad builds that this one goes on with, or ends. */
    private Optional<Delivery> beginning(Notification news) {
        BuildEvent event = news.event();
        BadSeries series = event.findings().badSeries();
        if (series == null
                || series.mayBeOlder()
                || series.firstBuild() == event.key().build()) {
            return Optional.empty();
        }
        EventKey first = new EventKey(event.key().job(), series.firstBuild(), series.startedAt());
        return deliveries
                .apply(DeliveryIds.ofCompleted(first, news.destination()))
                .filter(Story::isThere);
    }

    private boolean standsForBuild(Notification told) {
        BuildEvent event = told.event();
        return told.tellsOfBuild()
                && (told.routed() || told.severity() == severities.get().rate(event.outcome(), event.trend()));
    }

    private static boolean isThere(Delivery delivery) {
        return !delivery.state().isFinished() || delivery.state().hasArrived();
    }
}
