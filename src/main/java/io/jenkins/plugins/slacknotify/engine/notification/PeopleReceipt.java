package io.jenkins.plugins.slacknotify.engine.notification;

import io.jenkins.plugins.slacknotify.engine.stored.JsonCodec;
import io.jenkins.plugins.slacknotify.outbox.Delivery;
import io.jenkins.plugins.slacknotify.people.ExclusionReason;
import io.jenkins.plugins.slacknotify.people.Recipients;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What came of the attempt to find the people of a build. Holds no names.
 *
 * @param told how many messages were handed over
 * @param leftOut how many people were left out, for each reason
 */
public record PeopleReceipt(int told, Map<ExclusionReason, Integer> leftOut) {
    public static PeopleReceipt of(Recipients recipients) {
        return new PeopleReceipt(recipients.recipients().size(), recipients.excluded());
    }

    public static Optional<PeopleReceipt> read(Delivery delivery) {
        return Optional.ofNullable(delivery.receipt())
                .map(json -> JsonCodec.read(json, PeopleReceipt.class))
                .filter(receipt -> receipt.leftOut != null);
    }

    /** Whether there is anything in it that somebody may look for. */
    public boolean isNews() {
        return told > 0 || leftOut.keySet().stream().anyMatch(reason -> reason != ExclusionReason.DOES_NOT_WANT);
    }

    /** Such as "2 people told; left out: 1 without an account here". */
    public String describe() {
        String words = told == 1 ? "1 person told" : told + " people told";
        String others = leftOut.entrySet().stream()
                .map(entry -> entry.getValue() + " " + describe(entry.getKey()))
                .collect(Collectors.joining(", "));
        return others.isEmpty() ? words : words + "; left out: " + others;
    }

    private static String describe(ExclusionReason reason) {
        return switch (reason) {
            case NO_PERSON -> "that is no person";
            case NO_ACCOUNT -> "without an account in this Jenkins";
            case MAY_NOT_READ -> "who may not see the job";
            case DOES_NOT_WANT -> "by their own preferences";
            case NOT_IN_SLACK -> "not found in Slack";
            case DEACTIVATED -> "deactivated in Slack";
        };
    }
}
