package io.jenkins.plugins.slacknotify.engine.report;

import io.jenkins.plugins.slacknotify.engine.spi.DeliveryObserver;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The observers of deliveries, which it notifies of what a change means to them. Safe for use by many threads. */
public final class DeliveryObservers {
    private final List<DeliveryObserver> observers = new CopyOnWriteArrayList<>();

    public void add(DeliveryObserver observer) {
        observers.add(observer);
    }

    /** Notifies all of a new delivery. */
    public void handedOver() {
        observers.forEach(DeliveryObserver::handedOver);
    }

    /** Notifies all of the change of a delivery. */
    public void changed(Delivery delivery) {
        observers.forEach(notification(delivery));
    }

    private static Consumer<DeliveryObserver> notification(Delivery delivery) {
        return switch (delivery.state()) {
            case SENT, FOLDED -> observer -> observer.delivered(sinceHandOver(delivery));
            case REFUSED -> DeliveryObserver::refused;
            case EXPIRED -> DeliveryObserver::expired;
            case WAITING, UNCERTAIN -> DeliveryObserver::retried;
            case SENDING, HELD, DISCARDED -> observer -> {};
        };
    }

    /** The time from the hand-over to the last change; zero where the clock was set back in between. */
    private static Duration sinceHandOver(Delivery delivery) {
        Duration measured = Duration.between(delivery.entry().acceptedAt(), delivery.changedAt());
        return measured.isNegative() ? Duration.ZERO : measured;
    }
}
