package io.jenkins.plugins.slacknotify.engine.spi;

import java.time.Duration;

/**
 * The port for figures: counts how deliveries fare, without learning which. Called on threads of builds and of the outbox, so an
 * implementation must return at once.
 */
public interface DeliveryObserver {
    /** The outbox has taken a message over. */
    void handedOver();

    /** An attempt has not settled a message; the outbox tries again by itself. */
    void retried();

    /**
     * A message has arrived, by itself or together with others.
     *
     * @param sinceHandOver the time since the hand-over by the clock; wrong where that was set in between
     */
    void delivered(Duration sinceHandOver);

    /** Slack has refused a message for good. */
    void refused();

    /** A message has become too old to be sent. */
    void expired();
}
