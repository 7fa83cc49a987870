package io.jenkins.plugins.slacknotify.outbox;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Duration;

/** The result of one attempt to send an entry. */
public sealed interface SendResult {
    /**
     * The entry has arrived.
     *
     * @param receipt what to remember of it; whatever refers to the entry later reads it
     * @param note what people should know all the same, for example that a duplicate could not be ruled out; null where
     *     there is nothing
     */
    record Sent(String receipt, @CheckForNull String note) implements SendResult {}

    /**
     * This attempt surely did not deliver the entry, and another one may. It says nothing about earlier attempts: if
     * one of them may have delivered the entry, that stays uncertain.
     *
     * @param pause how long to wait at least; null leaves it to the outbox, which waits longer from attempt to attempt
     */
    record Retry(@CheckForNull Duration pause, String reason) implements SendResult {}

    /** The entry has not arrived, and never will as it is. */
    record Refused(String reason) implements SendResult {}

    /** The entry may have arrived. */
    record Uncertain(String reason) implements SendResult {}

    /**
     * This attempt did not deliver the entry, and another one makes no sense before a person has fixed something. It
     * says nothing about earlier attempts.
     */
    record Held(String reason) implements SendResult {}
}
