package io.jenkins.plugins.slacknotify.outbox;

import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.DeliveryHead;
import io.jenkins.plugins.slacknotify.outbox.delivery.Entry;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The port through which the outbox keeps deliveries. Every store has to pass {@code OutboxStoreContract}.
 *
 * <p>Safe for use by many threads. One store is used by one outbox at a time; that is not checked.
 */
public interface OutboxStore extends Closeable {
    /**
     * Keeps a delivery that is new to the store. When this method returns, the delivery survives the end of the process
     * and of the machine.
     *
     * @return false where the id is known already, finished ones included; the store has not changed then
     * @throws IOException where it could not be kept; it is then not in the store
     */
    boolean add(Delivery delivery) throws IOException;

    /**
     * Keeps several deliveries in that order, as {@link #add} does, at the cost of one write where the store can.
     *
     * @return for each of them whether it was new
     * @throws IOException where that failed; the store may have some of them then
     */
    default List<Boolean> addAll(List<Delivery> deliveries) throws IOException {
        List<Boolean> added = new ArrayList<>(deliveries.size());
        for (Delivery delivery : deliveries) {
            added.add(add(delivery));
        }
        return added;
    }

    /**
     * Replaces what is kept of a delivery, as durably as {@link #add}.
     *
     * @throws IOException where that failed; the store then has either the old state or the new one
     */
    default void update(Delivery delivery) throws IOException {
        updateAll(List.of(delivery));
    }

    /**
     * Replaces what is kept of several deliveries, in that order and at the cost of one write.
     *
     * @throws IOException where that failed; the store then has either the old state or the new one of each
     */
    void updateAll(List<Delivery> deliveries) throws IOException;

    /**
     * Returns what is kept under an id, finished deliveries included until they are forgotten; empty where nothing is.
     *
     * @throws IOException where it is kept and could not be read
     */
    Optional<Delivery> find(String id) throws IOException;

    /**
     * Returns the state of what {@link #find} returns, at less cost where the store can.
     *
     * @throws IOException where it is kept and could not be read
     */
    default Optional<Delivery.State> stateOf(String id) throws IOException {
        return find(id).map(Delivery::state);
    }

    /**
     * Returns the heads of everything that is not finished, in order of {@link Delivery#position()}. What is sent is read
     * by {@link #find} when it is sent, so that a long backlog needs little memory. What makes no sense is set aside where
     * an administrator finds it, reported once in the log, and never deleted. What cannot be opened is tried again at each
     * call, see {@link StoreCondition#unreadFiles}.
     */
    List<DeliveryHead> heads() throws IOException;

    /** Returns everything of {@link #heads} whole, each read by {@link #find}; for a short backlog only. */
    default List<Delivery> unfinished() throws IOException {
        List<Delivery> deliveries = new ArrayList<>();
        for (DeliveryHead head : heads()) {
            find(head.id()).ifPresent(deliveries::add);
        }
        return deliveries;
    }

    /** Returns the finished deliveries that are still kept whole, the one that finished last first. */
    List<Delivery> finished(int limit) throws IOException;

    /**
     * Returns the heads of what is finished and still kept whole, in order of {@link Delivery#position()}, at less cost than
     * {@link #finished} where the store can. One that is damaged is left out, and never comes back.
     *
     * @throws IOException where none can be read now
     */
    default FinishedHeads finishedHeads() throws IOException {
        return new FinishedHeads(
                finished(Integer.MAX_VALUE).stream()
                        .map(Delivery::head)
                        .sorted(Comparator.comparingLong(DeliveryHead::position))
                        .toList(),
                true);
    }

    /**
     * The heads of the finished deliveries, as far as they could be read.
     *
     * @param isComplete false where some could not be read now, and may be another time
     */
    record FinishedHeads(List<DeliveryHead> heads, boolean isComplete) {
        /** The result if the store could not be read. */
        public static final FinishedHeads UNREAD = new FinishedHeads(List.of(), false);

        public FinishedHeads {
            heads = List.copyOf(heads);
        }
    }

    /**
     * Returns when that one finished which is so many places behind the one that finished last, which has the first place; empty where
     * there are not so many. Reads no disk.
     */
    Optional<Instant> finishedAt(int place);

    /**
     * Forgets the deliveries that finished before a moment. Of the others it keeps those that finished last whole, and of
     * the rest no more than is worth knowing of a message that was sent: the id, the receipt and the state. What is not
     * finished stays as it is.
     *
     * @param keepWhole how many are kept whole, beside the open ones
     * @param open those that are not forgotten, and stay whole
     */
    void forgetFinished(Instant before, int keepWhole, OpenDeliveries open) throws IOException;

    /** The finished deliveries that something still refers to, so that the store has to keep them whole. */
    @FunctionalInterface
    interface OpenDeliveries {
        OpenDeliveries NONE = (id, sequence) -> false;

        /**
         * Whether a delivery is one of them.
         *
         * @param sequence its {@linkplain Entry#sequence() sequence}
         */
        boolean contains(String id, String sequence);
    }

    /** Returns how many bytes it has of what is not finished, or about as many. Reads no disk. */
    long unfinishedBytes();

    /**
     * Returns for how long the next process would take for new what the store has in an older state than this process has told it, because
     * not even the doubt of it could be written. As long, what has such an older state must not be sent. Reads no disk.
     */
    default Duration untilDoubted() {
        return Duration.ZERO;
    }

    /** Returns what of the store needs a person. Reads no disk. */
    default StoreCondition condition() {
        return StoreCondition.GOOD;
    }

    /**
     * Takes the store for this process, though there is nothing to keep yet, so that another process finds it {@linkplain
     * StoreCondition#inUse in use}. Costs nothing where this process has it. Does nothing after {@link #close}.
     *
     * @throws IOException where another process has it, or it cannot be opened
     */
    default void claim() throws IOException {
        // Only a store that several processes can reach has to.
    }

    /**
     * Takes over what waits because the store is a copy, see {@link StoreCondition#copied}. It is UNCERTAIN then, and
     * among {@link #heads}.
     */
    default void releaseCopied() throws IOException {
        // Only a store that can be copied has to.
    }

    /**
     * Discards what waits because the store is a copy.
     *
     * @param discarded learns the id of each, once that is on disk, also where it fails with another one afterwards
     */
    default void discardCopied(Instant now, Consumer<String> discarded) throws IOException {
        // Only a store that can be copied has to.
    }

    @Override
    void close() throws IOException;
}
