package io.jenkins.plugins.slacknotify.engine.receipt;

import io.jenkins.plugins.slacknotify.engine.notification.PeopleLookup;
import io.jenkins.plugins.slacknotify.people.ExclusionReason;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The result of a {@link PeopleLookup}, in numbers. Holds no names.
 *
 * @param notified how many messages were handed over
 * @param excluded how many people were left out, for each reason
 */
public record PeopleReceipt(int notified, Map<ExclusionReason, Integer> excluded) implements Receipt {
    public PeopleReceipt {
        excluded = Map.copyOf(excluded);
    }

    /** Whether the receipt says anything that somebody may look for. */
    public boolean isOfInterest() {
        return notified > 0 || excluded.keySet().stream().anyMatch(reason -> !reason.isByPreferences());
    }

    /** The result in words, such as "2 people told; left out: 1 without an account here". */
    public String describe() {
        String words = notified == 1 ? "1 person told" : notified + " people told";
        String others = excluded.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getValue() + " " + describe(entry.getKey()))
                .collect(Collectors.joining(", "));
        return others.isEmpty() ? words : words + "; left out: " + others;
    }

    private static String describe(ExclusionReason reason) {
        return switch (reason) {
            case NO_PERSON -> "that is not a person";
            case NO_ACCOUNT -> "without an account in this Jenkins";
            case MAY_NOT_READ -> "who may not see the job";
            case DOES_NOT_WANT -> "by their own preferences";
            case NOT_IN_SLACK -> "not found in Slack";
            case NOT_TOLD -> "of whom Slack has not told who they are";
            case DEACTIVATED -> "deactivated in Slack";
            case PAUSED -> "who have paused their messages";
            case QUIET_JOB -> "who have made the job quiet";
            case OTHER_EVENTS_CHOSEN -> "who have chosen other events";
            case MORE_SEVERE_CHOSEN -> "who have chosen more severe builds";
            case OTHER_EVENTS_BY_DEFAULT -> "who have chosen nothing, and the default has other events";
            case MORE_SEVERE_BY_DEFAULT -> "who have chosen nothing, and the default has more severe builds";
            case READS_CHANNEL -> "who read it in a channel";
        };
    }
}
