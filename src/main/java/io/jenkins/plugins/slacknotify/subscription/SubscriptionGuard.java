package io.jenkins.plugins.slacknotify.subscription;

/** The port to what decides whether subscriptions are in force. Each call reads memory only. */
public interface SubscriptionGuard {
    /** Whether the account of an author is still linked with the member who has made a subscription. */
    boolean isLinked(SubscriptionAuthor author);

    /** Whether the administrators let such a subscription be. */
    boolean isPermitted(SubscriptionAuthor author, SubscriptionTarget target);

    /** Takes in that a subscription rests from now on. Called once for each time that it begins to; must not block. */
    void rests(Subscription subscription);
}
