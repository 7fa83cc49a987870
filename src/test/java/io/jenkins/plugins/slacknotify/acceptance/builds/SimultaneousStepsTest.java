package io.jenkins.plugins.slacknotify.acceptance.builds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Steps of parallel branches and matrix cells, and the end of their build, at once. */
@JenkinsAcceptance(resetAfterEach = true)
@Order(8)
class SimultaneousStepsTest {
    /** {@code -Dslack-notify.simultaneous.builds=8} for more; one build takes some 12 s. */
    private static final int BUILDS = Integer.getInteger("slack-notify.simultaneous.builds", 2);

    @Test
    void shouldMakeOneMessageOfAllBranchesAndEndIt(TestBed bed) {
        bed.jobs().createPipeline("branches", """
            def branches = [:]
            for (int i = 0; i < 10; i++) { branches["b$i"] = { slackNotify() } }
            parallel branches
            """);
        buildAll(bed, "branches");

        expectOneMessageOfEachBuild(bed, "branches", "succeeded");
    }

    @Test
    void shouldMakeOneMessageOfBranchesWhereTheSystemChannelHearsOfAll(TestBed bed) {
        bed.configuration().set("events: [started, success, failure]");
        bed.jobs().createPipeline("heard", """
            def branches = [:]
            for (int i = 0; i < 10; i++) { branches["b$i"] = { slackNotify() } }
            parallel branches
            """);
        buildAll(bed, "heard");

        expectOneMessageOfEachBuild(bed, "heard", "succeeded");
    }

    @Test
    void shouldEndAsTheBuildEndsThatFailsWhileOthersTellOfIt(TestBed bed) {
        bed.configuration().set("events: [aborted]");
        bed.jobs().createPipeline("failing", """
            def branches = [failFast: true]
            for (int i = 0; i < 8; i++) { branches["b$i"] = { slackNotify() } }
            branches.bad = { error 'no' }
            parallel branches
            """);
        for (int number = 1; number <= BUILDS; number++) {
            bed.jobs().build("failing");
        }
        bed.waits().untilNothingIsLeftOf("failing");

        assertThat(bed.channels().messagesAbout("failing #", bed.systemChannel()))
                .extracting(SandboxMessage::text)
                .noneMatch(text -> text.contains("so far"));
    }

    @Test
    void shouldMakeOneMessageOfAllCellsOfAMatrix(TestBed bed) {
        bed.jobs().createPipeline("cells", """
            pipeline {
                agent none
                stages {
                    stage('All') {
                        matrix {
                            axes {
                                axis { name 'OS'; values 'linux', 'mac', 'windows' }
                                axis { name 'JDK'; values '11', '17', '21' }
                            }
                            stages { stage('Test') { steps { slackNotify() } } }
                        }
                    }
                }
            }
            """);
        buildAll(bed, "cells");

        expectOneMessageOfEachBuild(bed, "cells", "succeeded");
    }

    private static void buildAll(TestBed bed, String job) {
        for (int number = 1; number <= BUILDS; number++) {
            assertThat(bed.jobs().build(job).result()).isEqualTo("SUCCESS");
        }
    }

    private static void expectOneMessageOfEachBuild(TestBed bed, String job, String end) {
        bed.waits().untilNothingIsLeftOf(job);
        await("the messages of " + job).atMost(TestBed.TIMEOUT).untilAsserted(() -> {
            List<SandboxMessage> messages = bed.channels().messagesAbout(job + " #", bed.systemChannel());
            assertThat(messages)
                    .hasSize(BUILDS)
                    .extracting(SandboxMessage::text)
                    .allMatch(text -> text.endsWith(end));
        });
    }
}
