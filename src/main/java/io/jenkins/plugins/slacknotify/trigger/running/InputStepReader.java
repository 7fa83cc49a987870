package io.jenkins.plugins.slacknotify.trigger.running;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.User;
import io.jenkins.plugins.slacknotify.event.InputQuestion;
import io.jenkins.plugins.slacknotify.event.InputQuestion.Ending;
import io.jenkins.plugins.slacknotify.event.InputQuestion.InputAnswer;
import java.time.Duration;
import java.util.Optional;
import org.jenkinsci.plugins.workflow.actions.ArgumentsAction;
import org.jenkinsci.plugins.workflow.actions.ErrorAction;
import org.jenkinsci.plugins.workflow.actions.TimingAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.graph.StepNode;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.support.steps.input.InputSubmittedAction;
import org.jenkinsci.plugins.workflow.support.steps.input.Rejection;

/** Reads the steps of a pipeline that wait for input. It waits for nothing itself. */
final class InputStepReader {
    private static final String INPUT = "input";

    private InputStepReader() {}

    static boolean isInput(FlowNode node) {
        StepDescriptor step = node instanceof StepNode stepNode ? stepNode.getDescriptor() : null;
        return step != null && INPUT.equals(step.getFunctionName());
    }

    /** Returns the question of a step. Jenkins masks secrets in the arguments that it keeps. */
    static InputQuestion question(FlowNode input) {
        Object message = ArgumentsAction.getFilteredArguments(input).get("message");
        return new InputQuestion(input.getId(), message == null ? null : message.toString(), null);
    }

    /** Returns the question of a step that no longer waits, with its answer. */
    static InputQuestion finishedQuestion(FlowNode input) {
        Duration after = Duration.ofMillis(System.currentTimeMillis() - TimingAction.getStartTime(input));
        InputSubmittedAction submitted = input.getPersistentAction(InputSubmittedAction.class);
        InputAnswer answer = submitted == null
                ? rejection(input)
                        .map(rejected -> new InputAnswer(Ending.REJECTED, name(rejected.getUser()), after))
                        .orElseGet(() -> new InputAnswer(Ending.GIVEN_UP, null, after))
                : new InputAnswer(Ending.ANSWERED, name(account(submitted.getApprover())), after);
        return question(input).withAnswer(answer);
    }

    private static Optional<Rejection> rejection(FlowNode input) {
        ErrorAction failure = input.getError();
        return failure != null && failure.getError() instanceof FlowInterruptedException interruption
                ? interruption.getCauses().stream()
                        .filter(Rejection.class::isInstance)
                        .map(Rejection.class::cast)
                        .findFirst()
                : Optional.empty();
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
