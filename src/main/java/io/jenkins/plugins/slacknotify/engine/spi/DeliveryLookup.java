package io.jenkins.plugins.slacknotify.engine.spi;

import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import java.util.Optional;

/** The port to the deliveries that the outbox knows. Implementations are safe for use by many threads. */
@FunctionalInterface
public interface DeliveryLookup {
    /** A lookup that knows no deliveries. */
    DeliveryLookup NONE = deliveryId -> Optional.empty();

    /**
     * Finds a delivery as it stands now. May read from disk.
     *
     * @return empty where the outbox does not know it, or does not any more
     * @throws UnreadDeliveryException where it cannot be read now, if the implementation tells that apart
     */
    Optional<Delivery> find(String deliveryId);

    /** Finds the state of a delivery, with the terms of {@link #find}, and reads less where that can be. */
    default Optional<Delivery.State> stateOf(String deliveryId) {
        return find(deliveryId).map(Delivery::state);
    }
}
