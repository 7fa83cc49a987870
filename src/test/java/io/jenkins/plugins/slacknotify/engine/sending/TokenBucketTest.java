package io.jenkins.plugins.slacknotify.engine.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final TokenBucket bucket = new TokenBucket(3, SECOND, START);

    @Test
    void shouldLetABurstGoAndThenOneEachInterval() {
        takeAll();
        assertThat(bucket.untilNext(0, START)).isEqualTo(SECOND);
        assertThat(bucket.untilNext(0, START.plusMillis(400))).isEqualTo(Duration.ofMillis(600));
        assertThat(bucket.untilNext(0, START.plus(SECOND))).isZero();
    }

    @Test
    void shouldSaveUpNoMoreThanABurst() {
        takeAll();
        Instant later = START.plus(Duration.ofDays(1));
        assertThat(bucket.isFull(later)).isTrue();
        for (int i = 0; i < 3; i++) {
            assertThat(bucket.untilNext(0, later)).isZero();
            bucket.take();
        }
        assertThat(bucket.untilNext(0, later)).isEqualTo(SECOND);
    }

    @Test
    void shouldLeaveSomeForOthers() {
        bucket.take();
        assertThat(bucket.untilNext(2, START)).isEqualTo(SECOND);
        assertThat(bucket.untilNext(1, START)).isZero();
    }

    @Test
    void shouldLetOneGoThoughMoreShouldBeLeftThanABurst() {
        assertThat(bucket.untilNext(3, START)).isZero();
    }

    @Test
    void shouldNeitherGainNorLoseByAClockThatIsSetBack() {
        takeAll();
        Instant back = START.minus(Duration.ofHours(1));
        assertThat(bucket.untilNext(0, back)).isEqualTo(SECOND);
        assertThat(bucket.untilNext(0, back.plus(SECOND))).isZero();
        assertThat(bucket.isFull(back.plus(SECOND))).isFalse();
    }

    @Test
    void shouldGainAsMuchHoweverOftenItIsAsked() {
        takeAll();
        for (int i = 1; i < 1_250; i++) {
            bucket.isFull(START.plusNanos(i * 800_000L));
        }
        assertThat(bucket.untilNext(0, START.plus(SECOND))).isZero();
    }

    private void takeAll() {
        for (int i = 0; i < 3; i++) {
            bucket.take();
        }
    }
}
