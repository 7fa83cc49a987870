package io.jenkins.plugins.slacknotify.control.home;

import io.jenkins.plugins.slacknotify.control.ReadableJobs;
import io.jenkins.plugins.slacknotify.control.subscription.SlackSubscriptions;
import io.jenkins.plugins.slacknotify.event.text.BranchNames;
import io.jenkins.plugins.slacknotify.interaction.subscription.SubscriptionSentences;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import io.jenkins.plugins.slacknotify.subscription.Mute;
import io.jenkins.plugins.slacknotify.subscription.Subscription;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Describes what somebody has subscribed to and muted in Slack, a line each, in mrkdwn. */
final class SubscriptionLines {
    private static final int MAX_NAME = 150;
    private static final int JOBS_SHOWN = 3;

    private SubscriptionLines() {}

    /** Called as the account. */
    static List<String> subscriptions(String account) {
        return SlackSubscriptions.get().madeBy(account).stream()
                .map(subscription -> line(subscription, ReadableJobs::mayReadNamesIn))
                .toList();
    }

    /** Called as the account. */
    static List<String> mutes(String account) {
        return SlackSubscriptions.get().mutesOf(account).stream()
                .map(mute -> line(mute, ReadableJobs::mayReadNamesIn))
                .toList();
    }

    /** @param mayRead tells of a pattern whether the account may read the names in it */
    static String line(Subscription subscription, Predicate<String> mayRead) {
        return jobs(subscription.filter().jobs(), mayRead) + " to "
                + Mrkdwn.line(subscription.target().label(), MAX_NAME)
                + (subscription.rest() == null ? "" : ", which rests; `list` there says why");
    }

    /** @param mayRead tells of a pattern whether the account may read the names in it */
    static String line(Mute mute, Predicate<String> mayRead) {
        return jobs(mute.jobs(), mayRead) + " " + SubscriptionSentences.end(mute);
    }

    private static String jobs(List<String> patterns, Predicate<String> mayRead) {
        if (!patterns.stream().allMatch(mayRead)) {
            return SubscriptionSentences.HIDDEN;
        }
        return patterns.stream()
                        .limit(JOBS_SHOWN)
                        .map(pattern -> Mrkdwn.quoted(BranchNames.readable(pattern), MAX_NAME))
                        .collect(Collectors.joining(", "))
                + (patterns.size() > JOBS_SHOWN ? " and more" : "");
    }
}
