package io.jenkins.plugins.slacknotify.outbox;

import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.thread.GuardedLog;
import java.io.IOException;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;

/** The futures of callers who wait until a delivery is settled. Safe for use by many threads. */
final class DeliveryFutures {
    private static final GuardedLog LOGGER = GuardedLog.of(DeliveryFutures.class);

    private final Map<String, CompletableFuture<Delivery>> futures = new ConcurrentHashMap<>();

    /** The ids of the deliveries that could not be looked up. */
    private final Set<String> unread = ConcurrentHashMap.newKeySet();

    private final Lookup lookup;

    /** Looks a delivery up by its id. */
    @FunctionalInterface
    interface Lookup {
        /** @throws IOException where it is kept and cannot be read now */
        Optional<Delivery> find(String id) throws IOException;
    }

    DeliveryFutures(Lookup lookup) {
        this.lookup = lookup;
    }

    /** Returns the future of {@link Outbox#whenSettled}. */
    CompletionStage<Delivery> get(String id) {
        CompletableFuture<Delivery> future = futures.computeIfAbsent(id, unused -> new CompletableFuture<>());
        // Looked up only after the future is registered: a delivery that finishes in between completes it by itself.
        lookUp(id, future);
        return future;
    }

    private void lookUp(String id, CompletableFuture<Delivery> future) {
        try {
            Optional<Delivery> known = lookup.find(id);
            unread.remove(id);
            if (known.isEmpty() && futures.remove(id, future)) {
                future.completeExceptionally(new NoSuchElementException("No delivery " + id));
            }
            known.ifPresent(this::complete);
        } catch (IOException | RuntimeException | Error e) {
            // It may be finished, and then nobody else completes the future.
            unread.add(id);
            LOGGER.log(Level.WARNING, e, () -> "Could not read how delivery " + id + " stands; it is tried again");
        }
    }

    /** Looks the deliveries up again that could not be read before. Call this now and then. */
    void sweep() {
        for (String id : unread) {
            CompletableFuture<Delivery> future = futures.get(id);
            if (future == null) {
                unread.remove(id);
            } else {
                lookUp(id, future);
            }
        }
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
