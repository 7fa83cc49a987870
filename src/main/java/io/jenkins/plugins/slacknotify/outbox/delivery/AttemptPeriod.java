package io.jenkins.plugins.slacknotify.outbox.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * The period in which an entry can have arrived unnoticed, because attempts to send it ended without an answer. By the clock of
 * this machine.
 *
 * @param first when the first of them began
 * @param last when the last of them ended; where a crash ended it, when it began
 */
public record AttemptPeriod(Instant first, Instant last) {
    /**
     * A time longer than any attempt takes: longer than a dozen calls at their time limits, or the upload of a file, which may take eleven
     * minutes.
     */
    public static final Duration MAX_ATTEMPT_DURATION = Duration.ofMinutes(15);

    public AttemptPeriod {
        if (last.isBefore(first)) {
            // The clock was set back.
            Instant earlier = last;
            last = first;
            first = earlier;
        }
    }

    /** Returns the shortest period that contains both this one and the other. */
    public AttemptPeriod with(AttemptPeriod attempt) {
        return new AttemptPeriod(
                first.isBefore(attempt.first) ? first : attempt.first,
                last.isAfter(attempt.last) ? last : attempt.last);
    }

    /** Returns this period with the time that its last attempt may have gone on. */
    AttemptPeriod withLongestEnd() {
        return new AttemptPeriod(first, last.plus(MAX_ATTEMPT_DURATION));
    }
}
