package io.jenkins.plugins.slacknotify.routing;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.EventKind;
import java.util.Collections;
import java.util.Set;

/** A destination and the kinds of event that it hears of. */
public record Subscription(Destination destination, Set<EventKind> events) {
    public Subscription {
        events = Set.copyOf(events);
    }

    boolean wants(BuildEvent event) {
        return !Collections.disjoint(events, event.kinds());
    }
}
