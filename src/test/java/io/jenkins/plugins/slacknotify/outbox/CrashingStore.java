package io.jenkins.plugins.slacknotify.outbox;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A store in whose updates the process ends by chance, before or after the update is done. */
final class CrashingStore implements OutboxStore {
    /** The process has ended. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final OutboxStore store = new InMemoryOutboxStore();
    private final Random random;
    private boolean calm;

    CrashingStore(Random random) {
        this.random = random;
    }

    void calmDown() {
        calm = true;
    }

    @Override
    public boolean add(Delivery delivery) throws IOException {
        return store.add(delivery);
    }

    @Override
    public void updateAll(List<Delivery> deliveries) throws IOException {
        for (Delivery delivery : deliveries) {
            crashByChance();
            store.update(delivery);
        }
        crashByChance();
    }

    private void crashByChance() {
        if (!calm && random.nextInt(60) == 0) {
            throw new Crash();
        }
    }

    @Override
    public Optional<Delivery> find(String id) throws IOException {
        return store.find(id);
    }

    @Override
    public List<Delivery> unfinished() throws IOException {
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
}
