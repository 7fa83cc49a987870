package io.jenkins.plugins.slacknotify.outbox.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredInstantTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-28T20:14:05.123456789Z",
                "2026-11-28T20:14:05.123456Z",
                "2026-11-28T20:14:05.120Z",
                "2026-11-28T20:14:05.000000001Z",
                "2026-11-28T20:14:05Z",
                "2026-11-28T20:14:00Z",
                "2026-11-28T20:14:00.000001Z",
                "2026-11-28T00:00:00Z",
                "1970-01-01T00:00:00Z",
                "1969-12-31T23:59:00Z",
                "1969-12-31T23:59:59.999Z",
                "0000-01-01T00:00:00Z",
                "-0001-12-31T23:59:59Z",
                "+10000-01-01T00:00:00Z"
            })
    void shouldWriteAsInstantDoes(String text) {
        assertThat(StoredInstant.write(Instant.parse(text))).isEqualTo(text);
    }

    @Test
    void shouldWriteAnyTimeAsInstantDoes() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            long seconds = random.nextLong(-100_000_000_000L, 300_000_000_000L);
            Instant time = Instant.ofEpochSecond(seconds, random.nextInt(1_000_000_000));
            Instant micros = Instant.ofEpochSecond(seconds, random.nextInt(1_000_000) * 1_000L);
            Instant minute = Instant.ofEpochSecond(seconds - Math.floorMod(seconds, 60));

            assertThat(StoredInstant.write(time)).isEqualTo(time.toString());
            assertThat(StoredInstant.write(micros)).isEqualTo(micros.toString());
            assertThat(StoredInstant.write(minute)).isEqualTo(minute.toString());
        }
    }
}
