package io.jenkins.plugins.slacknotify.control.input;

import hudson.model.Run;
import hudson.model.User;
import io.jenkins.plugins.slacknotify.config.approval.ApprovalProperty;
import io.jenkins.plugins.slacknotify.control.ActRecorder;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.event.participants.Person;
import io.jenkins.plugins.slacknotify.interaction.approval.ApprovalCount;
import io.jenkins.plugins.slacknotify.interaction.approval.ApprovalCount.Approver;
import io.jenkins.plugins.slacknotify.interaction.approval.ApprovedValues;
import io.jenkins.plugins.slacknotify.interaction.approval.InputResult;
import io.jenkins.plugins.slacknotify.interaction.press.ActTrace;
import io.jenkins.plugins.slacknotify.lifecycle.act.RecordedAct;
import io.jenkins.plugins.slacknotify.lifecycle.act.RecordedActs;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import io.jenkins.plugins.slacknotify.people.account.AccountsUnavailableException;
import io.jenkins.plugins.slacknotify.personal.SlackLinks;
import io.jenkins.plugins.slacknotify.slack.http.PlainText;
import io.jenkins.plugins.slacknotify.trigger.causes.Requesters;
import io.jenkins.plugins.slacknotify.trigger.input.InputStepReader;
import io.jenkins.plugins.slacknotify.trigger.running.MilestoneReporter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jenkins.model.IdStrategy;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.support.steps.input.InputStep;
import org.springframework.security.core.Authentication;

/**
 * The requirements of a job for an approval, beyond those of the step itself. Called as the account that approves, by one thread at a time
 * for a step.
 *
 * <p>Approvals that wait for more are kept with the build, by its step, so they count over restarts.
 */
final class ApprovalRules {
    private static final int MAX_TEXT = 300;

    /** Why somebody whom the message names as an approver is missing all the same. */
    private static final String OTHER_VALUES =
            ", with the same values as yours: somebody has approved other ones, which the form shows";

    private ApprovalRules() {}

    /**
     * A step that waits.
     *
     * @param input the step
     * @param mayAnswer whether an account may answer it at this moment
     * @param log writes a line into the build's log
     */
    record WaitingStep(Run<?, ?> run, FlowNode input, Predicate<String> mayAnswer, Consumer<String> log) {}

    /**
     * Returns why an approval has no effect yet; empty where it has.
     *
     * @param values that were filled in, by the names of the parameters
     * @throws AccountsUnavailableException where nobody can say whether others who have approved may do so still
     */
    static Optional<InputResult> findProblem(
            WaitingStep step, ActTrace trace, Map<String, String> values, Instant now) {
        return refusal(step.run(), trace.origin().account(), now)
                .or(() -> ApprovalProperty.of(step.run().getParent())
                        .flatMap(asked -> counted(asked, step, trace, values, now)));
    }

    /** Returns why an account may approve nothing of a build; empty where it may, as far as the job is concerned. */
    static Optional<InputResult> refusal(Run<?, ?> run, String account, Instant now) {
        return ApprovalProperty.of(run.getParent()).flatMap(asked -> refusal(asked, run, account, now));
    }

    /**
     * Returns the approvals of a step that count at this moment, and lets none lapse.
     *
     * @param step its id
     * @param mayAnswer whether an account may answer it
     * @throws AccountsUnavailableException where nobody can say that
     */
    static List<RecordedAct> standing(Run<?, ?> run, String step, Predicate<String> mayAnswer) {
        return RecordedActs.approvalsInPart(run, step).stream()
                .filter(act -> mayAnswer.test(act.account()))
                .toList();
    }

    /**
     * Returns whether an approval by an account would be of use at this moment; called as the account.
     *
     * @param earlier those that {@linkplain #standing count}
     */
    static boolean isAwaited(Run<?, ?> run, InputStep input, List<RecordedAct> earlier, String account) {
        return ApprovalProperty.of(run.getParent())
                .map(asked -> !(asked.isNotByStarter() && hasStarted(account, run))
                        && earlier.stream().noneMatch(act -> isOf(account, act))
                        && new ApprovalCount(asked.getPeople(), asked.groupList())
                                .isHelpedBy(
                                        new Approver(account, new HashSet<>(groupsOfAccount(asked))),
                                        // A second approver who fills in the form may want other values.
                                        input.getParameters().isEmpty() ? approvers(earlier) : List.of()))
                .orElse(true);
    }

    private static Optional<InputResult> refusal(ApprovalProperty asked, Run<?, ?> run, String account, Instant now) {
        if (asked.isNotByStarter() && hasStarted(account, run)) {
            return Optional.of(new InputResult.Refused(
                    "this job wants somebody to approve who has not started the build, and you have"));
        }
        Duration limit = Duration.ofHours(asked.getSignInHours());
        return !limit.isZero()
                        && SlackLinks.get().signedInAt(account).plus(limit).isBefore(now)
                ? Optional.of(new InputResult.Refused(
                        "this job wants a sign-in to Jenkins within the last " + asked.getSignInHours()
                                + " hours. Sign in to Jenkins once more and press again. If you are signed in, sign out first",
                        true))
                : Optional.empty();
    }

    /** Whether somebody has started a build or one upstream, which {@code ReadableBuilds.isStartedBy} leaves out. */
    private static boolean hasStarted(String account, Run<?, ?> run) {
        return Requesters.of(run)
                .map(Person::account)
                .anyMatch(starter -> starter != null && User.idStrategy().equals(starter, account));
    }

