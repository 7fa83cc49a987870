package io.jenkins.plugins.slacknotify.engine.stored;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.stored.StoredPeople.StoredParticipant;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.InputApproval;
import io.jenkins.plugins.slacknotify.event.InputDetails;
import io.jenkins.plugins.slacknotify.event.InputQuestion;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.Change;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import java.util.List;

/** The stored form of a {@link BuildEvent}. */
record StoredEvent(
        StoredBuildKey key,
        String jobName,
        String buildName,
        @CheckForNull String url,
        String outcome,
        String trend,
        boolean running,
        @CheckForNull String at,
        @CheckForNull String duration,
        @CheckForNull String cause,
        @CheckForNull List<StoredChange> changes,
        @CheckForNull List<StoredParticipant> participants,
        @CheckForNull StoredFindings findings,
        @CheckForNull StoredMilestone moment,
        @CheckForNull String movedTo) {

    static StoredEvent of(BuildEvent event) {
        return new StoredEvent(
                StoredBuildKey.of(event.key()),
                event.jobName(),
                event.buildName(),
                event.url(),
                event.outcome().name(),
                event.trend().name(),
                event.running(),
                StoredTime.of(event.at()),
                StoredTime.of(event.duration()),
                event.cause(),
                StoredList.map(event.changes(), StoredChange::of),
                StoredList.map(event.participants(), StoredParticipant::of),
                StoredFindings.of(event.findings()),
                StoredMilestone.of(event.milestone()),
                event.movedTo());
    }

    BuildEvent toEvent() {
        return BuildEvent.builder(requireNonNull(key, "key").toKey(), EnumNames.required(Outcome.class, outcome))
                .jobName(jobName)
                .buildName(buildName)
                .url(url)
                .trend(EnumNames.required(Trend.class, trend))
                .running(running)
                .at(StoredTime.toInstant(at))
                .duration(StoredTime.toDuration(duration))
                .cause(cause)
                .changes(StoredList.map(changes, StoredChange::toChange))
                .participants(StoredList.map(participants, StoredParticipant::toParticipant))
                .findings(StoredFindings.toFindings(findings))
                .milestone(moment == null ? null : moment.toMilestone())
                .movedTo(movedTo)
                .build();
    }

    /** The stored form of a {@link Change}. */
    record StoredChange(
            @CheckForNull String id,
            String author,
            String summary,
            @CheckForNull String url) {
        static StoredChange of(Change change) {
            return new StoredChange(change.id(), change.author(), change.summary(), change.url());
        }

        Change toChange() {
            return new Change(id, author, summary, url);
        }
    }

    /** The stored form of a {@link Milestone}. */
    record StoredMilestone(String kind, @CheckForNull StoredQuestion question) {
        @CheckForNull
        static StoredMilestone of(@CheckForNull Milestone milestone) {
            return milestone == null
                    ? null
                    : new StoredMilestone(milestone.kind().name(), StoredQuestion.of(milestone.question()));
        }

        Milestone toMilestone() {
            return new Milestone(
                    EnumNames.required(EventKind.class, kind), question == null ? null : question.toQuestion());
        }
    }

    /** The stored form of an {@link InputQuestion}. */
    record StoredQuestion(
            String id,
            @CheckForNull String text,
            @CheckForNull StoredAnswer answer,
            @CheckForNull StoredInput details) {
        @CheckForNull
        static StoredQuestion of(@CheckForNull InputQuestion question) {
            return question == null
                    ? null
                    : new StoredQuestion(
                            question.id(),
                            question.text(),
                            StoredAnswer.of(question.answer()),
                            StoredInput.of(question.details()));
        }

        InputQuestion toQuestion() {
            return new InputQuestion(
                    id, text, answer == null ? null : answer.toAnswer(), details == null ? null : details.toDetails());
        }
    }

    /** The stored form of {@link InputDetails}. */
    record StoredInput(
            @CheckForNull String stage,
            @CheckForNull String okLabel,
            @CheckForNull String cancelLabel,
            @CheckForNull String submitters,
            @CheckForNull List<String> parameters,
            boolean answerable,
            @CheckForNull Integer approvedBefore,
            @CheckForNull StoredApproval approval) {
        @CheckForNull
        static StoredInput of(@CheckForNull InputDetails details) {
            return details == null
                    ? null
                    : new StoredInput(
                            details.stage(),
                            details.okLabel(),
                            details.cancelLabel(),
                            details.submitters(),
                            details.parameters(),
                            details.answerable(),
                            details.approvedBefore(),
                            StoredApproval.of(details.approval()));
        }

        InputDetails toDetails() {
            return new InputDetails(
                    stage,
                    okLabel,
                    cancelLabel,
                    submitters,
                    parameters == null ? List.of() : parameters,
                    answerable,
                    approvedBefore,
                    approval == null ? null : approval.toApproval());
        }
    }

    /** The stored form of an {@link InputApproval}. */
    record StoredApproval(
            boolean notByStarter,
            int people,
            @CheckForNull List<String> groups,
            @CheckForNull List<String> approvedBy) {
        @CheckForNull
        static StoredApproval of(@CheckForNull InputApproval approval) {
            return approval == null
                    ? null
                    : new StoredApproval(
                            approval.notByStarter(), approval.people(), approval.groups(), approval.approvedBy());
        }

        InputApproval toApproval() {
            return new InputApproval(notByStarter, people, StoredList.of(groups), StoredList.of(approvedBy));
        }
    }

    /** The stored form of an {@link InputQuestion.InputAnswer}. */
    record StoredAnswer(
            String ending,
            @CheckForNull String by,
            @CheckForNull String after,
            @CheckForNull List<String> values,
            @CheckForNull String reason) {
        @CheckForNull
        static StoredAnswer of(@CheckForNull InputQuestion.InputAnswer answer) {
            return answer == null
                    ? null
                    : new StoredAnswer(
                            answer.ending().name(),
                            answer.by(),
                            StoredTime.of(answer.after()),
                            answer.values().isEmpty() ? null : answer.values(),
                            answer.reason());
        }

        InputQuestion.InputAnswer toAnswer() {
            return new InputQuestion.InputAnswer(
                    EnumNames.required(InputQuestion.Ending.class, ending),
                    by,
                    StoredTime.toDuration(after),
                    values == null ? List.of() : values,
                    reason);
        }
    }
}
