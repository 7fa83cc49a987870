package io.jenkins.plugins.slacknotify.preview;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Action;
import hudson.model.Item;
import hudson.security.Permission;
import org.kohsuke.stapler.StaplerProxy;

/** The page "Slack notifications" beside an item, with the permission that it takes. */
public abstract class ItemPage implements Action, StaplerProxy {
    private final Item item;
    private final Permission permission;

    /**
     * Makes the page of an item.
     *
     * @param permission what a reader needs for the item, to see the page and to reach its methods
     */
    ItemPage(Item item, Permission permission) {
        this.item = item;
        this.permission = permission;
    }

    @CheckForNull
    @Override
    public String getIconFileName() {
        return item.hasPermission(permission) ? "symbol-paper-plane-outline" : null;
    }

    @Override
    public String getDisplayName() {
        return Messages.JobPage_displayName();
    }

    @Override
    public String getUrlName() {
        return "slack-notify";
    }

    /** Returns this page, and lets nobody without the permission reach it or its methods. */
    @Override
    public Object getTarget() {
        item.checkPermission(permission);
        return this;
    }
}
