package io.jenkins.plugins.slacknotify.control.run;

import hudson.model.Executor;
import hudson.model.Item;
import hudson.model.Job;
import hudson.model.Queue;
import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.control.AsAccount;
import io.jenkins.plugins.slacknotify.control.ReadableQueue;
import io.jenkins.plugins.slacknotify.control.SlackInterruption;
import io.jenkins.plugins.slacknotify.interaction.build.ActOrigin;
import io.jenkins.plugins.slacknotify.interaction.build.QueueSlot;
import io.jenkins.plugins.slacknotify.interaction.build.StopResult;
import io.jenkins.plugins.slacknotify.lifecycle.ChannelNames;
import io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonTarget;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import jenkins.model.CauseOfInterruption;

/** Stops builds; called within {@link AsAccount#call}. */
final class BuildStopper {
    private static final Logger LOGGER = Logger.getLogger(BuildStopper.class.getName());

    private BuildStopper() {}

    /** Stops a build as its red button does, and never by force. */
    static StopResult stop(ActOrigin origin, Run<?, ?> run) {
        if (!run.isBuilding()) {
            return new StopResult.AlreadyOver();
        }
        if (!run.getParent().hasPermission(Item.CANCEL)) {
            return refused(origin, run.getParent());
        }
        Executor executor = run.getExecutor();
        if (executor == null) { // The build is being loaded after a restart; stopping it now would kill it.
            return new StopResult.NotYet();
        }
        executor.interrupt(
                Result.ABORTED,
                new CauseOfInterruption.UserInterruption(origin.account()),
                new SlackInterruption(origin));
        return new StopResult.Stopped();
    }

    /**
     * Takes a build out of the queue if it is the one of that job that is meant, whoever put it there.
     *
     * @param job the full name of the job now or at an earlier time
     */
    static StopResult cancel(ActOrigin origin, String job, QueueSlot slot) {
        return find(job, slot).map(item -> cancel(origin, item)).orElseGet(StopResult.NoSuchBuild::new);
    }

    /** Takes a build out of the queue on the same terms. @param button as {@link QueueSlot#target} names it */
    static StopResult cancel(ActOrigin origin, ButtonTarget button) {
        return find(button).map(item -> cancel(origin, item)).orElseGet(StopResult.NoSuchBuild::new);
    }

    /** Returns whether {@link #cancel} would find a build. */
    static boolean waits(ButtonTarget button) {
        return find(button).isPresent();
    }

    private static Optional<Queue.Item> find(ButtonTarget button) {
        return QueueSlot.of(button).flatMap(slot -> find(button.build().job(), slot));
    }

    private static Optional<Queue.Item> find(String job, QueueSlot slot) {
        String now = EngineLifecycle.get().engine().jobs().current(job, Instant.EPOCH);
        return Arrays.stream(Queue.getInstance().getItems())
                .filter(item -> isOf(item, List.of(job, now), slot))
                .filter(item -> item.task instanceof Job<?, ?> queued && queued.hasPermission(Item.READ))
                .findFirst();
    }

    private static boolean isOf(Queue.Item item, List<String> jobs, QueueSlot slot) {
        return item.task instanceof Job<?, ?> queued
                && jobs.contains(queued.getFullName())
                && slot.equals(ReadableQueue.slot(item));
    }

    private static StopResult cancel(ActOrigin origin, Queue.Item item) {
        if (!item.hasCancelPermission()) {
            return refused(origin, (Job<?, ?>) item.task);
        }
        if (!Queue.getInstance().cancel(item)) {
            return new StopResult.AlreadyOver();
        }
        // A queue item has no log, and Jenkins itself does not log who has cancelled it.
        LOGGER.info(() -> ((Job<?, ?>) item.task).getFullName() + " was taken out of the queue by " + origin.account()
                + " from Slack" + where(origin));
        return new StopResult.Stopped();
    }

    private static String where(ActOrigin origin) {
        String channel = ChannelNames.label(origin.channel());
        return (channel.isEmpty() ? "" : " " + channel) + " (member " + origin.member() + ")"
                + (origin.reason() == null ? "" : "; reason: " + origin.reason());
    }

    private static StopResult refused(ActOrigin origin, Job<?, ?> job) {
        return new StopResult.Refused("You may not stop builds of *"
                + Mrkdwn.line(job.getFullDisplayName()) + "*: in Jenkins you are *"
                + Mrkdwn.line(origin.account()) + "*, who lacks the permission _Job/Cancel_ there.");
    }
}
