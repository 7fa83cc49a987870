package io.jenkins.plugins.slacknotify.outbox;

import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;

/** A listener for the states of deliveries, so that none of them passes in silence. */
@FunctionalInterface
public interface OutboxListener {
    /**
     * Reports that a delivery has reached a state other than {@link Delivery.State#SENDING}. The outbox calls this on
     * one of its threads, in order within a lane. It must return soon. An exception is logged and changes nothing.
     */
    void changed(Delivery delivery);
}
