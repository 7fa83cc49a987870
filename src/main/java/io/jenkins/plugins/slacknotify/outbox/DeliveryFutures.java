package io.jenkins.plugins.slacknotify.outbox;

import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The futures of callers who wait until a delivery is settled. Safe for use by many threads. */
final class DeliveryFutures {
    private final Map<String, CompletableFuture<Delivery>> futures = new ConcurrentHashMap<>();

    /**
     * Returns the future of {@link Outbox#whenSettled}.
     *
     * @param find looks the delivery up by its id
     */
    CompletionStage<Delivery> get(String id, Function<String, Optional<Delivery>> find) {
        CompletableFuture<Delivery> future = futures.computeIfAbsent(id, unused -> new CompletableFuture<>());
        // Looked up only after the future is registered: a delivery that finishes in between completes it by itself.
        Optional<Delivery> known = find.apply(id);
        if (known.isEmpty() && futures.remove(id, future)) {
            future.completeExceptionally(new NoSuchElementException("No delivery " + id));
        }
        known.ifPresent(this::complete);
        return future;
    }

    /** Completes the future of a delivery, if the delivery is settled and somebody waits for it. */
    void complete(Delivery delivery) {
        if (isSettled(delivery)) {
            CompletableFuture<Delivery> future = futures.remove(delivery.entry().id());
            if (future != null) {
                future.complete(delivery);
            }
        }
    }

    /** Returns whether the state of a delivery changes no more, or not before a person has fixed something. */
    static boolean isSettled(Delivery delivery) {
        return delivery.state().isFinished() || delivery.state() == Delivery.State.HELD;
    }
}
