package io.jenkins.plugins.slacknotify.trigger.input;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.ParameterDefinition;
import hudson.model.Run;
import hudson.model.User;
import io.jenkins.plugins.slacknotify.config.approval.ApprovalProperty;
import io.jenkins.plugins.slacknotify.event.InputApproval;
import io.jenkins.plugins.slacknotify.event.InputDetails;
import io.jenkins.plugins.slacknotify.event.InputQuestion;
import io.jenkins.plugins.slacknotify.event.InputQuestion.Ending;
import io.jenkins.plugins.slacknotify.event.InputQuestion.InputAnswer;
import io.jenkins.plugins.slacknotify.lifecycle.act.RecordedAct;
import io.jenkins.plugins.slacknotify.lifecycle.act.RecordedActs;
import io.jenkins.plugins.slacknotify.trigger.extension.BestEffort;
import io.jenkins.plugins.slacknotify.trigger.findings.Interruptions;
import io.jenkins.plugins.slacknotify.trigger.masking.LogMask;
import io.jenkins.plugins.slacknotify.trigger.parameter.ParameterKind;
import io.jenkins.plugins.slacknotify.trigger.pipeline.PipelineNodes;
import io.jenkins.plugins.slacknotify.trigger.pipeline.StageNames;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jenkins.model.CauseOfInterruption;
import org.jenkinsci.plugins.workflow.actions.ArgumentsAction;
import org.jenkinsci.plugins.workflow.actions.ErrorAction;
import org.jenkinsci.plugins.workflow.actions.TimingAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.support.steps.input.InputStep;
import org.jenkinsci.plugins.workflow.support.steps.input.InputSubmittedAction;
import org.jenkinsci.plugins.workflow.support.steps.input.Rejection;

/** Reads the steps of a pipeline that wait for input. */
public final class InputStepReader {
    private static final String INPUT = "input";

    private InputStepReader() {}

    /** Returns whether a node of a pipeline is an {@code input} step, whether it waits or has ended. */
    public static boolean isInput(FlowNode node) {
        return INPUT.equals(PipelineNodes.function(node));
    }

    /**
     * Returns the question of a step that waits, with what is known about it. After a restart this may take until the pipeline is
     * loaded, a minute at most.
     *
     * @param run the build of the step
     */
    public static InputQuestion waitingQuestion(FlowNode input, Run<?, ?> run) {
        String stage = stage(input);
        return question(input)
                .withDetails(
                        WaitingInputs.find(run, input.getId()) instanceof InputSearch.Found found
                                ? waitingDetails(found, run, stage)
                                : null);
    }

    private static InputDetails waitingDetails(InputSearch.Found found, Run<?, ?> run, @CheckForNull String stage) {
        InputStep step = found.execution().getInput();
        return details(step, stage, AnsweredInputs.lastBefore(run, key(stage, step.getMessage())))
                .withApproval(approval(run, found.node().getId()));
    }

    /**
     * Returns the questions of all steps that wait, by the builds that have any, in their order. Takes half a second at most for all of
     * them: a pipeline that is being loaded has none yet.
     */
    public static Map<Run<?, ?>, List<WaitingQuestion>> waitingQuestions(Collection<? extends Run<?, ?>> runs) {
        Map<Run<?, ?>, List<WaitingQuestion>> questions = new LinkedHashMap<>();
        WaitingInputs.knownNow(runs)
                .forEach((run, steps) -> BestEffort.read("questions of ", run, () -> questions(run, steps))
                        .ifPresent(ofRun -> questions.put(run, ofRun)));
        return questions;
    }

    private static List<WaitingQuestion> questions(Run<?, ?> run, List<InputSearch.Found> steps) {
        return steps.stream()
                .map(step -> new WaitingQuestion(
                        question(step.node()).withDetails(waitingDetails(step, run, stage(step.node()))),
                        since(step.node(), run)))
                .toList();
    }

    /** Returns when a step has begun; when its build has, where the pipeline keeps no times. */
    public static Instant since(FlowNode step, Run<?, ?> run) {
        long began = TimingAction.getStartTime(step);
        return Instant.ofEpochMilli(began > 0 ? began : run.getStartTimeInMillis());
    }

    private static InputDetails details(
            InputStep step, @CheckForNull String stage, @CheckForNull Integer approvedBefore) {
        List<ParameterDefinition> parameters = step.getParameters();
        return new InputDetails(
                stage,
                ownLabel(step, InputStep::getOk),
                cancelLabel(step),
                step.getSubmitter(),
                parameters.stream().map(ParameterDefinition::getName).toList(),
                ParameterKind.canAllBeFilledInOutside(parameters),
                approvedBefore,
                null);
    }

    /** Returns what an author has written on a button; null where they have written nothing, in whatever language Jenkins is. */
    @CheckForNull
    private static String ownLabel(InputStep step, Function<InputStep, String> label) {
        String written = label.apply(step);
        return written.equals(label.apply(new InputStep(""))) ? null : written;
    }

