package io.jenkins.plugins.slacknotify.outbox;

import java.io.IOException;
import java.util.List;
import java.util.Random;

/** A store whose process ends by chance during an update, before or after the update is done. */
final class CrashingStore extends ForwardingStore {
    /** The end of the process. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final Random random;
    private boolean calm;

    CrashingStore(Random random) {
        this.random = random;
    }

    void calmDown() {
        calm = true;
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
        if (!calm && random.nextInt(60) == 0) {
            throw new Crash();
        }
    }
}
