package io.jenkins.plugins.slacknotify.engine;

import io.jenkins.plugins.slacknotify.outbox.Delivery;
import io.jenkins.plugins.slacknotify.people.LeftOut;
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
record PeopleReceipt(int told, Map<LeftOut, Integer> leftOut) {
    static PeopleReceipt of(Recipients recipients) {
        return new PeopleReceipt(recipients.told().size(), recipients.leftOut());
    }

    static Optional<PeopleReceipt> read(Delivery delivery) {
        return Optional.ofNullable(delivery.receipt())
                .map(json -> JsonCodec.read(json, PeopleReceipt.class))
                .filter(receipt -> receipt.leftOut != null);
    }

    /** Whether there is anything in it that somebody may look for. */
    boolean isNews() {
        return told > 0 || leftOut.keySet().stream().anyMatch(reason -> reason != LeftOut.DOES_NOT_WANT);
    }

    /** Such as "2 people told; left out: 1 without an account here". */
    String inWords() {
        String words = told == 1 ? "1 person told" : told + " people told";
        String others = leftOut.entrySet().stream()
                .map(entry -> entry.getValue() + " " + inWords(entry.getKey()))
                .collect(Collectors.joining(", "));
        return others.isEmpty() ? words : words + "; left out: " + others;
    }

    private static String inWords(LeftOut reason) {
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
