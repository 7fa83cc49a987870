package io.jenkins.plugins.slacknotify.page.list;

import io.jenkins.plugins.slacknotify.page.SlackTab;
import java.util.List;

/** A tab with tables of elements of the routing. */
public abstract class ListTab extends SlackTab {
    /** The lists, in the order of the page. */
    public abstract List<ElementList<?>> getLists();
}
