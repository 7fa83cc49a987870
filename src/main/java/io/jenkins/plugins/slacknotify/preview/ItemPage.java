package io.jenkins.plugins.slacknotify.preview;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Action;
import hudson.model.Item;
import hudson.security.Permission;
import org.kohsuke.stapler.StaplerProxy;

/** "Slack notifications" beside an item. */
public abstract class ItemPage implements Action, StaplerProxy {
    private final Item item;
    private final Permission permission;

    /** @param permission what one has to have for the item, to see the page and to come as far as its methods */
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

    /** Lets nobody else as far as the page and its methods. */
    @Override
    public Object getTarget() {
        item.checkPermission(permission);
        return this;
    }
}
