package io.jenkins.plugins.slacknotify.message.wording;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.InputQuestion;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import java.time.Duration;

/** Renders the headline of a build at a milestone, which is something that happens while the build runs. */
final class MilestoneHeadlineRenderer {
    private static final int MAX_QUESTION = 200;
    private static final int MAX_ADDRESS = 600;

    private MilestoneHeadlineRenderer() {}

    /**
     * Renders the headline without its icon.
     *
     * @param name the build's name as mrkdwn
     */
    static String render(String name, BuildEvent event, Milestone milestone) {
        InputQuestion question = milestone.question();
        if (question != null) {
            return asked(name, event, question);
        }
        return milestone.kind() == EventKind.RUNNING_LONG
                ? runsLong(name, event)
                : Phrase.HEADLINE_STARTED.format(name);
    }

    /** The emoji that stands for a milestone, as {@code :name:}. */
    static String icon(Milestone milestone) {
        InputQuestion question = milestone.question();
        if (question == null) {
            return milestone.kind() == EventKind.RUNNING_LONG ? ":hourglass:" : ":arrow_forward:";
        }
        return question.answer() == null ? ":raised_hand:" : ":hourglass_flowing_sand:";
    }

    /** A milestone in one or two words, such as "started", that can follow a number. */
    static String milestoneLabel(Milestone milestone) {
        Phrase label =
                switch (milestone.kind()) {
                    case WAITING_FOR_INPUT -> Phrase.DIGEST_WAITING;
                    case RUNNING_LONG -> Phrase.DIGEST_LONG;
                    default -> Phrase.DIGEST_STARTED;
                };
        return label.format();
    }

    private static String runsLong(String name, BuildEvent event) {
        Duration usual = event.findings().usualDuration();
        String duration = DurationFormatter.format(event.duration());
        return usual == null
                ? Phrase.HEADLINE_LONG.format(name, duration)
                : Phrase.HEADLINE_LONG_USUALLY.format(name, duration, DurationFormatter.format(usual));
    }

    private static String asked(String name, BuildEvent event, InputQuestion question) {
        InputQuestion.InputAnswer answer = question.answer();
        String text = question.text();
        if (answer == null) {
            return text == null
                    ? Phrase.HEADLINE_WAITS.format(name)
                    : Phrase.HEADLINE_WAITS_FOR.format(
                            name, Mrkdwn.link(BuildLinks.ofInput(event), text, MAX_QUESTION, MAX_ADDRESS));
        }
        String waited = text == null
                ? Phrase.HEADLINE_WAITED.format(name)
                : Phrase.HEADLINE_WAITED_FOR.format(name, Mrkdwn.line(text, MAX_QUESTION));
        return InterruptionRenderer.because(after(answered(waited, answer), answer), answer.reason());
    }

    private static String answered(String waited, InputQuestion.InputAnswer answer) {
        String name = answer.by();
        String by = name == null ? null : Mrkdwn.line(name);
        return switch (answer.ending()) {
            case ANSWERED ->
                by == null ? Phrase.HEADLINE_ANSWERED.format(waited) : Phrase.HEADLINE_ANSWERED_BY.format(waited, by);
            case REJECTED ->
                by == null ? Phrase.HEADLINE_REJECTED.format(waited) : Phrase.HEADLINE_REJECTED_BY.format(waited, by);
            case GIVEN_UP -> Phrase.HEADLINE_GIVENUP.format(waited);
        };
    }

    private static String after(String answered, InputQuestion.InputAnswer answer) {
        Duration after = answer.after();
        return after == null ? answered : Phrase.HEADLINE_AFTER.format(answered, DurationFormatter.format(after));
    }
}
