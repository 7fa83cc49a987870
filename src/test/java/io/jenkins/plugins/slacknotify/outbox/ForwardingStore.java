package io.jenkins.plugins.slacknotify.outbox;

import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.DeliveryHead;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A store in memory, for subclasses that do only some things differently. */
public class ForwardingStore implements OutboxStore {
    private final OutboxStore store = new InMemoryOutboxStore();

    @Override
    public boolean add(Delivery delivery) throws IOException {
        return store.add(delivery);
    }

    @Override
    public void updateAll(List<Delivery> deliveries) throws IOException {
        store.updateAll(deliveries);
    }

    @Override
    public Optional<Delivery> find(String id) throws IOException {
        return store.find(id);
    }

    @Override
    public List<DeliveryHead> heads() throws IOException {
        return store.heads();
    }

    @Override
    public List<Delivery> finished(int limit) throws IOException {
        return store.finished(limit);
    }

    @Override
    public Optional<Instant> finishedAt(int place) {
        return store.finishedAt(place);
    }

    @Override
    public void forgetFinished(Instant before, int keepWhole, OpenDeliveries open) throws IOException {
        store.forgetFinished(before, keepWhole, open);
    }

    @Override
    public long unfinishedBytes() {
        return store.unfinishedBytes();
    }

    @Override
    public void close() throws IOException {
        store.close();
    }
}
