package io.jenkins.plugins.slacknotify.page.list;

import io.jenkins.plugins.slacknotify.config.form.ListElement;
import io.jenkins.plugins.slacknotify.config.inbound.InboundConfig;
import io.jenkins.plugins.slacknotify.config.rules.SystemRouting;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Updates the references to an element of the routing that was renamed: in the rules, destinations and Slack apps of the system. Its pages
 * show one element at a time, so nobody would see the others. References in folders and jobs stay; their pages and consoles say that
 * the name is gone.
 */
final class ReferenceUpdater {
    private ReferenceUpdater() {}

    /** Returns a routing in which everything that named an element of a list names it by its new name. */
    static SystemRouting update(SystemRouting routing, RoutingList<?> list, String before, String after) {
        SystemRouting renamed = routing.copy();
        if (!isRenamed(before, after)) {
            return renamed;
        }
        if (list == RoutingList.WORKSPACES) {
            renamed.setDestinations(changed(
                    routing.getDestinations(),
                    destination -> before.equals(destination.getWorkspace()),
                    destination -> destination.setWorkspace(after)));
        } else if (list == RoutingList.DESTINATIONS) {
            renamed.setRules(changed(
                    routing.getRules(),
                    rule -> rule.getTo().contains(before),
                    rule -> rule.setTo(renamed(rule.getTo(), before, after))));
            renamed.setChannelLimits(changed(
                    routing.getChannelLimits(),
                    limit -> limit.getChannels().contains(before),
                    limit -> limit.setChannels(renamed(limit.getChannels(), before, after))));
        } else if (list == RoutingList.TEMPLATES) {
            renamed.setRules(changed(
                    routing.getRules(), rule -> before.equals(rule.getTemplate()), rule -> rule.setTemplate(after)));
        }
        return renamed;
    }

    /** Returns the inbound settings, in which every app that named a workspace names it by its new name. */
    static InboundConfig update(InboundConfig inbound, RoutingList<?> list, String before, String after) {
        return list == RoutingList.WORKSPACES && isRenamed(before, after)
                ? inbound.withRenamedWorkspace(before, after)
                : inbound;
    }

    /** Whether an element that has a name gets another one. */
    static boolean isRenamed(String before, String after) {
        return !before.isEmpty() && !after.isEmpty() && !before.equals(after);
    }

    private static List<String> renamed(List<String> names, String before, String after) {
        return names.stream().map(name -> name.equals(before) ? after : name).toList();
    }

    /**
     * Returns the elements, with a changed copy in place of each for which a condition holds. Other invalid values of an element stay as
     * they are.
     */
    private static <T extends ListElement> List<T> changed(List<T> elements, Predicate<T> which, Consumer<T> change) {
        return elements.stream()
                .map(one -> {
                    if (!which.test(one)) {
                        return one;
                    }
                    T copy = ListElement.copyOf(one);
                    change.accept(copy);
                    return copy;
                })
                .toList();
    }
}
