package io.jenkins.plugins.slacknotify.inbound.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.outbox.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReplayGuardTest {
    private final ManualClock clock = new ManualClock();
    private final ReplayGuard guard = new ReplayGuard(clock);

    @Test
    void shouldKnowASignatureForAsLongAsItIsValid() {
        assertThat(guard.isNew("a")).isTrue();
        clock.advance(Duration.ofSeconds(600));

        assertThat(guard.isNew("a")).isFalse();
    }

    @Test
    void shouldForgetWhatIsNotValidAnyMore() {
        guard.isNew("a");
        clock.advance(Duration.ofSeconds(602));

        assertThat(guard.isNew("a")).isTrue();
    }

    @Test
    void shouldForgetWhatCouldNotBeTaken() {
        guard.isNew("a");
        guard.forget("a");

        assertThat(guard.isNew("a")).isTrue();
    }

    @Test
    void shouldForgetTheOldestWhereThereAreTooMany() {
        for (int i = 0; i <= ReplayGuard.MAX_ENTRIES; i++) {
            guard.isNew("s" + i);
        }

        assertThat(guard.isNew("s" + ReplayGuard.MAX_ENTRIES)).isFalse();
        assertThat(guard.isNew("s0")).isTrue();
    }
}
