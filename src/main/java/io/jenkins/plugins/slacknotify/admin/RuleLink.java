package io.jenkins.plugins.slacknotify.admin;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Item;
import hudson.model.Job;
import hudson.security.Permission;
import io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle;
import io.jenkins.plugins.slacknotify.page.SlackPage;
import io.jenkins.plugins.slacknotify.routing.RuleOrigin;
import java.time.Instant;
import java.util.Optional;
import jenkins.model.Jenkins;

/**
 * The rule that has sent a message: what it is called, and the page where it stands.
 *
 * @param owner the full name that the job or folder has now
 */
public record RuleLink(RuleOrigin origin, String owner) {
    /** @param asOf when the job or folder had the name of the origin; what has that now may be another one */
    static Optional<RuleLink> of(@CheckForNull RuleOrigin origin, Instant asOf) {
        return Optional.ofNullable(origin)
                .map(rule ->
                        new RuleLink(rule, EngineLifecycle.get().engine().jobs().current(rule.owner(), asOf)));
    }

    /** The name of the rule, with the job or folder whose rule it is. */
    public String label() {
        return switch (origin.scope()) {
            case SYSTEM_CHANNEL -> Messages.RuleLink_systemChannel();
            case SYSTEM -> Messages.RuleLink_system(origin.name());
            case SUBSCRIPTION -> Messages.RuleLink_subscription();
            case FOLDER, JOB -> Messages.RuleLink_of(origin.name(), owner);
        };
    }

    /** The address of the page below the root of Jenkins; null where the reader may not open it, or there is none any more. */
    @CheckForNull
    public String url() {
        return switch (origin.scope()) {
            case SYSTEM_CHANNEL -> ofAdministrators("connection/");
            case SYSTEM -> ofAdministrators("rules/");
            case SUBSCRIPTION -> null;
            case FOLDER, JOB -> ofItem(Jenkins.get().getItemByFullName(owner));
        };
    }

    @CheckForNull
    private static String ofAdministrators(String tab) {
        return Jenkins.get().hasPermission(Jenkins.ADMINISTER) ? SlackPage.ADDRESS + tab : null;
    }

    @CheckForNull
    private static String ofItem(@CheckForNull Item item) {
        if (item == null) {
            return null;
        }
        // What the pages of both ask. Nobody may configure a branch of a multibranch project.
        Permission needed = item instanceof Job ? Item.EXTENDED_READ : Item.CONFIGURE;
        return item.hasPermission(needed) ? item.getUrl() + "slack-notify/" : null;
    }
}
