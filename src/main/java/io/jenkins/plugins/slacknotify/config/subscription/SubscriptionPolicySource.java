package io.jenkins.plugins.slacknotify.config.subscription;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import io.jenkins.plugins.slacknotify.subscription.SubscriptionPolicy;

/** Knows the subscriptions and mutes of this Jenkins. They are kept above this package, by what knows accounts. */
public interface SubscriptionPolicySource extends ExtensionPoint {
    /** Returns the policy that follows from these subscriptions and mutes now. */
    SubscriptionPolicy policy();

    /** Returns the policy of this Jenkins. */
    static SubscriptionPolicy current() {
        return ExtensionList.lookup(SubscriptionPolicySource.class).stream()
                .findFirst()
                .map(SubscriptionPolicySource::policy)
                .orElse(SubscriptionPolicy.NONE);
    }
}
