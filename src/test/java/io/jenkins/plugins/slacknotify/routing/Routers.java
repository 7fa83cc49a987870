package io.jenkins.plugins.slacknotify.routing;

import io.jenkins.plugins.slacknotify.event.EventKind;
import java.util.List;
import java.util.Set;

/** Fixture with rules and routers for tests. */
public final class Routers {
    private Routers() {}

    /** Returns a rule that notifies a channel of these kinds of event. */
    public static Rule notifying(Destination destination, Set<EventKind> kinds) {
        return Rule.builder("To " + destination.label(), Condition.ofEvents(kinds))
                .targets(List.of(DestinationProfile.of(destination)))
                .build();
    }

    /** Returns a router whose only rules are these, as those of the system channel. */
    public static Router of(List<Rule> rules) {
        return new Router(List.of(new RuleSet(RuleScope.SYSTEM_CHANNEL, "", rules)));
    }
}