    @CheckForNull
    private static InputApproval approval(Run<?, ?> run, String step) {
        return ApprovalProperty.of(run.getParent())
                .map(asked -> new InputApproval(
                        asked.isNotByStarter(),
                        asked.getPeople(),
                        asked.groupList(),
                        RecordedActs.approvalsInPart(run, step).stream()
                                .map(RecordedAct::name)
                                .distinct()
                                .toList()))
                .orElse(null);
    }

    /** The key that tells a question from others of the job, in all its builds: mostly its stage, as the text may name a version. */
    private static String key(@CheckForNull String stage, String message) {
        return stage == null ? message : stage;
    }

    @CheckForNull
    private static String stage(FlowNode input) {
        return BestEffort.read("stage of ", input, () -> StageNames.around(input))
                .orElse(null);
    }

    /** Returns the question of a step. Jenkins masks secrets in the arguments that it keeps. */
    private static InputQuestion question(FlowNode input) {
        Object message = ArgumentsAction.getFilteredArguments(input).get("message");
        return new InputQuestion(input.getId(), message == null ? null : message.toString(), null);
    }

    /**
     * Returns the question of a step that no longer waits, with its answer, and remembers in the build that it was answered.
     *
     * @param run the build of the step
     */
    public static InputQuestion finishedQuestion(FlowNode input, Run<?, ?> run) {
        InputAnswer answer = answer(input, run);
        InputQuestion question = question(input);
        String stage = stage(input);
        if (answer.ending() == Ending.ANSWERED) {
            AnsweredInputs.add(run, key(stage, question.text() == null ? "" : question.text()));
        }
        return question.withDetails(new InputDetails(stage, null, null, List.of(), false, null))
                .withAnswer(answer.ending() == Ending.ANSWERED ? byAll(answer, input, run) : answer);
    }

    /** Returns the answer with the names of all who have approved: the step itself knows the last one only. */
    private static InputAnswer byAll(InputAnswer answer, FlowNode input, Run<?, ?> run) {
        List<String> names = RecordedActs.approversOf(run, input.getId(), answeredBy(input), User.idStrategy()::equals);
        return names.size() < 2
                ? answer
                : new InputAnswer(answer.ending(), String.join(", ", names), answer.after(), answer.values());
    }

    /** Returns how an input step that no longer waits has ended. */
    public static InputAnswer answer(FlowNode input, Run<?, ?> run) {
        Duration after = Duration.between(since(input, run), Instant.now());
        InputSubmittedAction submitted = input.getPersistentAction(InputSubmittedAction.class);
        return submitted == null
                ? rejection(input)
                        .map(rejected -> new InputAnswer(Ending.REJECTED, name(rejected.getUser()), after)
                                .withReason(reason(input)))
                        .orElseGet(() -> new InputAnswer(Ending.GIVEN_UP, null, after))
                : new InputAnswer(
                        Ending.ANSWERED, name(account(submitted.getApprover())), after, values(submitted, run));
    }

    /** Returns the id of the account that has answered a step; null where nobody has, or the pipeline does not know. */
    @CheckForNull
    public static String answeredBy(FlowNode input) {
        InputSubmittedAction submitted = input.getPersistentAction(InputSubmittedAction.class);
        return submitted == null
                ? rejection(input).map(Rejection::getUser).map(User::getId).orElse(null)
                : submitted.getApprover();
    }

    /** Returns what was filled in, as the log would show it; passwords and files are no texts. */
    private static List<String> values(InputSubmittedAction submitted, Run<?, ?> run) {
        LogMask mask = LogMask.of(run);
        return submitted.getParameters().entrySet().stream()
                .filter(value -> value.getValue() instanceof String
                        || value.getValue() instanceof Boolean
                        || value.getValue() instanceof Number)
                .map(value ->
                        value.getKey() + " = " + mask.mask(value.getValue().toString()))
                .toList();
    }

    private static Optional<Rejection> rejection(FlowNode input) {
        return causes(input).stream()
                .filter(Rejection.class::isInstance)
                .map(Rejection.class::cast)
                .findFirst();
    }

    @CheckForNull
    private static String reason(FlowNode input) {
        return Interruptions.reason(causes(input));
    }

    /** Returns why a step was interrupted; empty where it was not. */
    private static List<CauseOfInterruption> causes(FlowNode input) {
        ErrorAction failure = input.getError();
        return failure != null && failure.getError() instanceof FlowInterruptedException interruption
                ? interruption.getCauses()
                : List.of();
    }

    /** Returns what an author has written on the button that rejects; null where they have written nothing. */
    @CheckForNull
    public static String cancelLabel(InputStep step) {
        return ownLabel(step, InputStep::getCancel);
    }

    @CheckForNull
    private static User account(@CheckForNull String id) {
        return id == null ? null : User.getById(id, false);
    }

    @CheckForNull
    private static String name(@CheckForNull User user) {
        return user == null ? null : user.getDisplayName();
    }
}
