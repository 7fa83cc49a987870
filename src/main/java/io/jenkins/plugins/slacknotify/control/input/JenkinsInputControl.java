package io.jenkins.plugins.slacknotify.control.input;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Failure;
import hudson.model.Item;
import hudson.model.Job;
import hudson.model.ParameterDefinition;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.slacknotify.control.ActRecorder;
import io.jenkins.plugins.slacknotify.control.AsAccount;
import io.jenkins.plugins.slacknotify.control.ReadableBuilds;
import io.jenkins.plugins.slacknotify.control.ReadableJobs;
import io.jenkins.plugins.slacknotify.control.SlackInterruption;
import io.jenkins.plugins.slacknotify.control.form.ParameterFields;
import io.jenkins.plugins.slacknotify.event.InputQuestion.Ending;
import io.jenkins.plugins.slacknotify.event.InputQuestion.InputAnswer;
import io.jenkins.plugins.slacknotify.interaction.approval.ApprovedValues;
import io.jenkins.plugins.slacknotify.interaction.approval.InputControl;
import io.jenkins.plugins.slacknotify.interaction.approval.InputLookup;
import io.jenkins.plugins.slacknotify.interaction.approval.InputResult;
import io.jenkins.plugins.slacknotify.interaction.form.ParameterForm;
import io.jenkins.plugins.slacknotify.interaction.press.ActTrace;
import io.jenkins.plugins.slacknotify.lifecycle.act.RecordedAct;
import io.jenkins.plugins.slacknotify.lifecycle.act.RecordedActs;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonTarget;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import io.jenkins.plugins.slacknotify.trigger.input.InputSearch;
import io.jenkins.plugins.slacknotify.trigger.input.InputStepReader;
import io.jenkins.plugins.slacknotify.trigger.input.StandingInputs;
import io.jenkins.plugins.slacknotify.trigger.input.WaitingInputs;
import io.jenkins.plugins.slacknotify.trigger.masking.LogMask;
import io.jenkins.plugins.slacknotify.trigger.parameter.ParameterKind;
import java.io.IOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionOwner;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.support.steps.input.InputStep;
import org.jenkinsci.plugins.workflow.support.steps.input.InputStepExecution;
import org.jenkinsci.plugins.workflow.support.steps.input.Rejection;

/**
 * Answers the {@code input} steps of pipelines. Needs the plugin of that step.
 *
 * <p>{@code InputStepExecution.proceed} checks nothing by itself (its source), so all that its web methods check is checked here:
 * that the step still waits, and that the account may answer; and that it may read the job, besides.
 */
public final class JenkinsInputControl implements InputControl {
    private static final Logger LOGGER = Logger.getLogger(JenkinsInputControl.class.getName());

    private final InstantSource clock;

