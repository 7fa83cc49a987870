package io.jenkins.plugins.slacknotify.page.list;

import io.jenkins.plugins.slacknotify.config.form.ListElement;
import io.jenkins.plugins.slacknotify.config.rules.SystemRouting;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the elements of a routing again after a change. Elements have no ids, names are not unique, and a rule need not have any. A change
 * keeps the elements that it does not change as the objects that they are, and has a changed one stand in the place of the former.
 */
final class ElementSuccession {
    private final Map<ListElement, ListElement> successors = new IdentityHashMap<>();

    private ElementSuccession() {}

    static ElementSuccession between(SystemRouting before, SystemRouting after) {
        ElementSuccession succession = new ElementSuccession();
        RoutingList.ALL.forEach(list -> succession.add(list.of(before), list.of(after)));
        return succession;
    }

    /**
     * The rest of both lists consists of elements that were changed, if it is equally long: a form changes one element of a list, and a new
     * name changes any number where they stand.
     */
    private void add(List<? extends ListElement> before, List<? extends ListElement> after) {
        List<? extends ListElement> gone = without(before, after);
        List<? extends ListElement> come = without(after, before);
        if (gone.size() == come.size()) {
            for (int index = 0; index < gone.size(); index++) {
                successors.put(gone.get(index), come.get(index));
            }
        }
    }

    private static List<? extends ListElement> without(
            List<? extends ListElement> elements, List<? extends ListElement> others) {
        Set<ListElement> same = Collections.newSetFromMap(new IdentityHashMap<>());
        same.addAll(others);
        return elements.stream().filter(element -> !same.contains(element)).toList();
    }

    /** Returns the element that is in the place of one of before: itself where it was not changed, or is gone. */
    ListElement successor(ListElement former) {
        return successors.getOrDefault(former, former);
    }
}
