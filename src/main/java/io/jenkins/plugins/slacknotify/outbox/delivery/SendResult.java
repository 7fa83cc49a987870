package io.jenkins.plugins.slacknotify.outbox.delivery;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Duration;
import java.util.Set;

/** The result of one attempt to send an entry. */
public sealed interface SendResult {
    /** The scope of a failure: what it is about, and so what rests until the next attempt. */
    enum Scope {
        /** The content of this message. Its sequence rests; the others of the lane are sent. */
        MESSAGE,
        /**
         * The message to which this one belongs, or the result of an earlier attempt. Its sequence rests as well, but nothing says that the
         * message is indigestible.
         */
        SEQUENCE,
        /**
         * Unknown, as after an error of our own. Its sequence rests; the message counts as indigestible only if others arrive meanwhile.
         */
        UNKNOWN,
        /** The lane, the account, or the line to the other side: nothing of the lane would be sent now, so all of it rests. */
        LANE
    }

    /** Returns how much of the lane rests while the entry waits after this result. */
    default Scope scope() {
        return Scope.MESSAGE;
    }

    /**
     * The entry has arrived.
     *
     * @param receipt what to remember of it; whatever refers to the entry later reads it
     * @param note what people should know all the same, for example that a duplicate could not be ruled out; null where
     *     there is nothing
     * @param withOthers whether the message in which it was found is about others as well, of which its record may know nothing
     */
    record Sent(String receipt, @CheckForNull Note note, boolean withOthers) implements SendResult {
        /** Makes the result of an entry that was sent now, or found in a message of its own. */
        public Sent(String receipt, @CheckForNull Note note) {
            this(receipt, note, false);
        }
    }

    /**
     * This attempt surely did not deliver the entry, and another one may. It says nothing about earlier attempts: if
     * one of them may have delivered the entry, that stays uncertain.
     *
     * @param pause how long to wait at least, where the other side asks for that, which counts as no failure; null leaves
     *     it to the outbox, which waits longer from attempt to attempt
     */
    record Retry(@CheckForNull Duration pause, Note note, Scope scope) implements SendResult {
        /** Makes a result about the lane. */
        public Retry(@CheckForNull Duration pause, Note note) {
            this(pause, note, Scope.LANE);
        }

        /** Makes a result whose reason is for administrators. */
        public Retry(@CheckForNull Duration pause, String reason, Scope scope) {
            this(pause, Note.of(reason), scope);
        }

        /** Makes a result about the lane, whose reason is for administrators. */
        public Retry(@CheckForNull Duration pause, String reason) {
            this(pause, reason, Scope.LANE);
        }
    }

    /**
     * This attempt did not deliver the entry, because it depends on others that are on their way. It is tried again when one of them is
     * finished or held, and now and then before. That counts as no failure, and says nothing about earlier attempts.
     *
     * @param ids the {@linkplain Entry#id() ids} of the others
     */
    record Awaits(Set<String> ids, Note note) implements SendResult {
        public Awaits {
            ids = Set.copyOf(ids);
        }

        @Override
        public Scope scope() {
            return Scope.SEQUENCE;
        }
    }

    /** The entry has not arrived, and never will as it is. */
    record Refused(Note note) implements SendResult {
        /** Makes a result whose reason is for administrators. */
        public Refused(String reason) {
            this(Note.of(reason));
        }
    }

    /**
     * The entry has not arrived, and is no news any more: it lasts for the sake of what it was to correct, and that is not there.
     *
     * @param note why
     */
    record Expired(Note note) implements SendResult {}

    /** The entry may have arrived. */
    record Uncertain(Note note, Scope scope) implements SendResult {
        /** Makes a result whose reason is for administrators. */
        public Uncertain(String reason, Scope scope) {
            this(Note.of(reason), scope);
        }

        /** Makes a result about the lane, whose reason is for administrators. */
        public Uncertain(String reason) {
            this(reason, Scope.LANE);
        }
    }

    /** The entry has not arrived, by this attempt or by any earlier one, and another one may deliver it. */
    record Absent(Note note) implements SendResult {
        /** Makes a result whose reason is for administrators. */
        public Absent(String reason) {
            this(Note.of(reason));
        }
    }

    /**
     * This attempt did not deliver the entry, and another one makes no sense before a person has fixed something. It
     * says nothing about earlier attempts.
     */
    record Held(Note note) implements SendResult {
        /** Makes a result whose reason is for administrators. */
        public Held(String reason) {
            this(Note.of(reason));
        }

        @Override
        public Scope scope() {
            return Scope.SEQUENCE;
        }
    }
}
