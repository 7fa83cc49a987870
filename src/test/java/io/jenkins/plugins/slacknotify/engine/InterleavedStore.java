package io.jenkins.plugins.slacknotify.engine;

import io.jenkins.plugins.slacknotify.outbox.ForwardingStore;
import io.jenkins.plugins.slacknotify.outbox.Interleaving;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import java.io.IOException;
import java.util.Optional;

/** A store before each use of which another thread may go on. */
final class InterleavedStore extends ForwardingStore {
    private final Interleaving threads;

    InterleavedStore(Interleaving threads) {
        this.threads = threads;
    }

    @Override
    public boolean add(Delivery delivery) throws IOException {
        threads.pass();
        return super.add(delivery);
    }

    @Override
    public Optional<Delivery> find(String id) throws IOException {
        threads.pass();
        return super.find(id);
    }
}
