package io.jenkins.plugins.slacknotify.inbound;

import static io.jenkins.plugins.slacknotify.inbound.RequestDeduplicator.Verdict.IN_PROGRESS;
import static io.jenkins.plugins.slacknotify.inbound.RequestDeduplicator.Verdict.NEW;
import static io.jenkins.plugins.slacknotify.inbound.RequestDeduplicator.Verdict.TAKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.outbox.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RequestDeduplicatorTest {
    private static final Duration RETENTION = Duration.ofMinutes(15);
    private static final int MOST = 100;

    private final ManualClock clock = new ManualClock();
    private final RequestDeduplicator requests = new RequestDeduplicator(clock, RETENTION, MOST);

    @Test
    void shouldKnowARequestForAWhile() {
        requests.begin("a");
        assertThat(requests.begin("a")).isEqualTo(IN_PROGRESS);
        requests.end("a", true);
        clock.advance(RETENTION);

        assertThat(requests.begin("a")).isEqualTo(TAKEN);
    }

    @Test
    void shouldForgetARequestThatCouldNotBeTaken() {
        requests.begin("a");
        requests.end("a", false);

        assertThat(requests.begin("a")).isEqualTo(NEW);
    }

    @Test
    void shouldForgetARequestAfterAWhile() {
        requests.begin("a");
        requests.end("a", true);
        clock.advance(RETENTION.plusSeconds(1));

        assertThat(requests.begin("a")).isEqualTo(NEW);
    }

    @Test
    void shouldForgetTheOldestWhereThereAreTooMany() {
        for (int i = 0; i <= MOST; i++) {
            requests.begin("r" + i);
            requests.end("r" + i, true);
        }

        assertThat(requests.begin("r" + MOST)).isEqualTo(TAKEN);
        assertThat(requests.begin("r0")).isEqualTo(NEW);
    }

    @Test
    void shouldNotRememberARequestThatEndsAfterItWasForgotten() {
        requests.begin("a");
        clock.advance(RETENTION.plusSeconds(1));
        requests.begin("b");
        requests.end("a", true);

        assertThat(requests.begin("a")).isEqualTo(NEW);
    }
}
