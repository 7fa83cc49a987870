package io.jenkins.plugins.slacknotify.engine.planning;

import static java.util.Objects.requireNonNull;

import io.jenkins.plugins.slacknotify.engine.conversation.ConversationPlanner;
import io.jenkins.plugins.slacknotify.engine.notification.BuildNews;
import io.jenkins.plugins.slacknotify.engine.notification.DeliveryIds;
import io.jenkins.plugins.slacknotify.engine.notification.Envelope;
import io.jenkins.plugins.slacknotify.engine.notification.PeopleLookup;
import io.jenkins.plugins.slacknotify.engine.notification.PlannedNotification;
import io.jenkins.plugins.slacknotify.engine.notification.Relation;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.engine.spi.KnownChannels;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.event.participants.Addressees;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.JobRules;
import io.jenkins.plugins.slacknotify.routing.MessageOptions;
import io.jenkins.plugins.slacknotify.routing.Route;
import io.jenkins.plugins.slacknotify.routing.RoutingResult;
import io.jenkins.plugins.slacknotify.routing.ThreadDetails;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Plans the notifications for the end of a build, or for a milestone while it runs. */
public final class CompletionPlan {
    private final EngineSettings settings;
    private final ConversationPlanner conversations;
    private final SubscriptionRouter router;

    /** @param channels the ids of channels that are known by name */
    public CompletionPlan(EngineSettings settings, ConversationPlanner conversations, KnownChannels channels) {
        this.settings = settings;
        this.conversations = conversations;
        this.router = new SubscriptionRouter(settings, channels);
    }

    /** The notifications for a completed build: to whom rules route it, and to where it was reported while it ran. */
    public List<PlannedNotification> completed(BuildEvent event, JobRules rules) {
        RoutingResult routing = asTold(event, router.route(event, rules));
        List<PlannedNotification> planned = new ArrayList<>(toChannels(event, routing));
        planned.addAll(toThreadsOfOriginal(event, routing));
        planned.addAll(toPeople(event.withoutLog(), routing, settings));
        if (event.outcome().isBad()) {
            planned.addAll(conversations.planCorrections(event.withoutLog(), settings::rate));
        }
        return planned;
    }

    private RoutingResult asTold(BuildEvent event, RoutingResult routing) {
        return routing.withRoutes(routing.routes().stream()
                .map(route -> route.writtenAs(conversations.asTold(event.key(), route.destination())))
                .toList());
    }

    /** The notifications for a milestone: to the channels to which rules route it and, for an answer, to where it was asked for. */
    public List<PlannedNotification> milestone(BuildEvent event, JobRules rules) {
        List<Route> routes = asTold(event, router.route(event, rules)).routes();
        return Stream.concat(routes.stream(), askedWithoutRoute(event, routes))
                .flatMap(route -> conversations.planMilestone(news(event, route, settings)).stream())
                .toList();
    }

    /**
     * Routes to where an answered question still stands open, as far as no rule leads there: the job was muted meanwhile, or the rule is
     * gone. The answer changes the message of the question, in silence, and is shown as the question was.
     */
    private Stream<Route> askedWithoutRoute(BuildEvent event, List<Route> routes) {
        Milestone milestone = requireNonNull(event.milestone(), "milestone");
        if (!milestone.isInputFinished()) {
            return Stream.empty();
        }
        return conversations.openQuestions(event).stream()
                .filter(asked ->
                        routes.stream().noneMatch(route -> route.destination().isSameAs(asked.destination())))
                .map(asked -> new Route(asked.destination(), asked.options(), asked.severity(), null, null));
    }

    /**
     * The reminders of a question, in the threads of its messages, but where the job is muted by now.
     *
     * @see ConversationPlanner#planReminder
     */
    public List<PlannedNotification> reminder(BuildEvent event, int number, String mention) {
        return conversations.planReminder(event, number, mention).stream()
                .filter(planned -> !router.isMuted(event, planned.notification().destination()))
                .toList();
    }

    private List<PlannedNotification> toChannels(BuildEvent event, RoutingResult routing) {
        return Stream.concat(routing.routes().stream(), reportedWhileRunning(event, routing))
                .flatMap(route -> completed(event, route).stream())
                .toList();
    }

