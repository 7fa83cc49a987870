package io.jenkins.plugins.slacknotify.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ExpiringCacheTest {
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final ExpiringCache<String, Integer> cache = new ExpiringCache<>(2, Duration.ofMinutes(1), () -> now);

    @Test
    void shouldForgetAValueWhenItsTimeIsOver() {
        cache.put("a", 1);
        now = now.plusSeconds(59);
        assertThat(cache.get("a")).contains(1);

        now = now.plusSeconds(1);
        assertThat(cache.get("a")).isEmpty();
    }

    @Test
    void shouldForgetAValueWhenTheClockWasSetBack() {
        cache.put("a", 1);
        now = now.minusSeconds(1);

        assertThat(cache.get("a")).isEmpty();
    }

    @Test
    void shouldHaveALimitedSize() {
        cache.put("a", 1);
        cache.put("b", 2);
        cache.put("c", 3);

        assertThat(cache.get("a")).isEmpty();
    }
}