    private static Optional<InputResult> counted(
            ApprovalProperty asked, WaitingStep step, ActTrace trace, Map<String, String> values, Instant now) {
        Run<?, ?> run = step.run();
        String id = step.input().getId();
        ApprovalCount count = new ApprovalCount(asked.getPeople(), asked.groupList());
        String digest = ApprovedValues.digest(values);
        String account = trace.origin().account();
        List<RecordedAct> lapsed = lapse(step, account);
        List<RecordedAct> earlier = RecordedActs.approvalsInPart(run, id).stream()
                .filter(act -> digest.equals(act.values()))
                .toList();
        List<RecordedAct> own =
                earlier.stream().filter(act -> isOf(account, act)).toList();
        List<Approver> others =
                approvers(earlier.stream().filter(act -> !isOf(account, act)).toList());
        List<String> groups = groupsOfAccount(asked);
        Approver approver = new Approver(account, new HashSet<>(groups));
        boolean isOfUse = !own.isEmpty() || count.isHelpedBy(approver, others);
        others.add(approver);
        Optional<String> missing = count.missing(others);
        if (missing.isPresent() && own.isEmpty() && isOfUse) {
            step.log().accept(ActRecorder.line(trace, RecordedActs.APPROVED_IN_PART));
            ActRecorder.recordApproval(run, trace, id, values, groups, now);
        }
        if (missing.isPresent() && (own.isEmpty() && isOfUse || !lapsed.isEmpty())) {
            MilestoneReporter.changed(
                    run,
                    Milestone.waitingFor(InputStepReader.waitingQuestion(step.input(), run)),
                    trace.origin().request());
        }
        boolean isAnotherRequest = !own.isEmpty()
                && earlier.stream().noneMatch(act -> act.isOf(trace.origin().request(), id));
        boolean isOfOtherValues = RecordedActs.approvalsInPart(run, id).stream()
                .anyMatch(act -> !isOf(account, act) && !digest.equals(act.values()));
        return missing.map(who -> Mrkdwn.line(who, MAX_TEXT) + (isOfOtherValues ? OTHER_VALUES : ""))
                .map(who -> isOfUse
                        ? new InputResult.Counted(who, isAnotherRequest)
                        : new InputResult.Refused("this question still waits for " + who));
    }

    /**
     * Lets approvals lapse, for good, whose author may not answer the step any more: the account is gone or blocked, or has lost the
     * permission.
     *
     * @param approving who may answer it, as was just found out
     * @return those that have lapsed
     */
    private static List<RecordedAct> lapse(WaitingStep step, String approving) {
        List<RecordedAct> lapsed = RecordedActs.approvalsInPart(
                        step.run(), step.input().getId())
                .stream()
                .filter(act -> !isOf(approving, act) && !step.mayAnswer().test(act.account()))
                .toList();
        RecordedActs.lapse(step.run(), lapsed);
        lapsed.forEach(act -> step.log()
                .accept(ActRecorder.line("the approval by " + PlainText.line(act.name()) + " (" + act.account()
                        + ") counts no more, as that account may not approve now")));
        return lapsed;
    }

    private static boolean isOf(String account, RecordedAct act) {
        return User.idStrategy().equals(account, act.account());
    }

    /**
     * Returns what the approval of an earlier attempt at a request has come to, which waits for more; empty where there is none.
     *
     * @param step its id
     */
    static Optional<InputResult> earlier(Run<?, ?> run, String step, String request) {
        List<RecordedAct> recorded = RecordedActs.approvalsInPart(run, step);
        ApprovalProperty asked = ApprovalProperty.of(run.getParent()).orElse(null);
        return asked == null
                ? Optional.empty()
                : recorded.stream()
                        .filter(act -> act.request().equals(request))
                        .findFirst()
                        .flatMap(own -> new ApprovalCount(asked.getPeople(), asked.groupList())
                                .missing(approvers(recorded.stream()
                                        .filter(act -> Objects.equals(act.values(), own.values()))
                                        .toList())))
                        .map(who -> new InputResult.Counted(Mrkdwn.line(who, MAX_TEXT), false));
    }

    /** Returns those who have approved, each once. */
    private static List<Approver> approvers(List<RecordedAct> acts) {
        return new ArrayList<>(acts.stream()
                .collect(Collectors.toMap(
                        RecordedAct::account,
                        act -> new Approver(
                                act.account(), new HashSet<>(Objects.requireNonNullElse(act.groups(), List.of()))),
                        (first, second) -> first,
                        () -> new TreeMap<>(User.idStrategy())))
                .values());
    }

    /** Returns the groups of the job to which the account belongs at this moment, by names as the security realm compares them. */
    private static List<String> groupsOfAccount(ApprovalProperty asked) {
        Authentication account = Jenkins.getAuthentication2();
        IdStrategy ofUsers = User.idStrategy();
        IdStrategy ofGroups = Jenkins.get().getSecurityRealm().getGroupIdStrategy();
        return asked.groupList().stream()
                .filter(name -> ofUsers.equals(name, account.getName())
                        || account.getAuthorities().stream()
                                .anyMatch(group -> ofGroups.equals(name, group.getAuthority())))
                .toList();
    }
}
