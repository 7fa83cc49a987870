package io.jenkins.plugins.slacknotify.page.list;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.page.SlackTab;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A tab with tables of elements of the routing. */
public abstract class ListTab extends SlackTab {
    private final List<ElementList<?>> lists;

    /** @param lists in the order of the page */
    ListTab(String urlName, String icon, Supplier<String> displayName, RoutingList<?>... lists) {
        super(urlName, icon, displayName);
        this.lists = Stream.of(lists)
                .<ElementList<?>>map(list -> new ElementList<>(this, list))
                .toList();
    }

    /** The lists, in the order of the page. */
    public List<ElementList<?>> getLists() {
        return lists;
    }

    /** Finds the list of the elements whose addresses have this segment. */
    @CheckForNull
    public ElementList<?> getDynamic(String segment) {
        return lists.stream()
                .filter(list -> list.getSegment().equals(segment))
                .findFirst()
                .orElse(null);
    }
}
