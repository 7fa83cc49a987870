package io.jenkins.plugins.slacknotify.admin;

import hudson.Extension;
import hudson.model.AdministrativeMonitor;
import io.jenkins.plugins.slacknotify.lifecycle.InboundLifecycle;
import io.jenkins.plugins.slacknotify.page.SlackPage;
import java.time.Instant;
import java.util.List;

/**
 * The alert that shows administrators inside Jenkins what keeps requests of Slack from it, and what is wrong with credentials and
 * environment variables. It goes away when that is fixed.
 */
@Extension
public class InboundProblemsMonitor extends AdministrativeMonitor {
    @Override
    public String getDisplayName() {
        return Messages.InboundProblemsMonitor_displayName();
    }

    @Override
    public boolean isActivated() {
        return !getProblems().isEmpty();
    }

    /**
     * The sentences that the alert shows. Reads no disk and asks nobody, because Jenkins asks on every page that an administrator opens.
     */
    public List<String> getProblems() {
        return InboundAlerts.of(InboundLifecycle.get().status(), Instant.now());
    }

    /** Returns whether somebody has to decide on what a copied home has left; the page of the Slack app does it. */
    public boolean isCopy() {
        return InboundLifecycle.get().status().store().copied() > 0;
    }

    /** Returns the address of the page of the Slack app below the root of Jenkins. */
    public String getPageUrl() {
        return SlackPage.ADDRESS + SlackAppPage.URL;
    }
}
