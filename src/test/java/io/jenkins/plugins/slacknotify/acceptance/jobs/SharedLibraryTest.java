package io.jenkins.plugins.slacknotify.acceptance.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.SharedLibrary;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pipelines with a {@code slackNotify} of their own, which were there before the plugin. */
@JenkinsAcceptance
class SharedLibraryTest {
    private static final String OWN = """
        def call(Object... arguments) { echo "ours: ${arguments as List}" }
        """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text         | slackNotify 'STARTED'                            | ours: [STARTED]
            nothing      | slackNotify()                                    | ours: []
            several      | slackNotify('FAILED', '#ops')                    | ours: [FAILED, #ops]
            options      | slackNotify(status: 'x', webhook: 'y')           | ours: [[status:x, webhook:y]]
            mixed        | slackNotify(currentBuild.number, [color: 'red']) | ours: [1, [color:red]]
            our-option   | slackNotify(channel: 5)                          | ours: [[channel:5]]
            closure      | slackNotify { echo 'inside' }                    | ours: [
            """)
    void shouldLeaveADeclarativePipelineItsLibrary(String form, String call, String printed, TestBed bed) {
        SharedLibrary.define(bed, "ours", Map.of("slackNotify", OWN));
        bed.jobs().createPipeline("library-" + form, """
            @Library('ours') _
            pipeline {
                agent none
                stages { stage('Call') { steps { %s } } }
                post { always { %s } }
            }
            """.formatted(call, call));

        var build = bed.jobs().build("library-" + form);

        assertThat(build.console()).contains(printed).doesNotContain("[Slack]");
        assertThat(build.result()).isEqualTo("SUCCESS");
    }

    @Test
    void shouldLeaveAPipelineItsOwnMethod(TestBed bed) {
        bed.jobs().createPipeline("method", """
            pipeline {
                agent none
                stages { stage('Call') { steps { slackNotify('STARTED', 1) } } }
            }
            def slackNotify(String state, int number) { echo "own: $state $number" }
            """);

        var build = bed.jobs().build("method");

        assertThat(build.console()).contains("own: STARTED 1").doesNotContain("[Slack]");
        assertThat(build.result()).isEqualTo("SUCCESS");
    }

    @Test
    void shouldFindNoFaultWithSuchAPipelineThatIsOnlyChecked(TestBed bed) {
        var answer = bed.admin()
                .post(
                        "pipeline-model-converter/validate",
                        Map.of(
                                "jenkinsfile",
                                "pipeline { agent none; stages { stage('A') { steps { slackNotify 'STARTED' } } } }"))
                .body();

        assertThat(answer).contains("successfully validated");
    }

    @Test
    void shouldReachThePluginBesideALibrary(TestBed bed) {
        bed.channels().open("beside");
        SharedLibrary.define(bed, "ours", Map.of("slackNotify", OWN));
        bed.jobs().createPipeline("beside", """
            @Library('ours') _
            slackNotify 'STARTED'
            steps.slackNotify message: 'By the plugin', channel: 'beside'
            """);

        var build = bed.jobs().build("beside");

        assertThat(build.console()).contains("ours: [STARTED]", "[Slack] Handed over for #beside");
        assertThat(bed.channels().await("beside", 1).get(0).text()).isEqualTo("By the plugin");
    }

    @Test
    void shouldTellAdministratorsWhichJobsCallALibrary(TestBed bed) {
        SharedLibrary.define(bed, "ours", Map.of("slackNotify", OWN, "other", OWN));
        bed.jobs().createPipeline("caller", "@Library('ours') _\nslackNotify 'STARTED'");
        bed.jobs().createPipeline("bystander", "echo 'no library'");
        bed.jobs().build("caller");
        bed.jobs().build("bystander");

        Awaitility.await("the monitor")
                .atMost(TestBed.TIMEOUT)
                .untilAsserted(
                        () -> assertThat(manage(bed)).contains("StepNameMonitor", ">caller<", "steps.slackNotify"));
        assertThat(manage(bed)).doesNotContain(">bystander<");

        bed.jobs().configure("caller", bed.jobs().configXml("bystander"));
        bed.jobs().build("caller");

        Awaitility.await("no monitor any more")
                .atMost(TestBed.TIMEOUT)
                .untilAsserted(() -> assertThat(manage(bed)).doesNotContain(">caller<"));
    }

    private static String manage(TestBed bed) {
        return bed.admin().get("manage/").requireStatus(200).body();
    }
}
