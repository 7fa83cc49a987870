package io.jenkins.plugins.slacknotify.routing;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import java.util.List;

/** Chooses the destinations of an event. */
public record Router(List<Subscription> subscriptions) {
    public Router {
        subscriptions = List.copyOf(subscriptions);
    }

    /** Each destination once, in the order of the subscriptions. */
    public List<Destination> route(BuildEvent event) {
        return subscriptions.stream()
                .filter(subscription -> subscription.wants(event))
                .map(Subscription::destination)
                .distinct()
                .toList();
    }
}
