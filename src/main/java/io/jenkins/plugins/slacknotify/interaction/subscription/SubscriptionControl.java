package io.jenkins.plugins.slacknotify.interaction.subscription;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.subscription.Mute;
import io.jenkins.plugins.slacknotify.subscription.Mutes;
import io.jenkins.plugins.slacknotify.subscription.Subscription;
import io.jenkins.plugins.slacknotify.subscription.SubscriptionAuthor;
import io.jenkins.plugins.slacknotify.subscription.SubscriptionFilter;
import io.jenkins.plugins.slacknotify.subscription.SubscriptionTarget;
import io.jenkins.plugins.slacknotify.subscription.Subscriptions;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * The port to subscriptions and mutes, and to what decides about them. Calls run on the caller's thread; {@code
 * AccountsUnavailableException} where the security realm does not answer.
 */
public interface SubscriptionControl {
    Subscriptions subscriptions();

    Mutes mutes();

    /**
     * Returns the mutes that are for an account alone, as its owner has made them. Mutes of a former account of the same id have
     * another member.
     */
    List<Mute> mutesOf(String account);

    /**
     * Returns the conversation in which a request was made.
     *
     * @param channelName as the request tells it; null where it does not
     * @return empty where there is none, or no bot is configured that could write there
     */
    Optional<SubscriptionTarget> target(RequestOrigin origin, @CheckForNull String channelName);

    /**
     * Returns whether messages arrive in the conversation of a request. Asks Slack.
     *
     * @return empty where Slack does not say
     */
    Optional<Boolean> reaches(RequestOrigin origin);

    /** Explains why the administrators do not let somebody subscribe a target; empty where they do. */
    Optional<String> refusal(SubscriptionAuthor author, SubscriptionTarget target);

    /** Counts the builds of the last week that match, among those that an account may read. Takes two seconds at most. */
    Forecast forecast(String account, SubscriptionFilter filter);

    /** Returns those of some names in a mention by which this Jenkins finds nobody; of an e-mail address, Slack alone can tell. */
    List<String> unknown(List<String> mention);

    /** Asks again whether subscriptions rest. */
    void check(List<Subscription> some);

    /** Returns the moment, in the time zone of this Jenkins. */
    ZonedDateTime now();

    /** Returns the time zone in which the owner of an account means times. */
    ZoneId zoneOf(String account);

    /**
     * Returns when a request came, in the time zone of the account that asks. A time such as an hour counts from then: the attempt that
     * does what was asked for may come after a restart.
     */
    default ZonedDateTime timeOf(RequestOrigin origin, String account) {
        return origin.receivedAt().atZone(zoneOf(account));
    }
}
