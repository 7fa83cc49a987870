package io.jenkins.plugins.slacknotify.page;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.ModelObject;
import java.util.List;

/**
 * A tab of the page Manage Jenkins » Slack. The tabs stand in its side panel, in the order of the ordinals of their extensions, the
 * highest first. The view {@code index} of a tab includes {@code sidepanel.jelly}.
 *
 * <p>{@link SlackPage} lets only administrators in. A method that changes something checks that again.
 */
public abstract class SlackTab implements ExtensionPoint, ModelObject {
    /** The segment of the address below {@code manage/slack/}. */
    public abstract String getUrlName();

    /** The symbol that stands before its name in the side panel. */
    public abstract String getIcon();

    /** Whether somebody who opens the page begins here. The first of these tabs is shown. */
    public boolean isStart() {
        return true;
    }

    /** The tabs, for the side panel. */
    public List<SlackTab> getTabs() {
        return List.copyOf(all());
    }

    /** The title of the browser's window. */
    public String getTitle() {
        return Messages.SlackTab_title(getDisplayName());
    }

    static ExtensionList<SlackTab> all() {
        return ExtensionList.lookup(SlackTab.class);
    }
}
