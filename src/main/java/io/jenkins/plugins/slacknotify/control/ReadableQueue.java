package io.jenkins.plugins.slacknotify.control;

import hudson.model.Job;
import hudson.model.Queue;
import io.jenkins.plugins.slacknotify.interaction.build.QueueSlot;
import io.jenkins.plugins.slacknotify.interaction.build.QueuedBuild;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;

/** The jobs that wait in Jenkins' queue, as the account as which the thread runs may read them. */
public final class ReadableQueue {
    private ReadableQueue() {}

    /** Returns the items whose task is such a job. */
    public static Stream<Queue.Item> items() {
        return Arrays.stream(Queue.getInstance().getItems())
                .filter(item -> item.task instanceof Job<?, ?> job && ReadableJobs.isReadable(job));
    }

    public static QueueSlot slot(Queue.Item item) {
        return new QueueSlot(item.getId(), Instant.ofEpochMilli(item.getInQueueSince()));
    }

    public static QueuedBuild describe(Queue.Item item, Job<?, ?> job, Instant now) {
        QueueSlot slot = slot(item);
        Duration waiting = Duration.between(slot.since(), now);
        return new QueuedBuild(
                ReadableJobs.reference(job),
                slot,
                waiting.isNegative() ? Duration.ZERO : waiting,
                String.valueOf(item.getWhy()));
    }
}
