package io.jenkins.plugins.slacknotify.control.home;

import static java.util.stream.Collectors.joining;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.InputQuestion;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.inbound.request.Ability;
import io.jenkins.plugins.slacknotify.interaction.home.HomeBuild;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import io.jenkins.plugins.slacknotify.people.policy.Preferences;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.refusal.Refusal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Decides when people are reminded of the questions that wait for their answer, and in which words. */
final class DailyReminder {
    private static final LocalTime FROM = LocalTime.of(9, 0);
    private static final LocalTime UNTIL = LocalTime.of(18, 0);
    private static final Duration AFTER = Duration.ofHours(1);
    private static final int SHOWN = 5;
    private static final int MAX_NAME = 150;
    private static final int MAX_ADDRESS = 400;
    private static final int MAX_QUESTION = 100;

    /** The line for somebody whose sign-in is too long ago. */
    static final String PAUSE =
            "I do not remind you any more of what waits for your answer, as I do not know what you may answer:"
                    + " Jenkins learns your groups when you sign in, and that is too long ago. Sign in to Jenkins once, and I go on.";

    private DailyReminder() {}

    /** Returns whether people are reminded at a time: by day, from Monday to Friday. */
    static boolean isTime(ZonedDateTime now) {
        LocalTime time = now.toLocalTime();
        return !time.isBefore(FROM)
                && time.isBefore(UNTIL)
                && now.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
    }

    /**
     * Returns the builds that have waited for so long that their questions may have scrolled away.
     *
     * @param preferences of the person, who is told nothing of a quiet job, or during a pause
     */
    static List<HomeBuild> due(List<HomeBuild> waiting, Preferences preferences, Instant now) {
        return waiting.stream()
                .filter(build -> isDue(build.askedAt(), now)
                        && preferences.allowsJob(build.event().ownerJob(), now))
                .toList();
    }

    private static boolean isDue(@CheckForNull Instant askedAt, Instant now) {
        return askedAt != null && !askedAt.plus(AFTER).isAfter(now);
    }

    /** Returns whether surely nothing has arrived of what was sent, and Slack may take some of it later. */
    static boolean isWorthAnotherTry(List<SlackResult<?>> results) {
        return results.stream().noneMatch(result -> result instanceof SlackResult.Success<?> || result.isUndecided())
                && !results.stream().allMatch(result -> result.isRefused(Refusal::permanent));
    }

    /** Returns what a person has to mend after the last try of a day; nothing after any other, so that it is said once. */
    static List<Refusal> complaints(List<SlackResult<?>> results) {
        return isWorthAnotherTry(results) ? List.of() : permanentRefusals(results);
    }

    /** Returns the refusals that no time mends. */
    static List<Refusal> permanentRefusals(List<SlackResult<?>> results) {
        return results.stream()
                .flatMap(result -> result.refused().stream())
                .filter(Refusal::permanent)
                .toList();
    }

    /**
     * Writes the message, as mrkdwn in one line.
     *
     * @param abilities those that are on
     */
    static String sentence(List<HomeBuild> waiting, Set<Ability> abilities) {
        String builds = waiting.stream().limit(SHOWN).map(DailyReminder::build).collect(joining(", "));
        int more = waiting.size() - SHOWN;
        return (waiting.size() == 1 ? "A build waits" : "Some builds wait") + " for your answer: " + builds
                + (more > 0 ? " and more" : "") + "." + ways(abilities);
    }

    /** Names nothing that is switched off. */
    private static String ways(Set<Ability> abilities) {
        String list = abilities.contains(Ability.COMMANDS) ? "`waiting` lists them" : "";
        String home = abilities.contains(Ability.HOME) ? "my Home tab has the buttons" : "";
        String both = Stream.of(list, home).filter(way -> !way.isEmpty()).collect(joining(", and "));
        return both.isEmpty() ? "" : " " + both.substring(0, 1).replace('m', 'M') + both.substring(1) + ".";
    }

    private static String build(HomeBuild build) {
        BuildEvent event = build.event();
        Milestone milestone = event.milestone();
        InputQuestion question = milestone == null ? null : milestone.question();
        String text = question == null ? null : question.text();
        return "*" + Mrkdwn.link(event.url(), event.jobName() + " " + event.buildName(), MAX_NAME, MAX_ADDRESS) + "*"
                + (text == null ? "" : " (" + Mrkdwn.line(text, MAX_QUESTION) + ")");
    }
}
