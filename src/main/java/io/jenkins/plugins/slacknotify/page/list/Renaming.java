package io.jenkins.plugins.slacknotify.page.list;

import io.jenkins.plugins.slacknotify.config.form.ListElement;
import io.jenkins.plugins.slacknotify.config.rules.SystemRouting;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Has the rules and destinations of the system follow a new name, as its pages show one element at a time. Rules of folders and jobs do
 * not follow; their pages and consoles say that a name is gone.
 */
final class Renaming {
    private Renaming() {}

    /** Returns a routing in which everything that named an element of a list names it by its new name. */
    static SystemRouting follow(SystemRouting routing, RoutingList<?> list, String before, String after) {
        SystemRouting renamed = RoutingList.copy(routing);
        if (before.isEmpty() || after.isEmpty() || before.equals(after)) {
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
                    rule -> rule.setTo(rule.getTo().stream()
                            .map(to -> to.equals(before) ? after : to)
                            .toList())));
        } else if (list == RoutingList.TEMPLATES) {
            renamed.setRules(changed(
                    routing.getRules(), rule -> before.equals(rule.getTemplate()), rule -> rule.setTemplate(after)));
        }
        return renamed;
    }

    /** What is invalid stays as somebody has written it. */
    private static <T extends ListElement> List<T> changed(List<T> elements, Predicate<T> which, Consumer<T> change) {
        return elements.stream()
                .map(one -> {
                    if (one.isInvalid() || !which.test(one)) {
                        return one;
                    }
                    T copy = ListElement.copyOf(one);
                    change.accept(copy);
                    return copy;
                })
                .toList();
    }
}
