package io.jenkins.plugins.slacknotify.engine.notification;

import static java.util.Objects.requireNonNull;

/**
 * How a message refers to an earlier one, which need not have been sent yet.
 *
 * @param kind what to do with the earlier message
 * @param deliveryId the earlier message
 */
public record Relation(Kind kind, String deliveryId) {
    public Relation {
        // Null, too, for a kind that only a newer version of the plugin knows, in a file of its.
        requireNonNull(kind, "kind");
        requireNonNull(deliveryId, "deliveryId");
    }

    /** What to do with the earlier message. */
    public enum Kind {
        /** Answer in its thread. */
        THREAD,
        /** Answer in its thread, and show the answer in the channel as well. */
        BROADCAST,
        /** Put the new content in its place. */
        UPDATE,
        /** Put an emoji below it: the text is its name. */
        REACTION,
        /** Show a file in it, which is uploaded first. */
        FILE,
        /** Say in it that what it tells of is over; what it told stays below. */
        RESOLVE;

        /** Whether the earlier message becomes another one, instead of getting an answer. */
        public boolean changesMessage() {
            return this == UPDATE || this == RESOLVE;
        }
    }
}
