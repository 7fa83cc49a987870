package io.jenkins.plugins.slacknotify.control.subscription;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.Computer;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.config.subscription.SubscriptionPolicySource;
import io.jenkins.plugins.slacknotify.control.AsAccount;
import io.jenkins.plugins.slacknotify.control.ReadableJobs;
import io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle;
import io.jenkins.plugins.slacknotify.people.account.AccountsUnavailableException;
import io.jenkins.plugins.slacknotify.personal.RealmAccounts;
import io.jenkins.plugins.slacknotify.personal.SlackLinks;
import io.jenkins.plugins.slacknotify.subscription.AuthorRights;
import io.jenkins.plugins.slacknotify.subscription.DefaultSubscriptionPolicy;
import io.jenkins.plugins.slacknotify.subscription.Mute;
import io.jenkins.plugins.slacknotify.subscription.Mutes;
import io.jenkins.plugins.slacknotify.subscription.Subscription;
import io.jenkins.plugins.slacknotify.subscription.SubscriptionAuthor;
import io.jenkins.plugins.slacknotify.subscription.SubscriptionGuard;
import io.jenkins.plugins.slacknotify.subscription.SubscriptionPolicy;
import io.jenkins.plugins.slacknotify.subscription.SubscriptionTarget;
import io.jenkins.plugins.slacknotify.subscription.Subscriptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The holder of this Jenkins' subscriptions and mutes, which are in the folder {@code slack-notify} of its home.
 *
 * <p>Safe for use by many threads.
 */
@Extension
public class SlackSubscriptions implements SubscriptionPolicySource {
    private static final Logger LOGGER = Logger.getLogger(SlackSubscriptions.class.getName());

    private final Subscriptions subscriptions;
    private final Mutes mutes;
    private final DefaultSubscriptionPolicy policy;

    /** Reads both files. @throws UncheckedIOException where the disk cannot be read: then nothing must be written over them */
    public SlackSubscriptions() {
        try {
            subscriptions = Subscriptions.in(EngineLifecycle.home(), Clock.systemUTC());
            mutes = Mutes.in(EngineLifecycle.home(), Clock.systemUTC(), Computer.threadPoolForRemoting);
        } catch (IOException e) {
            throw new UncheckedIOException("The subscriptions made in Slack cannot be read", e);
        }
        policy = new DefaultSubscriptionPolicy(subscriptions, mutes, new Guard(), Computer.threadPoolForRemoting);
    }

    /** Returns the one instance of this Jenkins. */
    public static SlackSubscriptions get() {
        return ExtensionList.lookupSingleton(SlackSubscriptions.class);
    }

    Subscriptions subscriptions() {
        return subscriptions;
    }

    Mutes mutes() {
        return mutes;
    }

    /** Returns the subscriptions that the owner of an account has made, in the order in which they were made. */
    public List<Subscription> madeBy(String account) {
        return subscriptions.all().stream()
                .filter(one -> one.author().account().equals(account) && policy.isOfOwner(one.author()))
                .toList();
    }

    /** Returns the mutes that are for an account alone, and that its owner has made. */
    public List<Mute> mutesOf(String account) {
        return policy.mutesOf(account);
    }

    @Override
    public SubscriptionPolicy policy() {
        return policy;
    }

    /** Asks again whether a subscription rests. Asks the security realm on the caller's thread. */
    void check(Subscription subscription) {
        try {
            policy.check(subscription, Rights::new);
        } catch (AccountsUnavailableException e) {
            LOGGER.log(Level.FINE, "Whether a subscription rests is asked again later", e);
        }
    }

    private record Rights(String job) implements AuthorRights {
        @Override
        public boolean mayRead(String account) {
            return AsAccount.call(account, () -> ReadableJobs.find(job).isPresent())
                    .orElse(false);
        }

        @Override
        public boolean mustSignIn(String account) {
            return AsAccount.mustSignIn(account);
        }
    }

    private static final class Guard implements SubscriptionGuard {
        @Override
        public boolean isLinked(SubscriptionAuthor author) {
            return SlackLinks.isLinked(author.account(), author.installation(), author.member());
        }

        @Override
        public boolean isPermitted(SubscriptionAuthor author, SubscriptionTarget target) {
            return SlackNotifyConfiguration.get()
                    .getInbound()
                    .getSubscriptions()
                    .refusal(RealmAccounts.namesOf(author.account()), target)
                    .isEmpty();
        }

        @Override
        public void rests(Subscription subscription) {
            RestingSubscriptionNotices.send(subscription);
        }
    }
}
