package io.jenkins.plugins.slacknotify.outbox.lane;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.outbox.delivery.DeliveryHead;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import java.time.Duration;
import java.util.List;

/** The outcome of one attempt of a lane. */
public sealed interface AttemptOutcome {
    /**
     * The deliveries have got on, or not.
     *
     * @param heads the deliveries after the attempt
     * @param result what the courier said; null where it was not asked
     * @param apart the deliveries that were left out of the attempt, as they may not travel with the others
     */
    record Tried(List<DeliveryHead> heads, @CheckForNull SendResult result, List<DeliveryHead> apart)
            implements AttemptOutcome {
        public Tried(List<DeliveryHead> heads, @CheckForNull SendResult result) {
            this(heads, result, List.of());
        }
    }

    /**
     * The deliveries were looked for, each by itself.
     *
     * @param heads those of which the look has told something, after it
     * @param alone those that have to be looked for when they are sent
     * @param doubtful those that are to be looked for again
     * @param failure why; null where the look did not fail
     */
    record LookedFor(
            List<DeliveryHead> heads,
            List<DeliveryHead> alone,
            List<DeliveryHead> doubtful,
            @CheckForNull SendResult failure)
            implements AttemptOutcome {}

    /** The deliveries could not be tried yet. */
    record Postponed(Duration pause) implements AttemptOutcome {}

    /** Some of the deliveries are not in the store any more as they stand here, or are finished there. */
    record Gone(List<DeliveryHead> heads) implements AttemptOutcome {}
}
