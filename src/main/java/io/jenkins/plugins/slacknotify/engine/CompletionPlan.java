package io.jenkins.plugins.slacknotify.engine;

import io.jenkins.plugins.slacknotify.event.Addressees;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.EventKey;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.JobRules;
import io.jenkins.plugins.slacknotify.routing.Route;
import io.jenkins.plugins.slacknotify.routing.Routing;
import io.jenkins.plugins.slacknotify.routing.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Works out the single messages that the end of a build comes to, or what happens to it while it runs. */
final class CompletionPlan {
    private final EngineSettings settings;
    private final Story story;

    CompletionPlan(EngineSettings settings, Story story) {
        this.settings = settings;
        this.story = story;
    }

    /** For everybody who hears of the build by a rule, and wherever it was told of while it ran. */
    List<Draft> drafts(BuildEvent event, JobRules rules) {
        Routing routing = settings.route(event, rules);
        List<Draft> drafts = new ArrayList<>(toChannels(event, routing));
        drafts.addAll(toThreadsOfOriginal(event, routing));
        drafts.addAll(toPeople(event.withoutLog(), routing, settings));
        return drafts;
    }

    /** While it runs: for the channels of those who hear of that by a rule. */
    List<Draft> happening(BuildEvent event, JobRules rules) {
        return settings.route(event, rules).routes().stream()
                .flatMap(route -> story.happening(notification(event, route, settings)).stream())
                .toList();
    }

    private List<Draft> toChannels(BuildEvent event, Routing routing) {
        return Stream.concat(routing.routes().stream(), toldBefore(event, routing))
                .map(route -> notification(event, route, settings))
                .flatMap(news -> story.completed(news).stream())
                .toList();
    }

    private List<Draft> toThreadsOfOriginal(BuildEvent event, Routing routing) {
        EventKey original = event.findings().rerunOf();
        if (original == null) {
            return List.of();
        }
        List<Destination> routed = destinations(routing);
        return story.told(original).stream()
                .distinct()
                .flatMap(place -> story
                        .rerun(
                                notification(event, new Route(place, Style.PLAIN, routing.severity()), settings),
                                routed.contains(place))
                        .stream())
                .toList();
    }

    private static List<Destination> destinations(Routing routing) {
        return routing.routes().stream().map(Route::destination).toList();
    }

    /** Where it was told of while it ran, as far as no rule leads there. */
    private Stream<Route> toldBefore(BuildEvent event, Routing routing) {
        List<Destination> routed = destinations(routing);
        return story.toldWhileRunning(event.key()).stream()
                .distinct()
                .filter(destination -> !routed.contains(destination))
                .map(destination -> new Route(destination, Style.PLAIN, routing.severity()));
    }

    static Notification notification(BuildEvent event, Route route, EngineSettings settings) {
        BuildEvent allowed = settings.details(route.style()).allowed(event);
        return new Notification(allowed, route.severity(), null, route.destination(), null, false)
                .routed(route.style());
    }

    /** Who they are is found out later: it may take a question to Slack, or to a security realm. */
    static List<Draft> toPeople(BuildEvent event, Routing routing, EngineSettings settings) {
        List<Draft> drafts = new ArrayList<>();
        if (settings.people().addressees().mostAmong(event.participants()) > 0) {
            Notification news = Notification.toPeople(event, settings.rate(event), null, null, null);
            drafts.add(new Draft(DeliveryIds.ofCompleted(event.key(), news.destination()), news, true));
        }
        Addressees named = routing.people();
        if (named.mostAmong(event.participants()) > 0) {
            Notification news = Notification.toPeople(event, routing.severity(), null, null, named);
            drafts.add(new Draft(DeliveryIds.ofCompleted(event.key(), news.destination()) + "-rules", news, true));
        }
        return drafts;
    }
}
