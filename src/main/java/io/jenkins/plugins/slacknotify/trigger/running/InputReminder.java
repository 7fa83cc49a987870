package io.jenkins.plugins.slacknotify.trigger.running;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.PeriodicWork;
import hudson.model.Run;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.slacknotify.config.approval.ApprovalProperty;
import io.jenkins.plugins.slacknotify.event.InputDetails;
import io.jenkins.plugins.slacknotify.event.InputQuestion;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.event.participants.Person;
import io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle;
import io.jenkins.plugins.slacknotify.lifecycle.RunningRuns;
import io.jenkins.plugins.slacknotify.lifecycle.act.RecordedActs;
import io.jenkins.plugins.slacknotify.message.wording.ReminderText;
import io.jenkins.plugins.slacknotify.outbox.thread.SingleTaskThread;
import io.jenkins.plugins.slacknotify.personal.SlackLinks;
import io.jenkins.plugins.slacknotify.trigger.causes.Requesters;
import io.jenkins.plugins.slacknotify.trigger.event.RunEvents;
import io.jenkins.plugins.slacknotify.trigger.extension.BestEffort;
import io.jenkins.plugins.slacknotify.trigger.input.InputStepReader;
import io.jenkins.plugins.slacknotify.trigger.input.StandingInputs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/**
 * Looks once a minute for questions that have waited as long as their job says, and sends the reminders that are due.
 *
 * <p>The pipeline's graph says since when a question waits, and the outbox which reminders were sent, so a restart changes
 * nothing. If several reminders of a question have become due, only the last one is sent.
 */
@Extension(optional = true)
public final class InputReminder extends PeriodicWork {
    private final SingleTaskThread thread = new SingleTaskThread("input reminders");

    @Override
    public long getRecurrencePeriod() {
        return MIN;
    }

    /** Hands over: a pipeline that is being loaded may block for a minute, and the timer is that of all of Jenkins. */
    @Override
    protected void doRun() {
        thread.work(() -> {
            try (ACLContext asSystem = ACL.as2(ACL.SYSTEM2)) {
                remind(Instant.now());
            }
        });
    }

    /** Sends the reminders that are due at a time. */
    public static void remind(Instant now) {
        RunningRuns.all()
                .forEach(run -> ApprovalProperty.of(run.getParent())
                        .filter(asked -> asked.getRemindAfterMinutes() > 0)
                        .ifPresent(asked ->
                                BestEffort.run("remind of the questions of ", run, () -> remind(run, asked, now))));
    }

    private static void remind(Run<?, ?> run, ApprovalProperty asked, Instant now) {
        for (FlowNode input : StandingInputs.of(run).orElse(List.of())) {
            int number = asked.remindersDue(Duration.between(InputStepReader.since(input, run), now));
            if (number > 0) {
                remind(run, asked, InputStepReader.waitingQuestion(input, run), number);
            }
        }
    }

    private static void remind(Run<?, ?> run, ApprovalProperty asked, InputQuestion question, int number) {
        EngineLifecycle.get()
                .engine()
                .remind(
                        RunEvents.milestone(run, Milestone.waitingFor(question), Clock.systemUTC()),
                        number,
                        mention(question.details(), spared(run, asked, question)));
    }

    /** Returns the accounts that a reminder does not help: those that have approved, and that must not. */
    private static Set<String> spared(Run<?, ?> run, ApprovalProperty asked, InputQuestion question) {
        Set<String> accounts = new TreeSet<>(User.idStrategy());
        RecordedActs.approvalsInPart(run, question.id()).forEach(act -> accounts.add(act.account()));
        if (asked.isNotByStarter()) {
            Requesters.of(run).map(Person::account).filter(Objects::nonNull).forEach(accounts::add);
        }
        return accounts;
    }

    /**
     * Returns the text of a reminder that mentions the submitters who are named one by one and linked with a member of Slack. The members
     * of a group are not known.
     */
    private static String mention(@CheckForNull InputDetails details, Set<String> spared) {
        String submitters = Objects.requireNonNullElse(details == null ? null : details.submitters(), "");
        List<String> named =
                Arrays.stream(submitters.split(",")).map(String::strip).toList();
        return ReminderText.of(SlackLinks.get().all().stream()
                .filter(linked -> !spared.contains(linked.account())
                        && named.stream().anyMatch(name -> User.idStrategy().equals(name, linked.account()))
                        && SlackLinks.isLinked(
                                linked.account(),
                                linked.link().getInstallation(),
                                linked.link().getMember()))
                .map(linked -> linked.link().getMember())
                .toList());
    }
}