    /** The notifications for one destination. Where that was muted while the build ran, its message is changed, in silence. */
    private List<PlannedNotification> completed(BuildEvent event, Route route) {
        if (!router.isMuted(event, route.destination())) {
            return conversations.planCompleted(news(event, route, settings));
        }
        Route silent = new Route(
                route.destination(),
                route.options().withDetails(ThreadDetails.NONE),
                route.severity(),
                route.channelName(),
                route.rule());
        return conversations.planCompleted(news(event, silent, settings)).stream()
                .filter(CompletionPlan::changesMessage)
                .toList();
    }

    private static boolean changesMessage(PlannedNotification planned) {
        Relation relation = planned.notification() instanceof BuildNews news ? news.relation() : null;
        return relation != null && relation.kind().changesMessage();
    }

    private List<PlannedNotification> toThreadsOfOriginal(BuildEvent event, RoutingResult routing) {
        BuildKey original = event.findings().rerunOf();
        if (original == null) {
            return List.of();
        }
        return oneForEach(conversations.currentNews(original))
                .filter(earlier -> !router.isMuted(event, earlier.destination()))
                .flatMap(earlier ->
                        conversations
                                .planRerun(
                                        news(event, unrouted(earlier, routing), settings), isRouted(earlier, routing))
                                .stream())
                .toList();
    }

    /** Whether a rule leads to the destination of earlier news, even if it names that destination differently. */
    private static boolean isRouted(BuildNews earlier, RoutingResult routing) {
        return routing.routes().stream().map(Route::destination).anyMatch(earlier.destination()::isSameAs);
    }

    /** Routes to where the build was reported while it ran, as far as no rule leads there. */
    private Stream<Route> reportedWhileRunning(BuildEvent event, RoutingResult routing) {
        return oneForEach(conversations.newsWhileRunning(event.key()))
                .filter(earlier -> !isRouted(earlier, routing))
                .map(earlier -> unrouted(earlier, routing));
    }

    /** The first of the news for each destination. */
    private static Stream<BuildNews> oneForEach(List<BuildNews> news) {
        Map<Destination, BuildNews> first = new LinkedHashMap<>();
        news.forEach(one -> first.putIfAbsent(one.destination(), one));
        return first.values().stream();
    }

    /**
     * A route to where earlier news have gone, with their options: the channel is shown no more, and in no other way, than the
     * rule had it that led there. Those of a subscription stay in its author's hands. The mention and the text of that rule are for
     * what it is about.
     */
    private static Route unrouted(BuildNews earlier, RoutingResult routing) {
        MessageOptions options = earlier.options().withMention(null).withTemplate(null, null);
        return new Route(earlier.destination(), options, routing.severity(), null, null);
    }

    /** The news for one route, with no more of the event than the route's destination shows. */
    public static BuildNews news(BuildEvent event, Route route, EngineSettings settings) {
        BuildEvent allowed = settings.details(route.options()).restrict(event);
        Envelope envelope = Envelope.toChannel(allowed, route.severity(), route.destination())
                .sentBy(route.rule());
        return BuildNews.routed(envelope, route.options());
    }

    /**
     * The lookups of the people of a build. They run later, because they may ask Slack or a security realm.
     *
     * @return at most one for the administrator's policy, without {@link PeopleLookup#addressees()}, and one for the rules
     */
    public static List<PlannedNotification> toPeople(BuildEvent event, RoutingResult routing, EngineSettings settings) {
        List<PlannedNotification> planned = new ArrayList<>();
        if (settings.people().addressees().maximumCount(event.participants()) > 0) {
            Envelope envelope = Envelope.toPeople(event, settings.rate(event), null);
            PeopleLookup lookup = new PeopleLookup(envelope, null, new PeopleLookup.News(), null);
            planned.add(new PlannedNotification(id(lookup), lookup, true));
        }
        Addressees named = routing.people();
        if (named.maximumCount(event.participants()) > 0) {
            Envelope envelope = Envelope.toPeople(event, routing.severity(), null);
            PeopleLookup lookup = new PeopleLookup(envelope, named, new PeopleLookup.News(), null, namedBy(routing));
            planned.add(new PlannedNotification(id(lookup) + "-rules", lookup, true));
        }
        return planned;
    }

    private static List<PeopleLookup.NamedBy> namedBy(RoutingResult routing) {
        return routing.decisions().stream()
                .filter(decision -> !decision.people().isEmpty())
                .map(decision -> new PeopleLookup.NamedBy(decision.origin(), decision.people()))
                .toList();
    }

    private static String id(PeopleLookup lookup) {
        return DeliveryIds.ofCompleted(lookup.event().key(), lookup.destination());
    }
}
