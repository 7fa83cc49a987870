package io.jenkins.plugins.slacknotify.subscription;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A guard that says yes until it is told otherwise. */
public final class FakeSubscriptionGuard implements SubscriptionGuard {
    public final Set<String> unlinked = new HashSet<>();
    public final List<String> rested = new ArrayList<>();
    public boolean permits = true;

    @Override
    public boolean isLinked(SubscriptionAuthor author) {
        return !unlinked.contains(author.account());
    }

    @Override
    public boolean isPermitted(SubscriptionAuthor author, SubscriptionTarget target) {
        return permits;
    }

    @Override
    public void rests(Subscription subscription) {
        rested.add(subscription.id() + " " + subscription.rest());
    }
}
