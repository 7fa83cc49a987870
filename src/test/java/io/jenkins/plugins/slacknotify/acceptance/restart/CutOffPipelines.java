package io.jenkins.plugins.slacknotify.acceptance.restart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.slacknotify.acceptance.harness.Build;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Pipelines that run when Jenkins dies, and that it may or can not go on with. */
final class CutOffPipelines implements Survivor {
    private static final List<String> JOBS = List.of("may-not-go-on", "may-not-sleep-on", "cannot-go-on");

    private final List<Build> builds = new ArrayList<>();

    @Override
    public String rule() {
        return JOBS.stream()
                .map(job -> "{jobs: [%1$s], events: [lost], to: ['#%1$s']}".formatted(job))
                .collect(Collectors.joining(", "));
    }

    @Override
    public void begin(TestBed bed) {
        JOBS.forEach(bed.channels()::open);
        bed.jobDsl().run("""
            pipelineJob('may-not-go-on') {
                properties { disableResume() }
                definition { cps { script("node { stage('Long') { echo 'begun'; sleep 600 } }"); sandbox() } }
            }
            pipelineJob('may-not-sleep-on') {
                properties { disableResume() }
                definition { cps { script("echo 'begun'; sleep 600"); sandbox() } }
            }
            pipelineJob('cannot-go-on') {
                properties { durabilityHint { hint('PERFORMANCE_OPTIMIZED') } }
                definition { cps { script("node { stage('Long') { echo 'begun'; sleep 600 } }"); sandbox() } }
            }
            """);
        JOBS.forEach(
                job -> builds.add(bed.jobs().start(job).awaitConsole("Sleeping").keep()));
    }

    @Override
    public void goOn(TestBed bed) {
        builds.forEach(
                build -> assertThat(build.await().result()).as(build.console()).isEqualTo("FAILURE"));
        JOBS.forEach(job -> await("the message in #" + job)
                .atMost(TestBed.TIMEOUT)
                .untilAsserted(() -> assertThat(bed.slack().messagesIn(job))
                        .extracting(SandboxMessage::headline)
                        .singleElement()
                        .asString()
                        .contains(job + " #1")
                        .matches(".*(was cut off because Jenkins stopped|Jenkins stopped while it ran)")));
    }
}
