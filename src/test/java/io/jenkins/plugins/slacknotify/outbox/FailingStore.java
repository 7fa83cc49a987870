package io.jenkins.plugins.slacknotify.outbox;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.DeliveryHead;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** A store whose disk is full, or worse, until the test repairs it. */
public final class FailingStore extends ForwardingStore {
    private boolean full;
    private boolean mendsItself;
    private int writes;

    private Duration untilDoubted = Duration.ZERO;

    @CheckForNull
    private Exception onUnfinished;

    public FailingStore full() {
        full = true;
        return this;
    }

    /** From now on the disk takes nothing, and the next process believes it for a while. */
    FailingStore readOnly(Duration believed) {
        untilDoubted = believed;
        return full();
    }

    @Override
    public Duration untilDoubted() {
        return untilDoubted;
    }

    public FailingStore failingOnUnfinished(Exception failure) {
        onUnfinished = failure;
        return this;
    }

    /** The disk takes nothing once more, and then all. */
    FailingStore mendedAfterNextWrite() {
        mendsItself = true;
        return full();
    }

    public void mend() {
        full = false;
        untilDoubted = Duration.ZERO;
        onUnfinished = null;
    }

    @Override
    public boolean add(Delivery delivery) throws IOException {
        failWhereFull();
        return super.add(delivery);
    }

    @Override
    public void updateAll(List<Delivery> deliveries) throws IOException {
        failWhereFull();
        super.updateAll(deliveries);
    }

    @Override
    public List<DeliveryHead> heads() throws IOException {
        if (onUnfinished instanceof IOException failure) {
            throw failure;
        }
        if (onUnfinished instanceof RuntimeException failure) {
            throw failure;
        }
        return super.heads();
    }

    /** Returns how often it was written to, whatever came of it. */
    int writes() {
        return writes;
    }

    private void failWhereFull() throws IOException {
        writes++;
        if (full) {
            full = !mendsItself;
            throw new IOException("No space left on device");
        }
    }
}
