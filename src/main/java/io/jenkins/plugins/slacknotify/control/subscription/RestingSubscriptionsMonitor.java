package io.jenkins.plugins.slacknotify.control.subscription;

import hudson.Extension;
import hudson.model.AdministrativeMonitor;
import io.jenkins.plugins.slacknotify.subscription.RestingReason;
import java.util.List;

/** The alert that shows administrators which subscriptions rest. It goes away when they are removed, or in force again. */
@Extension
public class RestingSubscriptionsMonitor extends AdministrativeMonitor {
    private static final int MAX_SHOWN = 10;

    @Override
    public String getDisplayName() {
        return Messages.RestingSubscriptionsMonitor_displayName();
    }

    @Override
    public boolean isActivated() {
        return !getResting().isEmpty();
    }

    /** The first that rest, each with the reason. Reads memory only. */
    public List<String> getResting() {
        return SlackSubscriptions.get().subscriptions().all().stream()
                .filter(one -> one.rest() != null)
                .limit(MAX_SHOWN)
                .map(one -> {
                    RestingReason rest = one.rest();
                    return Messages.RestingSubscriptionsMonitor_rests(
                            one.id(),
                            one.author().account(),
                            one.target().label(),
                            rest == null ? "" : rest.sentence());
                })
                .toList();
    }

    /** Returns the address of the page of subscriptions below the root of Jenkins. */
    public String getPageUrl() {
        return "manage/slack/" + SubscriptionsPage.URL;
    }
}
