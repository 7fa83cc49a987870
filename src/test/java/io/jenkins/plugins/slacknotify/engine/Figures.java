package io.jenkins.plugins.slacknotify.engine;

import io.jenkins.plugins.slacknotify.engine.spi.DeliveryObserver;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** An observer that counts deliveries by how they end. */
final class Figures implements DeliveryObserver {
    private final AtomicInteger handedOver = new AtomicInteger();
    private final AtomicInteger delivered = new AtomicInteger();
    private final AtomicInteger retried = new AtomicInteger();

    @Override
    public void handedOver() {
        handedOver.incrementAndGet();
    }

    @Override
    public void retried() {
        retried.incrementAndGet();
    }

    @Override
    public void delivered(Duration sinceHandOver) {
        delivered.incrementAndGet();
    }

    @Override
    public void refused() {
        // Not delivered, which is what counts.
    }

    @Override
    public void expired() {
        // As above.
    }

    int handOvers() {
        return handedOver.get();
    }

    int deliveries() {
        return delivered.get();
    }

    int retries() {
        return retried.get();
    }
}