    public JenkinsInputControl(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public InputLookup find(String account, ButtonTarget question) {
        return withStep(
                        account,
                        question,
                        "",
                        (named, run, step) -> lookUp(account, named, run, step),
                        (named, result) -> new InputLookup.NotForYou(result))
                .orElseGet(() -> new InputLookup.NotForYou(new InputResult.NoSuchBuild()));
    }

    /** Returns the form of the step, or why the account cannot answer it. */
    private InputLookup lookUp(String account, ButtonTarget question, Run<?, ?> run, InputStepExecution step) {
        InputStep input = step.getInput();
        return Optional.ofNullable(refusal(run, step))
                .or(() -> ApprovalRules.refusal(run, account, clock.instant()))
                .or(() -> canBeFilledIn(input.getParameters()) ? Optional.empty() : Optional.of(onlyInJenkins(run)))
                .<InputLookup>map(InputLookup.NotForYou::new)
                .orElseGet(() -> new InputLookup.Waiting(
                        question,
                        ApprovedForm.of(
                                form(input),
                                standingApprovals(question, run, step),
                                text -> LogMask.of(run).mask(text))));
    }

    @Override
    public InputLookup findToReject(String account, ButtonTarget question) {
        return withStep(
                        account,
                        question,
                        "",
                        (named, run, step) -> Optional.ofNullable(refusalToReject(run, step))
                                .<InputLookup>map(InputLookup.NotForYou::new)
                                .orElseGet(() -> new InputLookup.Waiting(named, formToReject(step.getInput()))),
                        (named, result) -> new InputLookup.NotForYou(result))
                .orElseGet(() -> new InputLookup.NotForYou(new InputResult.NoSuchBuild()));
    }

    private static ParameterForm formToReject(InputStep input) {
        String label = InputStepReader.cancelLabel(input);
        return new ParameterForm(
                input.getMessage(), label == null || Mrkdwn.isBlank(label) ? "Reject" : label, List.of());
    }

    /** Returns why the account may not reject a step that waits; null where it may. */
    @CheckForNull
    private static InputResult refusalToReject(Run<?, ?> run, InputStepExecution step) {
        InputResult refusal = refusal(run, step);
        return run.getParent().hasPermission(Item.CANCEL) ? null : refusal;
    }

    @Override
    public boolean isAwaited(String account, ButtonTarget question) {
        return withStep(
                        account,
                        question,
                        "",
                        (named, run, step) -> refusal(run, step) == null
                                && ApprovalRules.isAwaited(
                                        run, step.getInput(), standingApprovals(named, run, step), account),
                        (named, result) -> false)
                .orElse(false);
    }

    private static List<RecordedAct> standingApprovals(ButtonTarget question, Run<?, ?> run, InputStepExecution step) {
        return ApprovalRules.standing(run, String.valueOf(question.node()), other -> mayAnswer(other, run, step));
    }

    @Override
    public boolean isAnyPast(ButtonTarget question) {
        try (ACLContext asSystem = ACL.as2(ACL.SYSTEM2)) {
            return ReadableBuilds.find(question.build())
                    .filter(StandingInputs::isAnyPast)
                    .isPresent();
        }
    }

    @Override
    public InputResult approve(ActTrace trace, ButtonTarget question, Map<String, String> values) {
        return settle(trace, question, (named, run, step) -> approve(trace, named, values, run, step));
    }

    @Override
    public InputResult reject(ActTrace trace, ButtonTarget question) {
        return settle(trace, question, (named, run, step) -> {
            InputResult refusal = refusalToReject(run, step);
            if (refusal != null) {
                return refusal;
            }
            record(run, step, trace, named, RecordedAnswers.REJECTED);
            if (step.isSettled()) { // While the disk took that, somebody may have answered on Jenkins' own page.
                return alreadyAnswered(run, named, trace.origin().request());
            }
            // As its own doAbort, which tells the pipeline nothing of Slack and of a reason. Unlike that, it checks
            // nothing.
            step.stop(new FlowInterruptedException(
                    Result.ABORTED, new Rejection(User.current()), new SlackInterruption(trace.origin())));
            return new InputResult.Done(Jenkins.get().isQuietingDown());
        });
    }

    @FunctionalInterface
    private interface Settlement {
        InputResult apply(ButtonTarget question, Run<?, ?> run, InputStepExecution step) throws Exception;
    }

    @FunctionalInterface
    private interface StepAction<T> {
        T apply(ButtonTarget question, Run<?, ?> run, InputStepExecution step);
    }

    private InputResult settle(ActTrace trace, ButtonTarget question, Settlement settlement) {
        String request = trace.origin().request();
        return withStep(
                        trace.origin().account(),
                        question,
                        request,
                        (named, run, step) -> settle(trace, named, settlement, run, step),
                        (named, result) -> result)
                .orElseGet(InputResult.NoSuchBuild::new);
    }

    /**
     * Finds the step that a request has answered before: it is about that one, and not about the next one.
     *
     * @param request its id
     */
    private static Optional<String> nodeOf(Run<?, ?> run, String request) {
        return RecordedActs.of(run).stream()
                .filter(act -> act.request().equals(request) && act.step() != null)
                .map(RecordedAct::step)
                .findFirst();
    }

    /** Lets one thread at a time answer a step, as Jenkins' own check and effect are two steps. */
    private InputResult settle(
            ActTrace trace, ButtonTarget question, Settlement settlement, Run<?, ?> run, InputStepExecution step) {
        synchronized (step) {
            if (step.isSettled()) {
                return alreadyAnswered(run, question, trace.origin().request());
            }
            try {
                return settlement.apply(question, run, step);
            } catch (Failure e) {
                return step.isSettled()
                        ? alreadyAnswered(run, question, trace.origin().request())
                        : new InputResult.Refused(missingPermission(run, step.getInput()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Jenkins stops", e);
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException("The input of " + run + " could not be answered", e);
            }
        }
    }

    private InputResult approve(
            ActTrace trace, ButtonTarget question, Map<String, String> given, Run<?, ?> run, InputStepExecution step)
            throws IOException, InterruptedException {
        InputResult refusal = refusal(run, step);
        if (refusal != null) {
            return refusal;
        }
        InputStep input = step.getInput();
        List<ParameterDefinition> parameters = input.getParameters();
        if (!canBeFilledIn(parameters)) {
            return onlyInJenkins(run);
        }
        if (given.isEmpty() && !parameters.isEmpty()) {
            return new InputResult.NeedsValues();
        }
        Map<String, Object> values = new HashMap<>();
        for (ParameterDefinition parameter : parameters) {
            String text = given.get(parameter.getName());
            Optional<String> error = text == null ? Optional.empty() : ParameterFields.errorOf(parameter, text);
            if (error.isPresent()) {
                return new InputResult.Invalid(Mrkdwn.quoted(parameter.getName()) + ": " + Mrkdwn.line(error.get()));
            }
            values.put(parameter.getName(), ParameterFields.value(parameter, text));
        }
        String submitter = input.getSubmitterParameter();
        if (submitter != null && !submitter.isEmpty()) {
            values.put(submitter, Jenkins.getAuthentication2().getName());
        }
        Optional<InputResult> obstacle = findProblem(run, step, trace, given);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        if (step.isSettled()) { // Somebody may have answered on Jenkins' own page, which does not take this plugin's
            // lock.
            return alreadyAnswered(run, question, trace.origin().request());
        }
        write(step.getContext().get(TaskListener.class), ActRecorder.line(trace, RecordedActs.APPROVED));
        ActRecorder.recordLastApproval(run, trace, question.node(), ApprovedValues.digest(given), clock.instant());
        // The value that the step itself returns where nothing was filled in.
        step.proceed(values.isEmpty() ? null : values);
        return new InputResult.Done(Jenkins.get().isQuietingDown());
    }

    private Optional<InputResult> findProblem(
            Run<?, ?> run, InputStepExecution step, ActTrace trace, Map<String, String> given)
            throws IOException, InterruptedException {
        FlowNode node = step.getContext().get(FlowNode.class);
        TaskListener log = step.getContext().get(TaskListener.class);
        return node == null
                ? Optional.of(new InputResult.NotLoaded())
                : ApprovalRules.findProblem(
                        new ApprovalRules.WaitingStep(
                                run, node, account -> mayAnswer(account, run, step), line -> write(log, line)),
                        trace,
                        given,
                        clock.instant());
    }

    /** Whether an account may answer a step at this moment, on the terms of who presses a button now. */
    private static boolean mayAnswer(String account, Run<?, ?> run, InputStepExecution step) {
        return AsAccount.call(
                        account,
                        () -> ReadableJobs.find(run.getParent().getFullName()).isPresent()
                                && refusal(run, step) == null)
                .orElse(false);
    }

    private static void write(@CheckForNull TaskListener log, String line) {
        if (log != null) {
            log.getLogger().println(line);
        }
    }

    /** Writes into the build's log and file who answers, before that has its effect: after it, the build may be over. */
    private void record(Run<?, ?> run, InputStepExecution step, ActTrace trace, ButtonTarget question, String what)
            throws IOException, InterruptedException {
        write(step.getContext().get(TaskListener.class), ActRecorder.line(trace, what));
        ActRecorder.record(run, trace, what, question.node(), clock.instant());
    }

    /** Does something with the step of a question as an account; empty where {@link AsAccount} runs nothing. */
    private static <T> Optional<T> withStep(
            String account,
            ButtonTarget question,
            String request,
            StepAction<T> action,
            BiFunction<ButtonTarget, InputResult, T> otherwise) {
        return AsAccount.call(account, () -> withStep(question, request, action, otherwise));
    }

    /**
     * Does something with the step of a question. A button that a job's author has made need not name one, as it is posted before
     * the step waits; then it is the only one that waits in that build.
     *
     * @param otherwise is called with the question, which names the step as far as it is known, where it does not wait, or nobody
     *     knows whether it does
     */
    private static <T> T withStep(
            ButtonTarget question,
            String request,
            StepAction<T> action,
            BiFunction<ButtonTarget, InputResult, T> otherwise) {
        Optional<Run<?, ?>> found = ReadableBuilds.find(question.build());
        if (found.isEmpty()) {
            return otherwise.apply(question, new InputResult.NoSuchBuild());
        }
        Run<?, ?> run = found.get();
        String node = question.node() == null ? nodeOf(run, request).orElse(null) : question.node();
        ButtonTarget named = new ButtonTarget(question.build(), node);
        InputSearch search = node == null ? WaitingInputs.onlyOneNow(run) : WaitingInputs.findNow(run, node);
        if (search instanceof InputSearch.Found step) {
            return action.apply(new ButtonTarget(question.build(), step.node().getId()), run, step.execution());
        }
        if (search instanceof InputSearch.Unknown) {
            return otherwise.apply(named, new InputResult.NotLoaded());
        }
        return otherwise.apply(named, node == null ? new InputResult.NotOne() : alreadyAnswered(run, named, request));
    }

    /** Returns why the account may not answer a step that waits; null where it may. */
    @CheckForNull
    private static InputResult refusal(Run<?, ?> run, InputStepExecution step) {
        try {
            step.preSubmissionCheck();
            return null;
        } catch (Failure e) {
            return new InputResult.Refused(missingPermission(run, step.getInput()));
        } catch (IOException e) {
            throw new IllegalStateException("Who may answer the input of " + run + " is not known", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Jenkins stops", e);
        }
    }

    private static String missingPermission(Run<?, ?> run, InputStep input) {
        String submitters = input.getSubmitter();
        Job<?, ?> job = run.getParent();
        return submitters == null || submitters.isBlank()
                ? ReadableBuilds.missingPermission("Build", job)
                : "this question is for *" + Mrkdwn.line(submitters) + "* alone";
    }

    /** Returns what became of a step that does not wait. @param request the one that asks; empty where none does */
    private static InputResult alreadyAnswered(Run<?, ?> run, ButtonTarget question, String request) {
        if (!(run instanceof FlowExecutionOwner.Executable pipeline)) {
            return new InputResult.Over();
        }
        FlowExecutionOwner owner = pipeline.asFlowExecutionOwner();
        FlowExecution execution = owner == null ? null : owner.getOrNull();
        if (execution == null && run.isBuilding()) {
            return new InputResult.NotLoaded();
        }
        Optional<FlowNode> node = execution == null ? Optional.empty() : node(run, execution, question.node());
        if (node.isEmpty() || !InputStepReader.isInput(node.get())) {
            return new InputResult.Over();
        }
        InputAnswer answer = InputStepReader.answer(node.get(), run);
        if (answer.ending() != Ending.GIVEN_UP) {
            boolean isApproved = answer.ending() == Ending.ANSWERED;
            String answeredBy = InputStepReader.answeredBy(node.get());
            boolean isSame = RecordedAnswers.of(run, question.node())
                    .isOfRequest(request, isApproved, answeredBy, User.idStrategy()::equals);
            boolean isSameAccount = answeredBy != null
                    && User.idStrategy()
                            .equals(answeredBy, Jenkins.getAuthentication2().getName());
            return new InputResult.AlreadyAnswered(answer.by(), isApproved, isSame, isSame || isSameAccount);
        }
        if (run.isBuilding() && node.get().isActive()) {
            return RecordedAnswers.of(run, question.node()).last(request).orElseGet(InputResult.NotLoaded::new);
        }
        return new InputResult.Over();
    }

    @Override
    public Optional<InputResult> earlier(String request, ButtonTarget question) {
        try (ACLContext asSystem = ACL.as2(ACL.SYSTEM2)) {
            return ReadableBuilds.find(question.build())
                    .filter(run -> RecordedActs.of(run).stream()
                            .anyMatch(act -> act.request().equals(request) && act.step() != null))
                    .flatMap(run -> recordedResult(request, question));
        }
    }

    /**
     * Returns what a request has written down. An act is written down before its effect, so it does not count while its step still
     * waits.
     */
    private static Optional<InputResult> recordedResult(String request, ButtonTarget question) {
        return withStep(
                question,
                request,
                (named, it, step) -> ApprovalRules.earlier(it, named.node(), request),
                (named, result) -> Optional.of(result));
    }

    private static Optional<FlowNode> node(Run<?, ?> run, FlowExecution execution, String id) {
        try {
            return Optional.ofNullable(execution.getNode(id));
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.WARNING, e, () -> "Step " + id + " of " + run + " cannot be read");
            return Optional.empty();
        }
    }

    private static boolean canBeFilledIn(List<ParameterDefinition> parameters) {
        return ParameterKind.canAllBeFilledInOutside(parameters)
                && parameters.stream().allMatch(ParameterFields::fits);
    }

    private static InputResult onlyInJenkins(Run<?, ?> run) {
        String root = Jenkins.get().getRootUrl();
        return new InputResult.OnlyInJenkins(root == null ? null : root + run.getUrl() + "input/");
    }

    private static ParameterForm form(InputStep input) {
        return new ParameterForm(
                input.getMessage(),
                input.getOk(),
                input.getParameters().stream().map(ParameterFields::field).toList());
    }
}
