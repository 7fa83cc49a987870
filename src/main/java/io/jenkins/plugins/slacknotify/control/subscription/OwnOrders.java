package io.jenkins.plugins.slacknotify.control.subscription;

import io.jenkins.plugins.slacknotify.interaction.subscription.SubscriptionSentences;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import io.jenkins.plugins.slacknotify.subscription.RestReason;
import java.time.ZoneId;
import java.util.List;

/** The subscriptions and mutes that an account has made, as lines in mrkdwn. Reads memory only. */
public final class OwnOrders {
    private static final int NAME_LIMIT = 100;

    private OwnOrders() {}

    /** Returns the account's own subscriptions, wherever they are. */
    public static List<String> subscriptions(String account) {
        return SlackSubscriptions.get().subscriptions().all().stream()
                .filter(one -> one.author().account().equals(account))
                .map(one -> {
                    RestReason rest = one.rest();
                    return "`" + one.id() + "` " + SubscriptionSentences.filter(one.filter()) + " for "
                            + Mrkdwn.line(one.place().label(), NAME_LIMIT)
                            + (rest == null ? "" : "; it rests, as " + rest.sentence());
                })
                .toList();
    }

    /** Returns what is muted for the account alone, for a time. */
    public static List<String> mutes(String account) {
        return SlackSubscriptions.get().mutes().of(account).stream()
                .map(mute -> "`" + mute.id() + "` " + SubscriptionSentences.jobs(mute.jobs()) + " "
                        + SubscriptionSentences.end(mute, ZoneId.systemDefault()))
                .toList();
    }
}
