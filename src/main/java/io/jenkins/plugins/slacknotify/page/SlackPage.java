package io.jenkins.plugins.slacknotify.page;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.ManagementLink;
import hudson.security.Permission;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.StaplerProxy;

/**
 * The page Manage Jenkins » Slack, where everything about this plugin is: a tab for each group of settings, and for what becomes of
 * messages.
 */
@Extension
public class SlackPage extends ManagementLink implements StaplerProxy {
    /** The address of the page below the root of Jenkins, with a slash at its end. */
    public static final String ADDRESS = "manage/slack/";

    @Override
    public String getIconFileName() {
        return "symbol-paper-plane-outline";
    }

    @Override
    public String getDisplayName() {
        return Messages.SlackPage_displayName();
    }

    @Override
    public String getDescription() {
        return Messages.SlackPage_description();
    }

    @Override
    public String getUrlName() {
        return "slack";
    }

    @Override
    public Permission getRequiredPermission() {
        return Jenkins.ADMINISTER;
    }

    @Override
    public Category getCategory() {
        return Category.CONFIGURATION;
    }

    /** Returns this page to administrators, and throws an exception for everybody else. */
    @Override
    public Object getTarget() {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return this;
    }

    /** Leads to the first tab with which somebody begins. */
    public HttpResponse doIndex() {
        SlackTab start =
                SlackTab.all().stream().filter(SlackTab::isStart).findFirst().orElseThrow();
        return HttpResponses.redirectTo(start.getUrlName() + "/");
    }

    /** Finds the tab of an address. */
    @CheckForNull
    public SlackTab getDynamic(String name) {
        return SlackTab.all().stream()
                .filter(tab -> tab.getUrlName().equals(name))
                .findFirst()
                .orElse(null);
    }
}
