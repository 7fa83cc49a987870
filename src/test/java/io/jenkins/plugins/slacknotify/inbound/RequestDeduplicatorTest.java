package io.jenkins.plugins.slacknotify.inbound;

import static io.jenkins.plugins.slacknotify.inbound.RequestDeduplicator.Verdict.IN_PROGRESS;
import static io.jenkins.plugins.slacknotify.inbound.RequestDeduplicator.Verdict.NEW;
import static io.jenkins.plugins.slacknotify.inbound.RequestDeduplicator.Verdict.TAKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.outbox.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RequestDeduplicatorTest {
    private final ManualClock clock = new ManualClock();
    private final RequestDeduplicator requests = new RequestDeduplicator(clock);

    @Test
    void shouldKnowARequestForLongerThanSlackRepeatsIt() {
        requests.begin("a");
        assertThat(requests.begin("a")).isEqualTo(IN_PROGRESS);
        requests.end("a", true);
        clock.advance(Duration.ofMinutes(7));

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
        clock.advance(RequestDeduplicator.RETENTION.plusSeconds(1));

        assertThat(requests.begin("a")).isEqualTo(NEW);
    }

    @Test
    void shouldForgetTheOldestWhereThereAreTooMany() {
        for (int i = 0; i <= RequestDeduplicator.MAX_ENTRIES; i++) {
            requests.begin("r" + i);
            requests.end("r" + i, true);
        }

        assertThat(requests.begin("r" + RequestDeduplicator.MAX_ENTRIES)).isEqualTo(TAKEN);
        assertThat(requests.begin("r0")).isEqualTo(NEW);
    }

    @Test
    void shouldNotRememberARequestThatEndsAfterItWasForgotten() {
        requests.begin("a");
        clock.advance(RequestDeduplicator.RETENTION.plusSeconds(1));
        requests.begin("b");
        requests.end("a", true);

        assertThat(requests.begin("a")).isEqualTo(NEW);
    }
}
