package io.jenkins.plugins.slacknotify.acceptance.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.Fault;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The figures for the Metrics plugin. */
@JenkinsAcceptance(freshJenkins = true)
@Order(6)
class MetricsTest {
    @Test
    void shouldCount(TestBed bed) {
        bed.channels().open("counted");
        bed.sandbox().faults().nextTimes(1, "chat.postMessage", Fault.rateLimited(Duration.ofSeconds(2)));
        bed.jobs().createPipeline("counted", "slackNotify message: 'Hi', channel: 'counted'");
        bed.jobs().build("counted");
        Awaitility.await().atMost(TestBed.TIMEOUT).until(() -> figure(bed, "timers", "delivered", "count") == 1);

        assertThat(figure(bed, "meters", "handed-over", "count")).isEqualTo(1);
        assertThat(figure(bed, "meters", "retried", "count")).isEqualTo(1);
        assertThat(figure(bed, "meters", "refused", "count")).isZero();
        assertThat(figure(bed, "meters", "expired", "count")).isZero();
        assertThat(figure(bed, "gauges", "waiting", "value")).isZero();
        assertThat(figure(bed, "gauges", "oldest-waiting-seconds", "value")).isZero();
        assertThat(figure(bed, "timers", "delivered", "max")).isGreaterThanOrEqualTo(2.0);
    }

    private static double figure(TestBed bed, String kind, String name, String value) {
        JsonObject metrics = bed.admin()
                .get("metrics/currentUser/metrics")
                .requireStatus(200)
                .json();
        return metrics.getAsJsonObject(kind)
                .getAsJsonObject("slack-notify." + name)
                .get(value)
                .getAsDouble();
    }
}
