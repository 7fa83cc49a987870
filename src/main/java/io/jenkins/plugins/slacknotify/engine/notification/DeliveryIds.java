package io.jenkins.plugins.slacknotify.engine.notification;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.InputQuestion;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.event.build.FailureStreak;
import io.jenkins.plugins.slacknotify.event.text.NameUuid;
import io.jenkins.plugins.slacknotify.people.Recipient;
import io.jenkins.plugins.slacknotify.routing.Destination;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ids of deliveries, and the names of their conversations. They follow from what a delivery is for, so that each
 * process finds the same ones: that makes it possible to send something once.
 */
public final class DeliveryIds {
    private static final Pattern PROGRESS = Pattern.compile(".*-live-\\d+");
    private static final String CLAIM = "-claim-";

    /** The length of a hash, which is written as a UUID. */
    private static final int HASH = 36;

    private DeliveryIds() {}

    /** The delivery that reports the end of a build in a destination. */
    public static String ofCompleted(BuildKey key, Destination destination) {
        return hashed("completed", key.job(), key.build(), key.startedAt(), text(destination));
    }

    /** The delivery that reports a milestone; one for a question and its answer. */
    public static String ofMilestone(BuildKey key, Milestone milestone, Destination destination) {
        InputQuestion question = milestone.question();
        return hashed(
                "moment",
                key.job(),
                key.build(),
                key.startedAt(),
                milestone.kind().id(),
                question == null ? "" : question.id(),
                text(destination));
    }

    /**
     * The delivery that reports the end of a build to a person, whatever asks for it. A step that does so in a build that is about
     * to fail reports what the end of the build reports.
     */
    public static String ofPerson(BuildEvent event, Destination people, Recipient person) {
        BuildKey key = event.key();
        return hashed(
                "person",
                key.job(),
                key.build(),
                key.startedAt(),
                event.outcome(),
                event.trend(),
                isSoFar(event),
                botText(people),
                person.slackId());
    }

    /** Whether the build is good while it runs, which does not say how it ends. */
    private static boolean isSoFar(BuildEvent event) {
        return event.running() && !event.outcome().isBad();
    }

    /** The delivery that brings an announcement to a person. */
    public static String ofPerson(String announcement, Recipient person) {
        return hashed("said", announcement, person.slackId());
    }

    /** The delivery of an announcement to a channel, counted from 1. */
    public static String ofTarget(String announcement, int number) {
        return announcement + "-" + number;
    }

    /** The delivery of a further part of a long text, counted from 1 as the first one is. */
    public static String ofPart(String first, int number) {
        return first + "-" + number;
    }

    /** The delivery that finds the people of an announcement. */
    public static String toPeople(String announcement) {
        return announcement + "-people";
    }

    /** The lookup that corrects what another one has people notified of. */
    public static String ofCorrection(String lookup) {
        return lookup + "-corrected";
    }

    /** The delivery that uploads the file of a message. */
    public static String ofUpload(String message) {
        return message + "-file";
    }

    /** The delivery that shows the file of a message. */
    public static String ofShownFile(String message) {
        return message + "-shown";
    }

    /** The delivery of a page of details in the thread of news, counted from 1. */
    public static String ofPage(String news, int number) {
        return news + "-d" + number;
    }

    /**
     * The delivery that says in a message how far its build is.
     *
     * @param message the delivery of the message
     * @param number another one for each
     */
    public static String ofProgress(String message, long number) {
        return message + "-live-" + number;
    }

    /** Whether a delivery says in a message how far its build is. The next one, or the end, takes its place; nothing refers to it. */
    public static boolean isProgress(String deliveryId) {
        return PROGRESS.matcher(deliveryId).matches();
    }

    /**
     * The delivery that says in the message of a bad build who looks after it.
     *
     * @param request names what has changed that
     */
    public static String ofClaim(BuildKey build, Destination destination, String request) {
        return ofCompleted(build, destination) + CLAIM + request;
    }

    /** Whether a delivery only keeps a message up to date, and so is of no use where somebody has deleted that. */
    public static boolean isUpkeep(String deliveryId) {
        return isProgress(deliveryId) || deliveryId.startsWith(CLAIM, HASH);
    }

    private static String hashed(Object... parts) {
        String what = Stream.of(parts).map(String::valueOf).collect(Collectors.joining("\n"));
        return NameUuid.of(what).toString();
    }

    /**
     * The destination in ids. Within one job it needs no folder. Ids of earlier versions have to be found, so a destination that
     * was written like no other one stays as it was; whatever could be mistaken for another one is quoted.
     */
    private static String text(Destination destination) {
        String label = destination.label().toLowerCase(Locale.ROOT);
        return isPlain(destination, label) ? bot(destination) + " " + label : quoted(bot(destination), label);
    }

    /** The destination's bot in ids, with the terms of {@link #text}. */
    private static String botText(Destination destination) {
        return isPlain(destination, "") ? bot(destination) : quoted(bot(destination));
    }

    /** The name of a workspace stands in brackets. The id of a credential that does so, too, is quoted. */
    private static String bot(Destination destination) {
        return destination.workspace() == null
                ? Objects.requireNonNullElse(destination.credentialsId(), "")
                : "[" + destination.workspace() + "]";
    }

    private static boolean isPlain(Destination destination, String label) {
        String credentialsId = Objects.requireNonNullElse(destination.credentialsId(), "");
        return label.indexOf(' ') < 0
                && !(label + bot(destination)).contains("\n")
                && !credentialsId.startsWith("[")
                && !credentialsId.startsWith("\"");
    }

    private static String quoted(String... parts) {
        return Stream.of(parts)
                .map(part ->
                        "\"" + part.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"")
                .collect(Collectors.joining(" "));
    }

    /**
     * The conversations that a delivery belongs to: that of its build and, for news, that of the {@link #failureStreak}.
     */
    public static List<String> conversations(Notification notification) {
        Stream<String> streak = notification instanceof BuildNews news ? failureStreak(news).stream() : Stream.empty();
        return Stream.concat(Stream.of(conversation(notification.event().key())), streak)
                .toList();
    }

    /** The conversation in one destination about the bad builds of a job in a row; empty for news that do not say how a build stands. */
    public static Optional<String> failureStreak(BuildNews news) {
        BuildEvent event = news.event();
        FailureStreak streak = event.findings().failureStreak();
        return streak == null || isSoFar(event) || news.isHeadline() || news.isResolving()
                ? Optional.empty()
                : streak.firstBuildKey(event.key().job())
                        .map(first ->
                                hashed("row", first.job(), first.build(), first.startedAt(), text(news.destination())));
    }

    /** The conversation about a build. Its notifications are sent in order. */
    public static String conversation(BuildKey build) {
        return build.job() + " " + build.build() + " " + build.startedAt();
    }
}
