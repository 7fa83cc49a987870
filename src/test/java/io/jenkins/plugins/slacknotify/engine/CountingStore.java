package io.jenkins.plugins.slacknotify.engine;

import io.jenkins.plugins.slacknotify.outbox.ForwardingStore;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A store in memory that counts which deliveries are read one by one. States are known by heart, as to the journal. */
final class CountingStore extends ForwardingStore {
    private final AtomicInteger read = new AtomicInteger();

    @Override
    public Optional<Delivery> find(String id) throws IOException {
        read.incrementAndGet();
        return super.find(id);
    }

    @Override
    public Optional<Delivery.State> stateOf(String id) throws IOException {
        return super.find(id).map(Delivery::state);
    }

    /** Returns how many were read while something was done. */
    int readBy(Runnable action) {
        int before = read.get();
        action.run();
        return read.get() - before;
    }
}
