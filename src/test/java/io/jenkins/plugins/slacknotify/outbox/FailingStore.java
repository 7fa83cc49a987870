package io.jenkins.plugins.slacknotify.outbox;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A store whose disk is full, or worse, until it is mended. */
final class FailingStore implements OutboxStore {
    private final OutboxStore store = new InMemoryOutboxStore();
    private boolean full;

    @CheckForNull
    private Exception onUnfinished;

    FailingStore full() {
        full = true;
        return this;
    }

    FailingStore failingOnUnfinished(Exception failure) {
        onUnfinished = failure;
        return this;
    }

    void mend() {
        full = false;
    }

    @Override
    public boolean add(Delivery delivery) throws IOException {
        failWhereFull();
        return store.add(delivery);
    }

    @Override
    public void update(Delivery delivery) throws IOException {
        failWhereFull();
        store.update(delivery);
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

    private void failWhereFull() throws IOException {
        if (full) {
            throw new IOException("No space left on device");
        }
    }
}
