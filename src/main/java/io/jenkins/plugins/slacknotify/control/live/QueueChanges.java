package io.jenkins.plugins.slacknotify.control.live;

import hudson.Extension;
import hudson.model.Queue;
import hudson.model.queue.QueueListener;

/** Tells the {@link LiveView}s of what enters the queue and leaves it. */
@Extension
public class QueueChanges extends QueueListener {
    @Override
    public void onEnterWaiting(Queue.WaitingItem item) {
        LiveView.allChanged();
    }

    @Override
    public void onLeft(Queue.LeftItem item) {
        LiveView.allChanged();
    }
}
