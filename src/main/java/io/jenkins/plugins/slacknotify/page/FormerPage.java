package io.jenkins.plugins.slacknotify.page;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.ManagementLink;
import hudson.security.Permission;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.Stapler;
import org.kohsuke.stapler.StaplerProxy;
import org.kohsuke.stapler.StaplerRequest2;

/**
 * An address that a tab of {@link SlackPage} had before there was that page. A browser there is redirected to the tab; what scripts send
 * there is answered as before. Manage Jenkins does not show it.
 */
public abstract class FormerPage extends ManagementLink implements StaplerProxy {
    private final String address;
    private final String tab;

    FormerPage(String address, String tab) {
        this.address = address;
        this.tab = tab;
    }

    /** Returns null: Manage Jenkins leaves out what has no icon. */
    @CheckForNull
    @Override
    public String getIconFileName() {
        return null;
    }

    @CheckForNull
    @Override
    public String getDisplayName() {
        return null;
    }

    @Override
    public String getUrlName() {
        return address;
    }

    @Override
    public Permission getRequiredPermission() {
        return Jenkins.ADMINISTER;
    }

    @Override
    public Category getCategory() {
        return Category.CONFIGURATION;
    }

    /** Returns the tab for addresses below the former one, and this object for the former address itself. */
    @Override
    public Object getTarget() {
        Object page = ExtensionList.lookupSingleton(SlackPage.class).getTarget();
        return Stapler.getCurrentRequest2().getRestOfPath().replace("/", "").isEmpty()
                ? this
                : ((SlackPage) page).getDynamic(tab);
    }

    /** Leads to the tab, with the same query. */
    public HttpResponse doIndex(StaplerRequest2 request) {
        String query = request.getQueryString();
        return HttpResponses.redirectTo(
                request.getContextPath() + "/" + SlackPage.ADDRESS + tab + "/" + (query == null ? "" : "?" + query));
    }

    /** The former address of the tab App. */
    @Extension
    public static class App extends FormerPage {
        public App() {
            super("slack-app", "app");
        }
    }

    /** The former address of the tab Deliveries. */
    @Extension
    public static class Deliveries extends FormerPage {
        public Deliveries() {
            super("slack-deliveries", "deliveries");
        }
    }

    /** The former address of the tab Preview. */
    @Extension
    public static class Preview extends FormerPage {
        public Preview() {
            super("slack-preview", "preview");
        }
    }

    /** The former address of the tab Accounts. */
    @Extension
    public static class Accounts extends FormerPage {
        public Accounts() {
            super("slack-accounts", "accounts");
        }
    }
}
