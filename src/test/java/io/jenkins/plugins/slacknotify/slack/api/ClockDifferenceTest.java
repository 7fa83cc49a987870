package io.jenkins.plugins.slacknotify.slack.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClockDifferenceTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    /** The time that it really is, and what this machine takes it for. */
    private Instant now = NOON;

    private Duration ahead = Duration.ZERO;
    private final ClockDifference clocks = new ClockDifference(
            () -> now.plus(ahead), () -> Duration.between(NOON, now).toNanos());

    @Test
    void shouldKnowNothingBeforeSlackHasTold() {
        ahead = HOUR;
        clocks.look();

        assertThat(clocks.span().isNone()).isTrue();
    }

    /** A clock that is set before the first call has dated nothing. */
    @Test
    void shouldNotMindTheClockOfBeforeTheFirstCall() {
        ahead = HOUR;
        ClockDifference early = new ClockDifference(() -> now.plus(ahead), () -> 0L);
        ahead = Duration.ZERO;
        early.told(now);

        assertThat(early.span().isNone()).isTrue();
    }

    @Test
    void shouldNotMindMinutes() {
        ahead = Duration.ofMinutes(4);
        clocks.told(now);

        assertThat(clocks.span().isNone()).isTrue();
    }

    @Test
    void shouldKnowOfAClockThatIsBehind() {
        ahead = HOUR.negated();
        ClockDifference behind = new ClockDifference(() -> now.plus(ahead), () -> 0L);
        behind.told(now);

        assertThat(behind.span()).isEqualTo(new ClockSpan(Duration.ZERO, HOUR));
    }

    @Test
    void shouldKnowOfAClockThatIsAhead() {
        ahead = HOUR;
        ClockDifference tooFar = new ClockDifference(() -> now.plus(ahead), () -> 0L);
        tooFar.told(now);

        assertThat(tooFar.span()).isEqualTo(new ClockSpan(HOUR.negated(), Duration.ZERO));
    }

    /** What was written down before is wrong by the clock of now. */
    @Test
    void shouldRememberWhatTheClockWasBeforeItWasSet() {
        ahead = HOUR.negated();
        clocks.look();
        now = now.plus(HOUR);
        ahead = Duration.ZERO;
        clocks.told(now);

        assertThat(clocks.span()).isEqualTo(new ClockSpan(Duration.ZERO, HOUR));
    }

    @Test
    void shouldForgetThatInTheEnd() {
        shouldRememberWhatTheClockWasBeforeItWasSet();
        for (int day = 0; day < 5; day++) {
            now = now.plus(Duration.ofDays(1));
            clocks.told(now);
        }

        assertThat(clocks.span().isNone()).isTrue();
    }

    /** The time that nobody can set stands still meanwhile. */
    @Test
    void shouldKnowWhatWasSentBeforeAMachineWasSuspended() {
        Instant[] real = {NOON};
        Duration[] suspended = {Duration.ZERO};
        ClockDifference machine = new ClockDifference(
                () -> real[0],
                () -> Duration.between(NOON, real[0]).minus(suspended[0]).toNanos());
        machine.look();
        real[0] = real[0].plus(HOUR);
        suspended[0] = HOUR;
        machine.told(real[0]);

        assertThat(machine.span()).isEqualTo(new ClockSpan(Duration.ZERO, HOUR));
    }
}
