package io.jenkins.plugins.slacknotify.page.list;

import io.jenkins.plugins.slacknotify.page.SlackTab;
import java.util.List;
import java.util.function.Supplier;

/** A tab with tables of elements of the routing. */
public abstract class ListTab extends SlackTab {
    ListTab(String urlName, String icon, Supplier<String> displayName) {
        super(urlName, icon, displayName);
    }

    /** The lists, in the order of the page. */
    public abstract List<ElementList<?>> getLists();
}
