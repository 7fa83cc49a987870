package io.jenkins.plugins.slacknotify.inbound;

import io.jenkins.plugins.slacknotify.outbox.InMemoryOutboxStore;
import io.jenkins.plugins.slacknotify.outbox.OutboxStore;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.DeliveryHead;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The store of one process over a disk that outlives it. Writes fail while the disk is full, and once the process is dead. */
final class MortalStore implements OutboxStore {
    private final InMemoryOutboxStore disk;
    private boolean full;
    private boolean dead;

    MortalStore(InMemoryOutboxStore disk) {
        this.disk = disk;
    }

    void setFull(boolean newFull) {
        full = newFull;
    }

    void die() {
        dead = true;
    }

    boolean isDead() {
        return dead;
    }

    @Override
    public boolean add(Delivery delivery) throws IOException {
        requireWritable();
        return disk.add(delivery);
    }

    @Override
    public void updateAll(List<Delivery> deliveries) throws IOException {
        requireWritable();
        disk.updateAll(deliveries);
    }

    private void requireWritable() throws IOException {
        if (full || dead) {
            throw new IOException(dead ? "dead" : "No space left on device");
        }
    }

    @Override
    public Optional<Delivery> find(String id) {
        return disk.find(id);
    }

    @Override
    public long unfinishedBytes() {
        return disk.unfinishedBytes();
    }

    @Override
    public List<DeliveryHead> heads() {
        return disk.heads();
    }

    @Override
    public List<Delivery> finished(int limit) {
        return disk.finished(limit);
    }

    @Override
    public Optional<Instant> finishedAt(int place) {
        return disk.finishedAt(place);
    }

    @Override
    public void forgetFinished(Instant before, int keepWhole, OpenDeliveries open) {
        disk.forgetFinished(before, keepWhole, open);
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
