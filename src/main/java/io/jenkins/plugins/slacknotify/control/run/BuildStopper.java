package io.jenkins.plugins.slacknotify.control.run;

import hudson.model.Executor;
import hudson.model.Item;
import hudson.model.Job;
import hudson.model.Queue;
import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.control.AsAccount;
import io.jenkins.plugins.slacknotify.control.SlackCause;
import io.jenkins.plugins.slacknotify.control.SlackInterruption;
import io.jenkins.plugins.slacknotify.interaction.build.ActOrigin;
import io.jenkins.plugins.slacknotify.interaction.build.QueueSlot;
import io.jenkins.plugins.slacknotify.interaction.build.StopResult;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import jenkins.model.CauseOfInterruption;

/** Stops builds; called within {@link AsAccount#call}. */
final class BuildStopper {

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
        if (executor == null) { // For a moment after a restart. To stop it now would be to kill it.
            return new StopResult.NotYet();
        }
        executor.interrupt(
                Result.ABORTED,
                new CauseOfInterruption.UserInterruption(origin.account()),
                new SlackInterruption(origin));
        return new StopResult.Stopped();
    }

    /** Takes a build out of the queue if it is the one of that job that is meant. */
    static StopResult cancel(ActOrigin origin, String job, QueueSlot slot) {
        return cancel(origin, item -> isOf(item, job, slot));
    }

    /** Takes a build out of the queue on the terms of {@link #cancel} if it was put there from Slack. */
    static StopResult cancelFromSlack(ActOrigin origin, String job, QueueSlot slot) {
        return cancel(origin, item -> isFromSlack(item, job, slot));
    }

    /** Returns whether {@link #cancelFromSlack} would find a build. */
    static boolean waitsFromSlack(String job, QueueSlot slot) {
        return find(item -> isFromSlack(item, job, slot)).isPresent();
    }

    private static boolean isFromSlack(Queue.Item item, String job, QueueSlot slot) {
        return isOf(item, job, slot) && item.getCauses().stream().anyMatch(SlackCause.class::isInstance);
    }

    private static boolean isOf(Queue.Item item, String job, QueueSlot slot) {
        return item.task instanceof Job<?, ?> queued
                && queued.getFullName().equals(job)
                && slot.isOf(item.getId(), Instant.ofEpochMilli(item.getInQueueSince()));
    }

    private static StopResult cancel(ActOrigin origin, Predicate<Queue.Item> which) {
        return find(which).map(item -> cancel(origin, item)).orElseGet(StopResult.NoSuchBuild::new);
    }

    private static Optional<Queue.Item> find(Predicate<Queue.Item> which) {
        return Arrays.stream(Queue.getInstance().getItems())
                .filter(which)
                .filter(item -> item.task instanceof Job<?, ?> job && job.hasPermission(Item.READ))
                .findFirst();
    }

    private static StopResult cancel(ActOrigin origin, Queue.Item item) {
        if (!item.hasCancelPermission()) {
            return refused(origin, (Job<?, ?>) item.task);
        }
        return Queue.getInstance().cancel(item) ? new StopResult.Stopped() : new StopResult.AlreadyOver();
    }

    private static StopResult refused(ActOrigin origin, Job<?, ?> job) {
        return new StopResult.Refused("You may not stop builds of *"
                + Mrkdwn.line(job.getFullDisplayName()) + "*: in Jenkins you are *"
                + Mrkdwn.line(origin.account()) + "*, who lacks the permission _Job/Cancel_ there.");
    }
}
