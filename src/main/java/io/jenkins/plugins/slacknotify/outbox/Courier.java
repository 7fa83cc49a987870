package io.jenkins.plugins.slacknotify.outbox;

import java.util.List;

/** The port through which the outbox sends. */
@FunctionalInterface
public interface Courier {
    /**
     * Tries once to send an entry.
     *
     * <p>Called on a thread of the outbox that may block, for different lanes at the same time, for one lane never. An
     * exception counts as {@link SendResult.Uncertain}.
     *
     * @param delivery the entry and its story; where {@link Delivery.State#mayHaveArrived()} is true of its state, an
     *     earlier attempt may have arrived and has to be looked for before the entry is sent again
     */
    SendResult send(Delivery delivery);

    /**
     * Tries once to send several entries in one message, on the same terms.
     *
     * @param deliveries at least two, all {@link Entry#foldable()}, of one lane. The message has to be known again by the
     *     {@link Delivery#entry() id} of the first; where they may have arrived, they did so together, in a message that
     *     is known by {@link Delivery#carrierId()}, which is the same for all
     * @return how it ended for all of them
     */
    default SendResult sendTogether(List<Delivery> deliveries) {
        throw new UnsupportedOperationException("This courier folds nothing");
    }
}
