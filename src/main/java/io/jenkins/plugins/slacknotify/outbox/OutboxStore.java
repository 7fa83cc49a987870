package io.jenkins.plugins.slacknotify.outbox;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
     * Returns the heads of everything that is not finished, in order of {@link Delivery#position()}. What is sent is read
     * by {@link #find} when it is sent, so that a long backlog needs little memory. What cannot be read is set aside where
     * an administrator finds it, reported once in the log, and never deleted.
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

    /** Returns what is finished and not forgotten yet, last finished first. */
    List<Delivery> finished(int limit) throws IOException;

    /**
     * Forgets the deliveries that finished before a moment, and of the others all but those that finished last. What is
     * not finished is never forgotten.
     */
    void forgetFinished(Instant before, int keepAtMost) throws IOException;

    /**
     * Returns how many deliveries a newer version of the plugin has left that this one cannot read. Their ids count as
     * known. They are neither found nor listed nor forgotten, so that they are there for that version when it comes
     * back.
     */
    default int foreign() throws IOException {
        return 0;
    }

    @Override
    void close() throws IOException;
}
