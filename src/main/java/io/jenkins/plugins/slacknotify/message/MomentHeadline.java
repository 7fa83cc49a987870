package io.jenkins.plugins.slacknotify.message;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Moment;
import io.jenkins.plugins.slacknotify.event.Question;
import java.time.Duration;

/** What a headline says of a build to which something happens while it runs. */
final class MomentHeadline {
    private static final int QUESTION_LIMIT = 200;
    private static final int NAME_LIMIT = 80;
    private static final int ADDRESS_LIMIT = 600;

    private MomentHeadline() {}

    /** @param name what the build is called, as mrkdwn */
    static String of(String name, BuildEvent event, Moment moment) {
        Question question = moment.question();
        if (question != null) {
            return asked(name, event, question);
        }
        return moment.kind() == EventKind.RUNNING_LONG ? runsLong(name, event) : Phrase.HEADLINE_STARTED.with(name);
    }

    static String icon(Moment moment) {
        Question question = moment.question();
        if (question == null) {
            return moment.kind() == EventKind.RUNNING_LONG ? ":hourglass:" : ":arrow_forward:";
        }
        return question.answer() == null ? ":raised_hand:" : ":hourglass_flowing_sand:";
    }

    /** What happens, as it can be counted: 3 started. */
    static String inOneWord(Moment moment) {
        Phrase word =
                switch (moment.kind()) {
                    case WAITING_FOR_INPUT -> Phrase.DIGEST_WAITING;
                    case RUNNING_LONG -> Phrase.DIGEST_LONG;
                    default -> Phrase.DIGEST_STARTED;
                };
        return word.with();
    }

    private static String runsLong(String name, BuildEvent event) {
        Duration usual = event.findings().usualDuration();
        String spoken = Durations.spoken(event.duration());
        return usual == null
                ? Phrase.HEADLINE_LONG.with(name, spoken)
                : Phrase.HEADLINE_LONG_USUALLY.with(name, spoken, Durations.spoken(usual));
    }

    private static String asked(String name, BuildEvent event, Question question) {
        Question.Answer answer = question.answer();
        String text = question.text();
        if (answer == null) {
            return text == null
                    ? Phrase.HEADLINE_WAITS.with(name)
                    : Phrase.HEADLINE_WAITS_FOR.with(
                            name, Mrkdwn.link(Addresses.ofInput(event), text, QUESTION_LIMIT, ADDRESS_LIMIT));
        }
        String waited = text == null
                ? Phrase.HEADLINE_WAITED.with(name)
                : Phrase.HEADLINE_WAITED_FOR.with(name, Mrkdwn.line(text, QUESTION_LIMIT));
        return after(answered(waited, answer), answer);
    }

    private static String answered(String waited, Question.Answer answer) {
        String by = answer.by() == null ? null : Mrkdwn.line(answer.by(), NAME_LIMIT);
        return switch (answer.ending()) {
            case ANSWERED ->
                by == null ? Phrase.HEADLINE_ANSWERED.with(waited) : Phrase.HEADLINE_ANSWERED_BY.with(waited, by);
            case REJECTED ->
                by == null ? Phrase.HEADLINE_REJECTED.with(waited) : Phrase.HEADLINE_REJECTED_BY.with(waited, by);
            case GIVEN_UP -> Phrase.HEADLINE_GIVENUP.with(waited);
        };
    }

    private static String after(String answered, Question.Answer answer) {
        Duration after = answer.after();
        return after == null ? answered : Phrase.HEADLINE_AFTER.with(answered, Durations.spoken(after));
    }
}
