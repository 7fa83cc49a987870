package io.jenkins.plugins.slacknotify.engine.planning;

import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.engine.spi.KnownChannels;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.JobRules;
import io.jenkins.plugins.slacknotify.routing.Route;
import io.jenkins.plugins.slacknotify.routing.RoutingResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Routes builds by all rules, and takes into account what is known of channels: one that a rule notifies by its name is not
 * notified a second time by another rule or a subscription that has its id, and one that is muted is not notified.
 */
public final class SubscriptionRouter {
    private final EngineSettings settings;
    private final KnownChannels channels;

    public SubscriptionRouter(EngineSettings settings, KnownChannels channels) {
        this.settings = settings;
        this.channels = channels;
    }

    /** Finds out whom to notify of a build. Reads memory only. */
    public RoutingResult route(BuildEvent event, JobRules rules) {
        RoutingResult result = settings.route(event, rules);
        List<Route> wanted = withoutDoubles(event, result.routes());
        List<Route> heard = wanted.stream()
                .filter(route -> !isMuted(event, route.destination()))
                .toList();
        return result.withRoutes(heard);
    }

    /** Whether a destination gets no news of a build because somebody has muted its job there. Reads memory only. */
    boolean isMuted(BuildEvent event, Destination destination) {
        return channels.idOf(destination, event.key())
                .flatMap(id -> settings.subscriptions().silencing(id, event.ownerJob()))
                .isPresent();
    }

    private List<Route> withoutDoubles(BuildEvent event, List<Route> routes) {
        Set<String> byRules = routes.stream()
                .filter(route -> !isOfSubscription(route))
                .flatMap(route -> channels.idOf(route.destination(), event.key()).stream())
                .collect(Collectors.toSet());
        List<Route> distinct = new ArrayList<>();
        routes.stream()
                .filter(route -> !isOfSubscription(route)
                        || !byRules.contains(route.destination().channel()) && !isNamed(event, route, routes))
                .filter(route -> distinct.stream()
                        .noneMatch(
                                earlier -> channels.areSame(earlier.destination(), route.destination(), event.key())))
                .forEach(distinct::add);
        return distinct;
    }

    private static boolean isOfSubscription(Route route) {
        return route.options().subscription() != null;
    }

    /** Whether a rule notifies the channel by the name that it had when Slack last told it, as far as that may be no other channel by now. */
    private boolean isNamed(BuildEvent event, Route subscription, List<Route> routes) {
        String name = subscription.channelName();
        return name != null
                && routes.stream()
                        .map(Route::destination)
                        .filter(other -> channels.idOf(other, event.key()).isEmpty())
                        .anyMatch(other -> isNamed(other, subscription.destination(), name));
    }

    private static boolean isNamed(Destination other, Destination channel, String name) {
        return other.credentialsId() == null
                && Objects.equals(other.workspace(), channel.workspace())
                && other.channel().equalsIgnoreCase(name);
    }
}
