package io.jenkins.plugins.slacknotify.outbox;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Duration;

/** How one attempt to send an entry ended. */
public sealed interface SendResult {
    /**
     * It has arrived.
     *
     * @param receipt what to remember of it; read by whatever refers to the entry later
     * @param note what people should know all the same, for example that a duplicate could not be ruled out; null where
     *     there is nothing
     */
    record Sent(String receipt, @CheckForNull String note) implements SendResult {}

    /**
     * This attempt surely did not deliver it, and another may. Whether an attempt before it did remains as uncertain as
     * it was.
     *
     * @param pause how long to wait at least; null leaves it to the outbox, which waits longer from attempt to attempt
     */
    record Retry(@CheckForNull Duration pause, String reason) implements SendResult {}

    /** It has not arrived and never will as it is. */
    record Refused(String reason) implements SendResult {}

    /** It may have arrived. */
    record Uncertain(String reason) implements SendResult {}

    /**
     * It has not arrived by this attempt, and another one makes no sense before a person has mended something. Says
     * nothing of an earlier attempt.
     */
    record Held(String reason) implements SendResult {}
}
