package io.jenkins.plugins.slacknotify.outbox.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @ParameterizedTest(name = "{1} to {2} s after attempt {0}")
    @CsvSource({
        "1,  1,   2",
        "2,  2,   4",
        "3,  4,   8",
        "8,  128, 256",
        "9,  150, 300",
        "99, 150, 300",
    })
    void shouldDoubleUpToALimit(int attempts, int shortest, int longest) {
        assertThat(new Backoff(FIRST, LIMIT, () -> 0).after(attempts)).hasSeconds(shortest);
        assertThat(new Backoff(FIRST, LIMIT, () -> Math.nextDown(1.0)).after(attempts))
                .isBetween(Duration.ofSeconds(longest).minusMillis(1), Duration.ofSeconds(longest));
    }

    @Property
    void shouldNeverWaitLessThanHalfTheFirstWaitOrMoreThanTheLimit(
            @ForAll int attempts, @ForAll @DoubleRange(max = 1, maxIncluded = false) double chance) {
        assertThat(new Backoff(FIRST, LIMIT, () -> chance).after(attempts)).isBetween(FIRST.dividedBy(2), LIMIT);
    }

    @Test
    void shouldSpreadTheLanesThatFailedTogether() {
        assertThat(Stream.generate(() -> Backoff.standard().after(9)).limit(100).distinct())
                .hasSizeGreaterThan(50);
    }
}
