package io.jenkins.plugins.slacknotify.subscription;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.RuleSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The policy that follows from subscriptions and mutes, as the engine asks it. Every method but {@link #allows} reads memory only, as a
 * build waits for it. Safe for use by many threads.
 */
public interface SubscriptionPolicy {
    /** There are no subscriptions and no mutes. */
    SubscriptionPolicy NONE = new SubscriptionPolicy() {};

    /** Returns the rules of the subscriptions that can be for a job; empty where none is. */
    default Optional<RuleSet> rulesOf(String job) {
        return Optional.empty();
    }

    /**
     * Returns the mute that keeps the news of a job from a channel.
     *
     * @param channelId its id, which is unique in Slack. Its name may be that of another channel tomorrow
     */
    default Optional<Mute> silencing(String channelId, String job) {
        return Optional.empty();
    }

    /** Returns patterns for the jobs of which an account gets no direct messages at this moment. */
    default List<String> quietJobs(String account) {
        return List.of();
    }

    /** Takes in that a build has ended, so that what was silenced until it is good ends. Writes no file itself, as a build waits for it. */
    default void completed(BuildEvent event) {}

    /**
     * Takes in that a channel has another id now. May write small files.
     *
     * @param reached the destinations that the report is about, as others are of workspaces for which the app may not speak
     */
    default void channelMoved(Predicate<Destination> reached, String channel, String newChannel) {}

    /** Takes in what a channel is called, without {@code #}, on the terms of {@link #channelMoved}. May write small files. */
    default void channelNamed(Predicate<Destination> reached, String channel, String name) {}

    /**
     * Whether a message goes where a subscription has led it, at this moment. Another subscription for the same conversation
     * that is for the build as well counts like the first.
     *
     * @param subscription the id
     * @param rights of accounts to the build's job; what it throws goes to the caller
     */
    default boolean allows(String subscription, BuildEvent event, Severity severity, AuthorRights rights) {
        return false;
    }
}
