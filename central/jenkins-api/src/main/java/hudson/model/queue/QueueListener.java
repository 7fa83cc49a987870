package hudson.model.queue;

import hudson.ExtensionPoint;
import hudson.model.Queue;

public abstract class QueueListener implements ExtensionPoint {
    public native void onEnterWaiting(Queue.WaitingItem wi);

    public native void onLeft(Queue.LeftItem li);
}
