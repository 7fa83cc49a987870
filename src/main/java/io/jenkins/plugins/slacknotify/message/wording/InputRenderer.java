package io.jenkins.plugins.slacknotify.message.wording;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.InputApproval;
import io.jenkins.plugins.slacknotify.event.InputDetails;
import io.jenkins.plugins.slacknotify.event.InputQuestion;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Renders what a question is about, and what became of it. */
final class InputRenderer {
    private static final int MAX_STAGE = 100;
    private static final int MAX_NAME = 60;
    private static final int NAMES_SHOWN = 10;
    private static final int MAX_SUBMITTERS = 200;
    private static final int MAX_VALUE = 80;

    private InputRenderer() {}

    /** The lines below the headline of a build that waits or waited; none for any other event. */
    static List<String> lines(BuildEvent event) {
        InputQuestion question = question(event);
        if (question == null) {
            return List.of();
        }
        InputDetails details = question.details();
        if (question.answer() != null) {
            List<String> lines = new ArrayList<>();
            stage(details).ifPresent(lines::add);
            answered(event, question.answer()).ifPresent(lines::add);
            return lines;
        }
        return details == null ? List.of() : asked(details);
    }

    /** The heading of the changes that a question is about; empty where they are those since the build before. */
    static Optional<String> headingOfChanges(BuildEvent event) {
        return Optional.ofNullable(question(event))
                .map(InputQuestion::details)
                .map(InputDetails::approvedBefore)
                .map(number -> Phrase.BODY_CHANGES_SINCE.format(String.valueOf(number)));
    }

    private static List<String> asked(InputDetails details) {
        List<String> lines = new ArrayList<>();
        stage(details).ifPresent(lines::add);
        if (!details.parameters().isEmpty()) {
            lines.add(Phrase.BODY_INPUT_PARAMETERS.format(joined(details.parameters(), MAX_NAME)));
        }
        String submitters = details.submitters();
        lines.add(
                submitters == null || submitters.isBlank()
                        ? Phrase.BODY_INPUT_ANYBODY.format()
                        : Phrase.BODY_INPUT_SUBMITTERS.format(Mrkdwn.line(submitters, MAX_SUBMITTERS)));
        Optional.ofNullable(details.approval()).ifPresent(approval -> approvals(approval, lines));
        return lines;
    }

    private static void approvals(InputApproval approval, List<String> lines) {
        List<String> asks = new ArrayList<>();
        if (approval.people() > 1) {
            asks.add(Phrase.BODY_INPUT_PEOPLE.format(String.valueOf(approval.people())));
        }
        if (!approval.groups().isEmpty()) {
            asks.add(Phrase.BODY_INPUT_GROUPS.format(joined(approval.groups(), MAX_NAME)));
        }
        if (approval.notByStarter()) {
            asks.add(Phrase.BODY_INPUT_OTHERS.format());
        }
        if (!asks.isEmpty()) {
            lines.add(String.join(Phrase.BODY_INPUT_AND.format(), asks));
        }
        if (!approval.approvedBy().isEmpty()) {
            lines.add(Phrase.BODY_INPUT_SO_FAR.format(joined(approval.approvedBy(), MAX_NAME)));
        }
    }

    private static Optional<String> stage(@CheckForNull InputDetails details) {
        return Optional.ofNullable(details)
                .map(InputDetails::stage)
                .map(stage -> Phrase.BODY_INPUT_STAGE.format(Mrkdwn.line(stage, MAX_STAGE)));
    }

    /**
     * Renders when a question was answered, and with which values; empty where the wait ended without an answer, or where no details of
     * the question are known.
     */
    private static Optional<String> answered(BuildEvent event, InputQuestion.InputAnswer answer) {
        InputQuestion question = question(event);
        boolean isKnown = question != null && question.details() != null;
        if (answer.ending() == InputQuestion.Ending.GIVEN_UP || !isKnown) {
            return Optional.empty();
        }
        String time = DateMarkup.local(event.at());
        return Optional.of(
                answer.values().isEmpty()
                        ? Phrase.BODY_INPUT_ANSWERED.format(time)
                        : Phrase.BODY_INPUT_ANSWERED_WITH.format(time, joined(answer.values(), MAX_VALUE)));
    }

    private static String joined(List<String> names, int limit) {
        return names.stream()
                .limit(NAMES_SHOWN)
                .map(name -> Mrkdwn.quoted(name, limit))
                .collect(Collectors.joining(Phrase.HEADLINE_STAGES_SEPARATOR.format()));
    }

    @CheckForNull
    private static InputQuestion question(BuildEvent event) {
        Milestone milestone = event.milestone();
        return milestone == null ? null : milestone.question();
    }
}
