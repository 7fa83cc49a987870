package io.jenkins.plugins.slacknotify.interaction.command;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.build.Change;
import io.jenkins.plugins.slacknotify.event.build.FailedStage;
import io.jenkins.plugins.slacknotify.event.build.FailureStreak;
import io.jenkins.plugins.slacknotify.event.build.TestResultSummary;
import io.jenkins.plugins.slacknotify.event.participants.Involvement;
import io.jenkins.plugins.slacknotify.event.text.Excerpt;
import io.jenkins.plugins.slacknotify.interaction.build.BuildProgress;
import io.jenkins.plugins.slacknotify.interaction.build.FailingJob;
import io.jenkins.plugins.slacknotify.interaction.build.QueuedBuild;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import io.jenkins.plugins.slacknotify.message.wording.DateMarkup;
import io.jenkins.plugins.slacknotify.message.wording.DurationFormatter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The sentences of answers about builds, as lines of mrkdwn. */
final class BuildSentences {
    private static final int MAX_PEOPLE = 5;
    private static final int MAX_CHANGES = 5;
    private static final int MAX_NAME = 80;
    private static final int MAX_TEXT = 150;
    private static final int SHORT_ID = 7;

    private BuildSentences() {}

    static String when(BuildEvent event) {
        return event.running()
                ? "It has run for " + DurationFormatter.format(event.duration()) + "."
                : "It ended " + DateMarkup.local(event.at()) + ", after " + DurationFormatter.format(event.duration())
                        + ".";
    }

    /** Says since when the job is bad, and since which build. */
    static Optional<String> streak(BuildEvent event) {
        FailureStreak streak = event.findings().failureStreak();
        if (streak == null || !event.outcome().isBad()) {
            return Optional.empty();
        }
        return Optional.of("Bad since " + DateMarkup.local(streak.since()) + ", "
                + count(streak.builds(), "build", "builds")
                + (streak.mayBeOlder() ? ", or longer." : ", beginning with #" + streak.firstBuild() + "."));
    }

    /** Names those who made the job bad or worse, by the commits; empty where none are known, or the build is not bad. */
    static Optional<String> breakers(BuildEvent event) {
        List<String> names = event.participants().stream()
                .filter(participant -> participant.involvements().contains(Involvement.BREAKER))
                .map(participant -> participant.person().name())
                .filter(name -> !name.isBlank())
                .distinct()
                .toList();
        return names.isEmpty() || !event.outcome().isBad()
                ? Optional.empty()
                : Optional.of("By the commits, it was broken by " + people(names) + ".");
    }

    private static String people(List<String> names) {
        String shown = names.stream()
                .limit(MAX_PEOPLE)
                .map(name -> Mrkdwn.line(name, MAX_NAME))
                .collect(Collectors.joining(", "));
        return names.size() > MAX_PEOPLE ? shown + " and " + (names.size() - MAX_PEOPLE) + " more" : shown;
    }

    static Optional<String> firstFailure(BuildEvent event) {
        TestResultSummary tests = event.findings().tests();
        if (tests != null && !tests.failing().isEmpty()) {
            return Optional.of(count(tests.failed(), "test fails", "tests fail") + ", the first: "
                    + Mrkdwn.quoted(tests.failing().get(0), MAX_TEXT));
        }
        FailedStage stage = event.findings().failedStage();
        if (stage == null) {
            return Optional.empty();
        }
        String name = stage.name();
        String error = stage.error();
        String where = name == null ? "It failed" : "It failed in *" + Mrkdwn.line(name, MAX_NAME) + "*";
        return Optional.of(error == null ? where + "." : where + ": " + Mrkdwn.line(error, MAX_TEXT));
    }

    static List<String> changes(BuildEvent event) {
        List<Change> changes = event.changes();
        List<String> lines =
                changes.stream().limit(MAX_CHANGES).map(BuildSentences::change).collect(Collectors.toList());
        if (changes.size() > MAX_CHANGES) {
            lines.add("… and " + (changes.size() - MAX_CHANGES) + " more");
        }
        return lines;
    }

    private static String change(Change change) {
        String commit = change.id();
        String id = commit == null ? "" : Mrkdwn.link(change.url(), Excerpt.truncate(commit, SHORT_ID), MAX_NAME) + " ";
        return "• " + id + Mrkdwn.line(change.summary(), MAX_TEXT) + " – " + Mrkdwn.line(change.author(), MAX_NAME);
    }

    /** Says how far a build that runs has come. */
    static String progress(BuildProgress build) {
        String name = build.job().link() + " " + Mrkdwn.line(build.name(), MAX_NAME);
        if (build.waitsForInput()) {
            return name + " waits for input, " + DurationFormatter.format(build.running()) + " after its start";
        }
        Duration usual = build.usual();
        return name + " has run for " + DurationFormatter.format(build.running())
                + (usual == null ? "" : ", usually " + DurationFormatter.format(usual));
    }

    static String bad(FailingJob bad) {
        return bad.job().link() + " #" + bad.build() + ", bad since " + DateMarkup.local(bad.since());
    }

    static String waiting(QueuedBuild build) {
        return build.job().link() + " waits for " + DurationFormatter.format(build.waiting()) + ": "
                + Mrkdwn.line(build.why(), MAX_TEXT);
    }

    static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
