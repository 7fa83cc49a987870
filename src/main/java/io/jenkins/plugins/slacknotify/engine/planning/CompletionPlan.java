package io.jenkins.plugins.slacknotify.engine.planning;

import io.jenkins.plugins.slacknotify.engine.conversation.ConversationPlanner;
import io.jenkins.plugins.slacknotify.engine.notification.DeliveryIds;
import io.jenkins.plugins.slacknotify.engine.notification.Notification;
import io.jenkins.plugins.slacknotify.engine.notification.PlannedNotification;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.event.participants.Addressees;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.JobRules;
import io.jenkins.plugins.slacknotify.routing.MessageOptions;
import io.jenkins.plugins.slacknotify.routing.Route;
import io.jenkins.plugins.slacknotify.routing.RoutingResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Works out the single messages that the end of a build comes to, or what happens to it while it runs. */
public final class CompletionPlan {
    private final EngineSettings settings;
    private final ConversationPlanner story;

    public CompletionPlan(EngineSettings settings, ConversationPlanner story) {
        this.settings = settings;
        this.story = story;
    }

    /** For everybody who hears of the build by a rule, and wherever it was told of while it ran. */
    public List<PlannedNotification> completed(BuildEvent event, JobRules rules) {
        RoutingResult routing = settings.route(event, rules);
        List<PlannedNotification> drafts = new ArrayList<>(toChannels(event, routing));
        drafts.addAll(toThreadsOfOriginal(event, routing));
        drafts.addAll(toPeople(event.withoutLog(), routing, settings));
        return drafts;
    }

    /** While it runs: for the channels of those who hear of that by a rule. */
    public List<PlannedNotification> milestone(BuildEvent event, JobRules rules) {
        return settings.route(event, rules).routes().stream()
                .flatMap(route -> story.planMilestone(notification(event, route, settings)).stream())
                .toList();
    }

    private List<PlannedNotification> toChannels(BuildEvent event, RoutingResult routing) {
        return Stream.concat(routing.routes().stream(), toldBefore(event, routing))
                .map(route -> notification(event, route, settings))
                .flatMap(news -> story.planCompleted(news).stream())
                .toList();
    }

    private List<PlannedNotification> toThreadsOfOriginal(BuildEvent event, RoutingResult routing) {
        BuildKey original = event.findings().rerunOf();
        if (original == null) {
            return List.of();
        }
        List<Destination> routed = destinations(routing);
        return story.destinationsOf(original).stream()
                .distinct()
                .flatMap(place -> story
                        .planRerun(
                                notification(
                                        event, new Route(place, MessageOptions.DEFAULT, routing.severity()), settings),
                                routed.contains(place))
                        .stream())
                .toList();
    }

    private static List<Destination> destinations(RoutingResult routing) {
        return routing.routes().stream().map(Route::destination).toList();
    }

    /** Where it was told of while it ran, as far as no rule leads there. */
    private Stream<Route> toldBefore(BuildEvent event, RoutingResult routing) {
        List<Destination> routed = destinations(routing);
        return story.destinationsWhileRunning(event.key()).stream()
                .distinct()
                .filter(destination -> !routed.contains(destination))
                .map(destination -> new Route(destination, MessageOptions.DEFAULT, routing.severity()));
    }

    public static Notification notification(BuildEvent event, Route route, EngineSettings settings) {
        BuildEvent allowed = settings.details(route.options()).restrict(event);
        return new Notification(allowed, route.severity(), null, route.destination(), null, false)
                .routed(route.options());
    }

    /** Who they are is found out later: it may take a question to Slack, or to a security realm. */
    public static List<PlannedNotification> toPeople(BuildEvent event, RoutingResult routing, EngineSettings settings) {
        List<PlannedNotification> drafts = new ArrayList<>();
        if (settings.people().addressees().maximumCount(event.participants()) > 0) {
            Notification news = Notification.toPeople(event, settings.rate(event), null, null, null);
            drafts.add(new PlannedNotification(DeliveryIds.ofCompleted(event.key(), news.destination()), news, true));
        }
        Addressees named = routing.people();
        if (named.maximumCount(event.participants()) > 0) {
            Notification news = Notification.toPeople(event, routing.severity(), null, null, named);
            drafts.add(new PlannedNotification(
                    DeliveryIds.ofCompleted(event.key(), news.destination()) + "-rules", news, true));
        }
        return drafts;
    }
}
