package io.jenkins.plugins.slacknotify.page;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.ModelObject;
import java.util.List;
import java.util.function.Supplier;

/**
 * A tab of the page Manage Jenkins » Slack. The tabs stand in its side panel, in the order of the ordinals of their extensions, the
 * highest first. The view {@code index} of a tab includes {@code sidepanel.jelly}.
 *
 * <p>{@link SlackPage} lets only administrators in. A method that changes something checks that again.
 */
public abstract class SlackTab implements ExtensionPoint, ModelObject {
    private final String urlName;
    private final String icon;
    private final Supplier<String> displayName;

    /**
     * @param urlName the segment of the address below {@code manage/slack/}
     * @param icon the symbol that stands before its name in the side panel
     * @param displayName its name in the language of the reader
     */
    protected SlackTab(String urlName, String icon, Supplier<String> displayName) {
        this.urlName = urlName;
        this.icon = icon;
        this.displayName = displayName;
    }

    public String getUrlName() {
        return urlName;
    }

    public String getIcon() {
        return icon;
    }

    @Override
    public String getDisplayName() {
        return displayName.get();
    }

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
