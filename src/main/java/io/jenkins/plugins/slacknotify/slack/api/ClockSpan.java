package io.jenkins.plugins.slacknotify.slack.api;

import java.time.Duration;

/**
 * How much earlier or later something is by Slack's clock than this machine has written down.
 *
 * @param earlier zero or negative
 * @param later zero or positive
 */
public record ClockSpan(Duration earlier, Duration later) {
    /** The greatest difference that slow answers and times in whole seconds show, though the clocks are the same. */
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    static final ClockSpan NONE = new ClockSpan(Duration.ZERO, Duration.ZERO);

    /** Makes a span of the least and the greatest difference in milliseconds. A difference within the tolerance counts as none. */
    static ClockSpan of(long least, long greatest) {
        return new ClockSpan(
                least < -TOLERANCE.toMillis() ? Duration.ofMillis(least) : Duration.ZERO,
                greatest > TOLERANCE.toMillis() ? Duration.ofMillis(greatest) : Duration.ZERO);
    }

    /** Returns whether the clocks say the same, as far as is known. */
    public boolean isNone() {
        return equals(NONE);
    }
}
