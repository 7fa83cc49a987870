package io.jenkins.plugins.slacknotify.control.live;

import hudson.Extension;
import hudson.model.Queue;
import hudson.model.queue.QueueListener;

/** Counts, for the {@link LiveView}s, how often something enters the queue or leaves it. */
@Extension
public class QueueChanges extends QueueListener {
    @Override
    public void onEnterWaiting(Queue.WaitingItem item) {
        JenkinsChanges.note();
    }

    @Override
    public void onLeft(Queue.LeftItem item) {
        JenkinsChanges.note();
    }
}
