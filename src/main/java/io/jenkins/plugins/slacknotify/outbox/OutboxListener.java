package io.jenkins.plugins.slacknotify.outbox;

/** Hears what becomes of deliveries, so that none of it happens in silence. */
@FunctionalInterface
public interface OutboxListener {
    /**
     * A delivery has come to a state other than {@link Delivery.State#SENDING}. Called on a thread of the outbox, in
     * order within a lane; must return soon. What it throws is logged and changes nothing.
     */
    void changed(Delivery delivery);
}
