package io.jenkins.plugins.slacknotify.engine.notification;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.InputQuestion;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.event.build.FailureStreak;
import io.jenkins.plugins.slacknotify.people.Recipient;
import io.jenkins.plugins.slacknotify.routing.Destination;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names for what is in the outbox. */
public final class DeliveryIds {
    private DeliveryIds() {}

    /** The same build and destination have the same name in every process: that is what makes telling it once possible. */
    public static String ofCompleted(BuildKey key, Destination destination) {
        return hashed("completed", key.job(), key.build(), key.startedAt(), lane(destination));
    }

    /** What happens to a build while it runs; for a question the same before and after the answer. */
    public static String ofMilestone(BuildKey key, Milestone moment, Destination destination) {
        InputQuestion question = moment.question();
        return hashed(
                "moment",
                key.job(),
                key.build(),
                key.startedAt(),
                moment.kind().id(),
                question == null ? "" : question.id(),
                lane(destination));
    }

    /**
     * The message that tells a person how a build ended, whoever asks for it. The step that does so while the build is about
     * to fail says the same as what is said at its end.
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
                workspace(lane(people)),
                person.slackId());
    }

    /** Whether the build is good while it runs, which says nothing yet. */
    private static boolean isSoFar(BuildEvent event) {
        return event.running() && !event.outcome().isBad();
    }

    /** The message that brings somebody what a job's author wrote. */
    public static String ofPerson(String announcement, Recipient person) {
        return hashed("said", announcement, person.slackId());
    }

    /** What an announcement comes to in the channels, from 1. */
    public static String ofTarget(String announcement, int number) {
        return announcement + "-" + number;
    }

    /** What finds out the people that an announcement is for. */
    public static String toPeople(String announcement) {
        return announcement + "-people";
    }

    /** What brings the file of a message to Slack. */
    public static String ofUpload(String message) {
        return message + "-file";
    }

    /** What shows the file of a message in it. */
    public static String ofShownFile(String message) {
        return message + "-shown";
    }

    private static String hashed(Object... parts) {
        String what = Stream.of(parts).map(String::valueOf).collect(Collectors.joining("\n"));
        return UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** One lane for each channel, however its name is written. */
    public static String lane(Destination destination) {
        return bot(destination) + " " + destination.label().toLowerCase(Locale.ROOT);
    }

    /** The name of a workspace stands in brackets, as the id of a credential does not. */
    private static String bot(Destination destination) {
        return destination.workspace() == null
                ? Objects.requireNonNullElse(destination.credentialsId(), "")
                : "[" + destination.workspace() + "]";
    }

    /** The files of a workspace are uploaded one after the other, and no message waits for them. */
    public static String uploads(Destination destination) {
        return workspace(lane(destination)) + " files";
    }

    /** What {@link #lane} says of the workspace. */
    public static String workspace(String lane) {
        return lane.substring(0, Math.max(0, lane.lastIndexOf(' ')));
    }

    /** Whether {@link #lane} is that of a channel known by its name. */
    public static boolean isOfName(String lane) {
        return lane.startsWith("#", lane.lastIndexOf(' ') + 1);
    }

    /**
     * The conversations that a delivery belongs to: that of its build and, for news to a person, that of the
     * {@link #failureStreak}.
     */
    public static List<String> conversations(Notification notification) {
        Stream<String> streak = notification instanceof BuildNews news ? failureStreak(news).stream() : Stream.empty();
        return Stream.concat(Stream.of(conversation(notification.event().key())), streak)
                .toList();
    }

    /** The conversation with one person about the bad builds of a job in a row; empty for any other news. */
    public static Optional<String> failureStreak(BuildNews news) {
        BuildEvent event = news.event();
        FailureStreak streak = event.findings().badSeries();
        return streak == null || isSoFar(event) || news.recipient() == null || !news.postsBuild()
                ? Optional.empty()
                : streak.firstBuildKey(event.key().job())
                        .map(first ->
                                hashed("row", first.job(), first.build(), first.startedAt(), lane(news.destination())));
    }

    /** What is said of one build is said in order. */
    public static String conversation(BuildKey build) {
        return build.job() + " " + build.build() + " " + build.startedAt();
    }
}
