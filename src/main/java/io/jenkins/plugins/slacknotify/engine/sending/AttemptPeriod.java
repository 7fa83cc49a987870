package io.jenkins.plugins.slacknotify.engine.sending;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.outbox.Delivery;
import java.time.Instant;

/**
 * The period in which a message can have arrived unnoticed, because attempts to send it ended without an answer.
 *
 * @param first when the first of them began, or earlier
 * @param last when the last of them ended, or later
 */
record AttemptPeriod(Instant first, Instant last) {
    /** The period of a delivery that may have arrived; null for any other. */
    @CheckForNull
    static AttemptPeriod of(Delivery delivery, Instant now) {
        return delivery.state().mayHaveArrived()
                ? new AttemptPeriod(delivery.entry().acceptedAt(), now)
                : null;
    }
}
