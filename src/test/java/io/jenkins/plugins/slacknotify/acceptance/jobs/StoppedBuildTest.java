package io.jenkins.plugins.slacknotify.acceptance.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.Fault;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody stops a build that waits for Slack. */
@JenkinsAcceptance(resetAfterEach = true)
class StoppedBuildTest {
    /** Far below the minute that a build waits for Slack. */
    private static final Duration AT_ONCE = Duration.ofSeconds(20);

    @ParameterizedTest
    @ValueSource(strings = {"wait: true", "failOnError: true", "wait: true, timeout: 600"})
    void shouldStopAPipelineAtOnce(String option, TestBed bed) {
        var job = "stopped-" + Math.abs(option.hashCode());
        bed.messageFaults().always("Never taken", Fault.status(503));
        bed.jobs().createPipeline(job, "slackNotify message: 'Never taken', " + option + "\necho 'goes on'");

        assertStopsAtOnce(bed, job);
    }

    @Test
    void shouldStopABranchAndLeaveTheOthers(TestBed bed) {
        bed.messageFaults().always("Never taken", Fault.status(503));
        bed.jobs().createPipeline("stopped-branch", """
            parallel failFast: true,
                one: { slackNotify message: 'Never taken', wait: true, timeout: 600 },
                two: { sleep 2; error 'no' }
            """);

        var started = System.nanoTime();
        var build = bed.jobs().build("stopped-branch");

        assertThat(build.result()).isEqualTo("FAILURE");
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofMinutes(2));
    }

    @Test
    void shouldStopAFreestyleBuildAtOnce(TestBed bed) {
        bed.messageFaults().always("Never taken", Fault.status(503));
        bed.jobDsl().run("""
            job('stopped-step') {
                steps {
                    slackNotify { message('Never taken'); failOnError(true) }
                    shell('echo goes on')
                }
            }
            job('stopped-action') {
                publishers { slackNotify { message('Never taken'); failOnError(true) } }
            }
            """);

        assertStopsAtOnce(bed, "stopped-step");
        assertStopsAtOnce(bed, "stopped-action");
    }

    private static void assertStopsAtOnce(TestBed bed, String job) {
        var build = bed.jobs().start(job).awaitConsole("[Slack] Handed over");
        build.stop();

        Awaitility.await(job + " to end")
                .atMost(AT_ONCE)
                .until(() -> !build.consoleLines("Finished: ").isEmpty());
        assertThat(build.result()).isEqualTo("ABORTED");
        assertThat(build.console()).contains("Aborted by").doesNotContain("goes on", "Exception", "Not delivered");
    }
}
