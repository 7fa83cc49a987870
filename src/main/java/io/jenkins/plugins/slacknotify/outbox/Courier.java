package io.jenkins.plugins.slacknotify.outbox;

import java.util.List;

/** The port through which the outbox sends. */
@FunctionalInterface
public interface Courier {
    /**
     * Tries once to send an entry.
     *
     * <p>The outbox calls this method on one of its threads, which may block; for different lanes at the same time, for
     * one lane never. An exception counts as {@link SendResult.Uncertain}.
     *
     * @param delivery the entry and its state. If {@link Delivery.State#mayHaveArrived()} is true of that state, an
     *     earlier attempt may have arrived: look for its message before you send the entry again
     */
    SendResult send(Delivery delivery);

    /**
     * Tries once to send several entries in one message, on the terms of {@link #send}.
     *
     * @param deliveries at least two, all {@link Entry#foldable()}, of one lane. The {@link Delivery#entry() id} of the
     *     first must identify the message. If they may have arrived, they did so together, in the message that
     *     {@link Delivery#carrierId()} identifies, which is the same for all
     * @return the result for all of them
     */
    default SendResult sendTogether(List<Delivery> deliveries) {
        throw new UnsupportedOperationException("This courier folds nothing");
    }
}
