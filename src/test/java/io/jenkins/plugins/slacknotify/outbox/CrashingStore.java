package io.jenkins.plugins.slacknotify.outbox;

import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A store whose process ends by chance during an update, before or after the update is done, and which cannot read something now
 * and then.
 */
final class CrashingStore extends ForwardingStore {
    /** An error that the last moments of a process throw. Whatever catches it, the process does nothing any more. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final Random random;
    private boolean calm;
    private boolean crashed;

    CrashingStore(Random random) {
        this.random = random;
    }

    void calmDown() {
        calm = true;
    }

    /** Returns whether the process has ended: it must not do anything any more that another one would see. */
    boolean hasCrashed() {
        return crashed;
    }

    /** Lets the next process have the store. */
    void revive() {
        crashed = false;
    }

    @Override
    public boolean add(Delivery delivery) throws IOException {
        throwWhereCrashed();
        return super.add(delivery);
    }

    @Override
    public Optional<Delivery> find(String id) throws IOException {
        throwWhereCrashed();
        if (!calm && random.nextInt(60) == 0) {
            throw new IOException("Input/output error");
        }
        return super.find(id);
    }

    @Override
    public void updateAll(List<Delivery> deliveries) throws IOException {
        for (Delivery delivery : deliveries) {
            crashByChance();
            super.updateAll(List.of(delivery));
        }
        crashByChance();
    }

    private void crashByChance() {
        crashed |= !calm && random.nextInt(60) == 0;
        throwWhereCrashed();
    }

    private void throwWhereCrashed() {
        if (crashed) {
            throw new Crash();
        }
    }
}
