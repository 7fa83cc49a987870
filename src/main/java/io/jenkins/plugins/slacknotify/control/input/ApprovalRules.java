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
import io.jenkins.plugins.slacknotify.personal.SlackLinks;
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
import java.util.stream.Collectors;
import jenkins.model.IdStrategy;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.springframework.security.core.Authentication;

/**
 * What a job asks of an approval beyond the step itself. Called as the account that approves, by one thread at a time for a step.
 *
 * <p>Approvals that wait for more are kept with the build, by its step, so they count over restarts.
 */
final class ApprovalRules {
    private static final int TEXT_LIMIT = 300;

    private ApprovalRules() {}

    /** Something that says in the build's log who approves. */
    @FunctionalInterface
    interface Console {
        void say(String what);
    }

    /**
     * Returns why an approval has no effect yet; empty where it has.
     *
     * @param input the step
     * @param values that were filled in, by the names of the parameters
     */
    static Optional<InputResult> findProblem(
            Run<?, ?> run, FlowNode input, ActTrace trace, Map<String, String> values, Console console, Instant now) {
        return ApprovalProperty.of(run.getParent())
                .flatMap(asked -> refusal(asked, run, trace, now)
                        .or(() -> counted(asked, run, input, trace, values, console, now)));
    }

    private static Optional<InputResult> refusal(ApprovalProperty asked, Run<?, ?> run, ActTrace trace, Instant now) {
        String account = trace.origin().account();
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

    private static boolean hasStarted(String account, Run<?, ?> run) {
        return Requesters.of(run.getCauses())
                .map(Person::account)
                .anyMatch(starter -> starter != null && User.idStrategy().equals(starter, account));
    }

    private static Optional<InputResult> counted(
            ApprovalProperty asked,
            Run<?, ?> run,
            FlowNode input,
            ActTrace trace,
            Map<String, String> values,
            Console console,
            Instant now) {
        ApprovalCount count = new ApprovalCount(asked.getPeople(), asked.groupList());
        String digest = ApprovedValues.digest(values);
        String account = trace.origin().account();
        List<RecordedAct> earlier = RecordedActs.approvalsInPart(run, input.getId()).stream()
                .filter(act -> digest.equals(act.values()))
                .toList();
        List<Approver> others = approvers(
                earlier.stream().filter(act -> !act.account().equals(account)).toList());
        boolean isRepeated = earlier.stream().anyMatch(act -> act.account().equals(account));
        List<String> groups = groupsOfAccount(asked);
        others.add(new Approver(account, new HashSet<>(groups)));
        Optional<String> missing = count.missing(others);
        if (missing.isPresent() && !isRepeated) {
            console.say(RecordedActs.APPROVED_IN_PART);
            ActRecorder.recordApproval(run, trace, input.getId(), digest, groups, now);
            MilestoneReporter.changed(
                    run,
                    Milestone.waitingFor(InputStepReader.waitingQuestion(input, run)),
                    trace.origin().request());
        }
        boolean isAnotherRequest = isRepeated
                && earlier.stream().noneMatch(act -> act.isOf(trace.origin().request(), input.getId()));
        return missing.map(who -> new InputResult.Counted(Mrkdwn.line(who, TEXT_LIMIT), isAnotherRequest));
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
                        .map(who -> new InputResult.Counted(Mrkdwn.line(who, TEXT_LIMIT), false));
    }

    /** Returns those who have approved, each once. */
    private static List<Approver> approvers(List<RecordedAct> acts) {
        return new ArrayList<>(acts.stream()
                .collect(Collectors.toMap(
                        RecordedAct::account,
                        act -> new Approver(
                                act.account(), new HashSet<>(Objects.requireNonNullElse(act.groups(), List.of()))),
                        (first, second) -> first))
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
