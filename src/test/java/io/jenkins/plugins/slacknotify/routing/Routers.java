package io.jenkins.plugins.slacknotify.routing;

import io.jenkins.plugins.slacknotify.event.EventKind;
import java.util.List;
import java.util.Set;

/** Rules for tests. */
public final class Routers {
    private Routers() {}

    /** A rule by which a channel hears of these kinds of event. */
    public static Rule hears(Destination destination, Set<EventKind> kinds) {
        return Rule.notifying(
                "To " + destination.label(), Condition.ofEvents(kinds), List.of(DestinationProfile.of(destination)));
    }

    /** The system has these rules, as for its channel. */
    public static Router of(List<Rule> rules) {
        return new Router(List.of(new RuleSet(RuleSet.RuleScope.SYSTEM_CHANNEL, "", rules)));
    }
}
