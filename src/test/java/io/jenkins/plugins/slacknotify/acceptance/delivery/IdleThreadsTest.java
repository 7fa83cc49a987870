package io.jenkins.plugins.slacknotify.acceptance.delivery;

import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.slacknotify.acceptance.harness.Polls;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import org.junit.jupiter.api.Test;

/** Measures what the plugin costs while nothing happens. */
@JenkinsAcceptance
class IdleThreadsTest {
    private static final int MAX_IDLE_THREADS = 3;
    private static final String COUNT = "print Thread.allStackTraces.keySet().count { it.name =~ /(?i)slack/ }";

    @Test
    void shouldKeepFewThreadsWhenIdle(TestBed bed) {
        for (int channel = 0; channel < 10; channel++) {
            bed.channels().open("busy-" + channel);
        }
        bed.jobs()
                .createPipeline(
                        "busy", "for (int i = 0; i < 10; i++) slackNotify message: 'Busy', channel: \"busy-$i\"");
        bed.jobs().build("busy");
        bed.channels().await("busy-9", 1);

        await("idle threads")
                .atMost(TestBed.TIMEOUT)
                .pollInterval(Polls.OF_SCRIPTS)
                .until(() -> Integer.parseInt(bed.admin().script(COUNT)), count -> count <= MAX_IDLE_THREADS);
    }
}
