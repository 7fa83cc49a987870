package io.jenkins.plugins.slacknotify.acceptance.restart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Pipelines that run when Jenkins ends, be it that it dies or is stopped, and that it may not go on with. */
final class CutOffPipelines implements Survivor {
    /** Of this one, Jenkins never wrote the start of a block that has ended. */
    private static final String TORN = "killed-with-a-torn-graph";

    private static final List<String> JOBS =
            List.of("killed-in-blocks", "killed-without-blocks", "killed-on-a-node", TORN);
    /** The id that Jenkins gives to the start of the first block of a pipeline. */
    private static final int FIRST_BLOCK = 3;

    private static final String CUT_OFF = "was cut off because Jenkins stopped|Jenkins stopped while it ran";

    /** The one of each job. A job may have had another one that was cut off in another way. */
    private final Map<String, String> builds = new HashMap<>();

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
            pipelineJob('%s') {
                properties { disableResume() }
                definition { cps { script("stage('Long') { sleep 600 }"); sandbox() } }
            }
            pipelineJob('%s') {
                properties { disableResume() }
                definition { cps { script('sleep 600'); sandbox() } }
            }
            pipelineJob('%s') {
                properties { disableResume() }
                definition { cps { script("node { sh 'echo Sleeping; sleep 600' }"); sandbox() } }
            }
            pipelineJob('%s') {
                properties { disableResume() }
                definition { cps { script("node { echo 'here' }; sleep 600"); sandbox() } }
            }
            """.formatted(JOBS.toArray()));
        JOBS.forEach(job -> {
            var build = bed.jobs().start(job);
            build.awaitConsole("Sleeping");
            builds.put(job, job + " #" + build.number());
        });
    }

    @Override
    public void whileDown(TestBed bed) {
        var graph = bed.process().home().resolve("jobs/%s/builds/%d/workflow".formatted(TORN, number(TORN)));
        try {
            Files.deleteIfExists(graph.resolve(FIRST_BLOCK + ".xml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int number(String job) {
        return Integer.parseInt(builds.get(job).replaceAll(".*#", ""));
    }

    @Override
    public void goOn(TestBed bed) {
        JOBS.forEach(job -> await("the message in #" + job)
                .atMost(TestBed.TIMEOUT)
                .untilAsserted(() -> assertThat(bed.slack().messagesIn(job))
                        .extracting(SandboxMessage::headline)
                        .filteredOn(headline -> headline.contains(builds.get(job)))
                        .singleElement()
                        .asString()
                        .containsPattern(CUT_OFF)));
        assertThat(bed.process().log()).noneMatch(line -> line.contains("Could not read") && line.contains(TORN));
    }
}
