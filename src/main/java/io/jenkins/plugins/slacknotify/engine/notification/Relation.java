package io.jenkins.plugins.slacknotify.engine.notification;

import static java.util.Objects.requireNonNull;

/**
 * The tie of a message to an earlier one, which may still wait.
 *
 * @param kind what to do with the earlier message
 * @param deliveryId the delivery of the earlier message
 */
public record Relation(Kind kind, String deliveryId) {
    public Relation {
        requireNonNull(kind, "kind");
        requireNonNull(deliveryId, "deliveryId");
    }

    /** The things that a message does with the earlier one. */
    public enum Kind {
        /** Answers in its thread. */
        THREAD,
        /** Answers in its thread, and shows the answer in the channel as well. */
        BROADCAST,
        /** Replaces its content. */
        UPDATE,
        /** Marks it as over; what it reported stays below. */
        RESOLVE;

        /** Whether the earlier message gets other content, instead of an answer. */
        public boolean changesMessage() {
            return this == UPDATE || this == RESOLVE;
        }
    }
}
