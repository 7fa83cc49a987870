package io.jenkins.plugins.slacknotify.subscription;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.Rule;
import io.jenkins.plugins.slacknotify.routing.RuleScope;
import io.jenkins.plugins.slacknotify.routing.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The policy that follows from the subscriptions and mutes that this Jenkins stores.
 *
 * <p>A subscription to one job rests from the moment when its author turns out not to read it any more. One to a folder goes on
 * without the jobs that the author may not read, as if they were not there. Either rests where the author is not linked, or has not
 * signed in for so long that nobody knows what the author may.
 */
public final class DefaultSubscriptionPolicy implements SubscriptionPolicy {
    private final Subscriptions subscriptions;
    private final Mutes mutes;
    private final SubscriptionGuard guard;
    private final Executor writers;

    /** @param writers write what a build finds out, later and on another thread */
    public DefaultSubscriptionPolicy(
            Subscriptions subscriptions, Mutes mutes, SubscriptionGuard guard, Executor writers) {
        this.subscriptions = subscriptions;
        this.mutes = mutes;
        this.guard = guard;
        this.writers = writers;
    }

    @Override
    public Optional<RuleSet> rulesOf(String job) {
        List<Rule> rules = new ArrayList<>();
        for (SubscriptionIndex.Entry entry : subscriptions.of(job)) {
            if (isInForce(entry.subscription())) {
                rules.add(entry.rule());
            }
        }
        return rules.isEmpty() ? Optional.empty() : Optional.of(new RuleSet(RuleScope.SUBSCRIPTION, "", rules));
    }

    /** Writes nothing itself, as a build waits for it. */
    private boolean isInForce(Subscription subscription) {
        if (subscription.rest() != null || !guard.isPermitted(subscription.author(), subscription.target())) {
            return false;
        }
        boolean isLinked = guard.isLinked(subscription.author());
        if (!isLinked) {
            restLater(subscription);
        }
        return isLinked;
    }

    private void restLater(Subscription subscription) {
        try {
            writers.execute(() -> rest(subscription, RestingReason.NOT_LINKED));
        } catch (RejectedExecutionException stopping) {
            // The next build finds it out anew.
        }
    }

    private void rest(Subscription subscription, RestingReason reason) {
        if (subscriptions.rest(subscription.id(), reason)) {
            subscriptions.find(subscription.id()).ifPresent(guard::rests);
        }
    }

    @Override
    public Optional<Mute> silencing(String channelId, String job) {
        return mutes.all().stream()
                .filter(mute -> isAt(channelId, mute.target()))
                .filter(mute -> mute.covers(job))
                .findFirst();
    }

    private static boolean isAt(String channelId, @CheckForNull SubscriptionTarget target) {
        return target != null && target.channel().equals(channelId);
    }

    @Override
    public List<String> quietJobs(String account) {
        return mutesOf(account).stream().flatMap(mute -> mute.jobs().stream()).toList();
    }

    /**
     * Returns the mutes that are for an account alone, of the member with whom it is linked: who gets the id of a deleted account inherits
     * no silence.
     */
    public List<Mute> mutesOf(String account) {
        return mutes.of(account).stream()
                .filter(mute -> isOfOwner(mute.author()))
                .toList();
    }

    /** Whether the account of an author is still that of the member who has made a subscription or mute. */
    public boolean isOfOwner(SubscriptionAuthor author) {
        return guard.isLinked(author);
    }

    @Override
    public void completed(BuildEvent event) {
        // A promotion is no build of the job: it may promote an old one while the job is bad.
        boolean isOfJob = event.findings().promotion() == null;
        if (isOfJob
                && !event.running()
                && !event.outcome().isBad()
                && event.outcome().isVerdict()) {
            mutes.fixed(event.ownerJob());
        }
    }

    @Override
    public void channelMoved(Predicate<Destination> reached, String channel, String newChannel) {
        subscriptions.channelMoved(reached, channel, newChannel);
        mutes.channelMoved(reached, channel, newChannel);
    }

    @Override
    public void channelNamed(Predicate<Destination> reached, String channel, String name) {
        subscriptions.channelNamed(reached, channel, name);
    }

    @Override
    public boolean allows(String id, BuildEvent event, Severity severity, AuthorRights rights) {
        Optional<Subscription> first = subscriptions.find(id);
        if (first.isEmpty()) {
            return false;
        }
        SubscriptionTarget target = first.get().target();
        List<Subscription> candidates = new ArrayList<>();
        candidates.add(first.get());
        subscriptions.of(event.ownerJob()).stream()
                .map(SubscriptionIndex.Entry::subscription)
                .filter(other -> !other.id().equals(id) && other.target().isSameAs(target))
                .filter(other -> other.filter()
                        .toCondition()
                        .findMismatch(event, severity)
                        .isEmpty())
                .forEach(candidates::add);
        return candidates.stream().anyMatch(one -> isInForce(one) && mayRead(one, rights));
    }

    private boolean mayRead(Subscription subscription, AuthorRights rights) {
        if (rests(subscription, rights)) {
            return false;
        }
        boolean may = rights.mayRead(subscription.author().account());
        if (!may && isForOneJob(subscription)) {
            rest(subscription, RestingReason.MAY_NOT_READ);
        }
        return may;
    }

    /** Lets a subscription rest whose author's rights nobody knows. */
    private boolean rests(Subscription subscription, AuthorRights rights) {
        boolean mustSignIn = rights.mustSignIn(subscription.author().account());
        if (mustSignIn) {
            rest(subscription, RestingReason.SIGN_IN_TOO_OLD);
        }
        return mustSignIn;
    }

    private static boolean isForOneJob(Subscription subscription) {
        List<String> jobs = subscription.filter().jobs();
        return jobs.size() == 1 && jobs.get(0).indexOf('*') < 0;
    }

    /**
     * Asks again whether a subscription rests.
     *
     * @param rightsTo the rights of accounts to a job, by its full name
     */
    public void check(Subscription subscription, Function<String, AuthorRights> rightsTo) {
        AuthorRights rights =
                rightsTo.apply(subscription.filter().jobs().stream().findFirst().orElse(""));
        if (!guard.isLinked(subscription.author())) {
            rest(subscription, RestingReason.NOT_LINKED);
        } else if (!rests(subscription, rights)) {
            boolean may = !isForOneJob(subscription)
                    || rights.mayRead(subscription.author().account());
            if (may) {
                subscriptions.rest(subscription.id(), null);
            } else {
                rest(subscription, RestingReason.MAY_NOT_READ);
            }
        }
    }
}
