package io.jenkins.plugins.slacknotify.outbox;

import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.Entry;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import java.util.List;
import java.util.Map;

/** The port through which the outbox sends entries and looks for entries that may have arrived. */
@FunctionalInterface
public interface Courier {
    /**
     * Tries once to send an entry.
     *
     * <p>The outbox calls this method on one of its threads, which may block; for different lanes at the same time, for
     * one lane never. An exception counts as {@link SendResult.Uncertain} about the message, so return a result where it
     * is certain that nothing was sent, such as where the message could not even be written.
     *
     * @param delivery the entry and its state. If {@link Delivery.State#mayHaveArrived()} is true of that state, an
     *     earlier attempt may have arrived: look for a message that bears the entry's id, alone or with others, before you
     *     send the entry again. The message that {@link Delivery#carrierId()} identifies need not be that one: where a part of
     *     the disk could not be read for a while, its first entry may have been sent alone
     */
    SendResult send(Delivery delivery);

    /**
     * Tries once to send an entry in its plainest form, on the terms of {@link #send}. The outbox calls this instead where
     * an entry has failed several times for the same reason although others of its lane have arrived, or although the failure was about the
     * message alone: something that it says seems to be indigestible.
     */
    default SendResult sendPlain(Delivery delivery) {
        return send(delivery);
    }

    /**
     * Selects the deliveries that may share a message with the first one. The outbox asks before each attempt to send several,
     * on the terms of {@link #send}; nothing is sent yet. The others stay for a message of their own.
     *
     * @param deliveries at least two, as {@link #sendTogether} gets them
     * @return the first one, and all that may go with it, in the same order
     */
    default List<Delivery> companions(List<Delivery> deliveries) {
        return deliveries;
    }

    /**
     * Tries once to send several entries in one message, on the terms of {@link #send}.
     *
     * @param deliveries at least two {@link #companions}, all {@link Entry#foldable()}, of one lane. The
     *     {@link Delivery#entry() id} of the first must identify the message. If they may have arrived, they did so together, in a message
     *     that bears the ids of all; it is that of {@link Delivery#carrierId()}, which is the same for all, and need not be among them
     * @return the result for all of them. Where it is {@link SendResult.Refused}, or a failure about the message, they are
     *     sent one by one
     */
    default SendResult sendTogether(List<Delivery> deliveries) {
        throw new UnsupportedOperationException("This courier folds nothing");
    }

    /**
     * Looks for the message in which several entries may have arrived, and sends nothing. The outbox calls this instead
     * of {@link #sendTogether} where that has failed several times, so that they can be sent one by one.
     *
     * @return {@link SendResult.Sent} if the message is there, {@link SendResult.Absent} if it surely is not, or why that
     *     is not known
     */
    default SendResult lookFor(List<Delivery> deliveries) {
        return sendTogether(deliveries);
    }

    /**
     * Looks for the messages of several entries that may have arrived, each in a message of its own, and sends nothing. The outbox asks
     * before it sends any of them, so that a look for all costs little more than for one. What is not there can then be folded.
     *
     * @param deliveries at least two, all {@link Entry#foldable()}, of one lane
     * @return results by the entries' ids: {@link SendResult.Sent} where the message is there, {@link SendResult.Absent} where it surely is
     *     not, {@link SendResult.Uncertain} where it has to be looked for when the entry is sent. An entry without a result is asked for
     *     again, unless it is the first one, or none has a result: then it is looked for when it is sent. Where the look has failed
     *     and can be repeated, the first one has {@link SendResult.Retry} or {@link SendResult.Held}, and the others have no result
     */
    default Map<String, SendResult> lookForEach(List<Delivery> deliveries) {
        return Map.of();
    }
}
