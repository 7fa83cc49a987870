package io.jenkins.plugins.slacknotify.outbox;

/** The port through which the outbox sends. */
@FunctionalInterface
public interface Courier {
    /**
     * Tries once to send an entry.
     *
     * <p>Called on a thread of the outbox that may block, for different lanes at the same time, for one lane never. An
     * exception counts as {@link Attempt.Uncertain}.
     *
     * @param delivery the entry and its story; where {@link Delivery.State#mayHaveArrived()} is true of its state, an
     *     earlier attempt may have arrived and has to be looked for before the entry is sent again
     */
    Attempt send(Delivery delivery);
}
