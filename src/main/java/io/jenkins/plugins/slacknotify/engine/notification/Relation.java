package io.jenkins.plugins.slacknotify.engine.notification;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * The tie of a message to an earlier one, which may still wait.
 *
 * @param kind what to do with the earlier message
 * @param deliveryId the delivery of the earlier message
 * @param since the latest message before an answer that says how the job stood then, so that the answer need not say again what has not
 *     changed; null where there is none, or it does not matter
 */
public record Relation(
        Kind kind, String deliveryId, @CheckForNull String since) {
    /** Makes a tie for which no other message matters. */
    public Relation(Kind kind, String deliveryId) {
        this(kind, deliveryId, null);
    }

    public Relation {
        requireNonNull(kind, "kind");
        requireNonNull(deliveryId, "deliveryId");
    }

    /** What a message does with the earlier one. */
    public enum Kind {
        /** Answers in the thread of the earlier message. */
        THREAD,
        /** Answers in the thread of the earlier message, and shows the answer in the channel as well. */
        BROADCAST,
        /** Replaces the content of the earlier message. */
        UPDATE,
        /** Marks the earlier message as over. What it reported stays below. */
        RESOLVE;

        /** Whether the earlier message gets other content, instead of an answer. */
        public boolean changesMessage() {
            return this == UPDATE || this == RESOLVE;
        }
    }
}
