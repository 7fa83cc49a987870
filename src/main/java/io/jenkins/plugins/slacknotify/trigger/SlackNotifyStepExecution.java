package io.jenkins.plugins.slacknotify.trigger;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.FilePath;
import hudson.model.Computer;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.slacknotify.config.form.Sentences;
import io.jenkins.plugins.slacknotify.engine.DeliveryHandle;
import io.jenkins.plugins.slacknotify.engine.notification.Relation;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.trigger.event.RunEvents;
import io.jenkins.plugins.slacknotify.trigger.masking.LogMask;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/**
 * The execution of the step {@code slackNotify}.
 *
 * <p>It works on a pool thread: it reads older builds and writes to disk, and the pipeline's own thread is shared.
 *
 * <p>After a restart it does all of it again. The announcement then has the same id, so it is sent once; whoever waits
 * for Slack's answer goes on waiting, and the time-out begins anew.
 */
final class SlackNotifyStepExecution extends StepExecution {
    private static final long serialVersionUID = 1L;

    private final AnnouncementOptions options;
    private final boolean waits;
    private final Duration timeout;
    private final String id = UUID.randomUUID().toString();

    /** The message to replace or to answer; null where there is none. */
    @CheckForNull
    private final SlackMessage update;

    @CheckForNull
    private final SlackMessage thread;

    private final boolean broadcast;

    /** The problems of the arguments; null in a step that an earlier version has stored. */
    @CheckForNull
    private final List<String> problems;

    /** Whether the step was stopped; what happens on other threads then has no effect on the build any more. */
    private transient volatile boolean stopped;

    SlackNotifyStepExecution(StepContext context, SlackNotifyStep step, AnnouncementOptions options) {
        super(context);
        this.options = options;
        this.waits = step.isWait();
        this.timeout = Duration.ofSeconds(step.getTimeout());
        this.update = step.getUpdate();
        this.thread = step.getThread();
        this.broadcast = step.isBroadcast();
        this.problems = new ArrayList<>(step.problems());
    }

    @Override
    public boolean start() {
        Computer.threadPoolForRemoting.execute(this::run);
        return false;
    }

    @Override
    public void onResume() {
        start();
    }

    /** {@inheritDoc} The build goes on at once; a message that was handed over is sent all the same. */
    @Override
    public void stop(Throwable cause) throws Exception {
        stopped = true;
        super.stop(cause);
    }

    private void run() {
        try {
            Announcer announcer = new Announcer(
                    // Masked as in the log, so that a message says no more than the console.
                    options.withoutColours().masked(LogMask.of(getContext())::mask),
                    getContext().get(Run.class).getParent(),
                    getContext().get(TaskListener.class));
            List<DeliveryHandle> handles = handOver(announcer);
            if (stopped) {
                return;
            }
            if (!waits && !options.isFailOnError()) {
                getContext().onSuccess(SlackMessage.of(handles, List.of()));
                return;
            }
            announcer
                    .awaitDeliveries(handles, timeout)
                    .whenCompleteAsync(
                            (answers, problem) -> finish(announcer, handles, answers, problem),
                            Computer.threadPoolForRemoting);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            getContext().onFailure(e);
        } catch (Throwable e) {
            // A step that gets no result waits for ever.
            getContext().onFailure(e);
        }
    }

    private List<DeliveryHandle> handOver(Announcer announcer) throws IOException, InterruptedException {
        if (problems != null && !problems.isEmpty()) {
            announcer.reportProblem("Not sent: " + Sentences.join(problems));
            return List.of();
        }
        SlackMessage earlier = update != null ? update : thread;
        if (earlier != null && earlier.isEmpty()) {
            announcer.reportProblem("Not sent: the message that it belongs to was sent to no channel.");
            return List.of();
        }
        if (update != null && (thread != null || broadcast)) {
            BuildConsole.print(getContext().get(TaskListener.class), Messages.SlackNotifyStepExecution_replaces());
        }
        announcer.copyFile(id, workspace());
        if (stopped) {
            announcer.releaseFile(id);
            return List.of();
        }
        List<Relation> replies = earlier == null ? List.of() : earlier.relations(kind());
        return announcer.handOver(
                id, RunEvents.current(getContext().get(Run.class), Clock.systemUTC(), getContext()), replies, waits);
    }

    /** Returns the workspace; null outside of {@code node}, and where its agent has not come back after a restart. */
    @CheckForNull
    private FilePath workspace() throws InterruptedException {
        try {
            return getContext().get(FilePath.class);
        } catch (IOException agentIsAway) {
            return null;
        }
    }

    private Relation.Kind kind() {
        if (update != null) {
            return Relation.Kind.UPDATE;
        }
        return broadcast ? Relation.Kind.BROADCAST : Relation.Kind.THREAD;
    }

    private void finish(
            Announcer announcer,
            List<DeliveryHandle> handles,
            List<Delivery> answers,
            @CheckForNull Throwable problem) {
        if (stopped) {
            return;
        }
        if (problem != null) {
            getContext().onFailure(problem);
            return;
        }
        try {
            announcer.reportUndelivered(handles);
            getContext().onSuccess(SlackMessage.of(handles, answers));
        } catch (Throwable e) {
            // As in run: a step that gets no result waits for ever.
            getContext().onFailure(e);
        }
    }
}
