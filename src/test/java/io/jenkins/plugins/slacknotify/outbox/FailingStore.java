package io.jenkins.plugins.slacknotify.outbox;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A store whose disk is full, or worse, until it is mended. */
public final class FailingStore implements OutboxStore {
    private final OutboxStore store = new InMemoryOutboxStore();
    private boolean full;
    private int writes;

    @CheckForNull
    private Exception onUnfinished;

    public FailingStore full() {
        full = true;
        return this;
    }

    public FailingStore failingOnUnfinished(Exception failure) {
        onUnfinished = failure;
        return this;
    }

    public void mend() {
        full = false;
        onUnfinished = null;
    }

    @Override
    public boolean add(Delivery delivery) throws IOException {
        failWhereFull();
        return store.add(delivery);
    }

    @Override
    public void updateAll(List<Delivery> deliveries) throws IOException {
        failWhereFull();
        store.updateAll(deliveries);
    }

    @Override
    public Optional<Delivery> find(String id) throws IOException {
        return store.find(id);
    }

    @Override
    public List<Delivery> unfinished() throws IOException {
        if (onUnfinished instanceof IOException failure) {
            throw failure;
        }
        if (onUnfinished instanceof RuntimeException failure) {
            throw failure;
        }
        return store.unfinished();
    }

    @Override
    public List<Delivery> finished(int limit) throws IOException {
        return store.finished(limit);
    }

    @Override
    public void forgetFinished(Instant before, int keepAtMost) throws IOException {
        store.forgetFinished(before, keepAtMost);
    }

    @Override
    public void close() throws IOException {
        store.close();
    }

    /** How often it was written to, whatever came of it. */
    int writes() {
        return writes;
    }

    private void failWhereFull() throws IOException {
        writes++;
        if (full) {
            throw new IOException("No space left on device");
        }
    }
}
