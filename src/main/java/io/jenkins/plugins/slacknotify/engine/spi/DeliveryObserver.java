package io.jenkins.plugins.slacknotify.engine.spi;

import java.time.Duration;

/** The port for figures: hears how messages fare, not which. Called on threads of builds and of the outbox; must return at once. */
public interface DeliveryObserver {
    /** A message was taken over. */
    void handedOver();

    /** An attempt did not settle the message, and it will be tried again by itself. */
    void retried();

    /**
     * A message has arrived, by itself or together with others.
     *
     * @param sinceHandOver measured by the clock, so it may be off where that was set
     */
    void delivered(Duration sinceHandOver);

    /** Slack will not take a message. */
    void refused();

    /** A message was not sent in time to be news. */
    void expired();
}
