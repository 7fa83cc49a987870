package io.jenkins.plugins.slacknotify.outbox;

import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Those who wait for what becomes of a delivery. Safe for use by many threads. */
final class DeliveryFutures {
    private final Map<String, CompletableFuture<Delivery>> futures = new ConcurrentHashMap<>();

    /** As {@link Outbox#whenSettled}. */
    CompletionStage<Delivery> get(String id, Function<String, Optional<Delivery>> find) {
        CompletableFuture<Delivery> future = futures.computeIfAbsent(id, unused -> new CompletableFuture<>());
        // Looked up only after it is watched: a delivery that finishes in between completes it from the other side.
        Optional<Delivery> known = find.apply(id);
        if (known.isEmpty() && futures.remove(id, future)) {
            future.completeExceptionally(new NoSuchElementException("No delivery " + id));
        }
        known.ifPresent(this::complete);
        return future;
    }

    /** Tells whoever waits, where the delivery has come to an answer. */
    void complete(Delivery delivery) {
        if (isSettled(delivery)) {
            CompletableFuture<Delivery> future = futures.remove(delivery.entry().id());
            if (future != null) {
                future.complete(delivery);
            }
        }
    }

    /** Whether nothing more will happen by itself. */
    static boolean isSettled(Delivery delivery) {
        return delivery.state().isFinished() || delivery.state() == Delivery.State.HELD;
    }
}
