package io.jenkins.plugins.slacknotify.acceptance.restart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.slacknotify.acceptance.harness.Build;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The messages of builds during which Jenkins dies: that those are cut off which cannot go on, how the others end, and how the
 * next ones do.
 */
final class CutOffBuilds implements Survivor {
    private static final List<String> JOBS = List.of("cut-off", "cut-off-matrix", "goes-on");
    private static final List<String> ACTIONS = List.of(
            "lost-action", "lost-strict-action", "lost-matrix-action", "lost-build-action", "lost-own", "lost-system");
    private static final String CUT_OFF = "was cut off because Jenkins stopped|Jenkins stopped while it ran";

    private Build pipeline;

    @Override
    public String rule() {
        return JOBS.stream()
                .map(job -> "{jobs: [%1$s], events: [started, success, lost], to: ['#%1$s']}".formatted(job))
                .collect(Collectors.joining(", ", "", ", {jobs: [cut-off-own], events: [lost], to: ['#lost-system']}"));
    }

    @Override
    public void begin(TestBed bed) {
        JOBS.forEach(bed.channels()::open);
        ACTIONS.forEach(bed.channels()::open);
        bed.jobDsl().run("""
            job('cut-off') {
                steps { shell('echo begun; [ $BUILD_NUMBER != 2 ] || sleep 600') }
                publishers {
                    slackNotify { channel('lost-action'); file('report.txt'); when(['lost']) }
                    slackNotify {
                        message('Lost $JOB_NAME $BUILD_NUMBER of $PLACE'); channel('lost-strict-action'); when(['lost']); failOnError(true)
                    }
                    slackNotify { channel('lost-action'); when(['failure', 'success']) }
                }
            }
            matrixJob('cut-off-matrix') {
                axes { text('SIDE', 'left') }
                steps { shell('echo begun; [ $BUILD_NUMBER != 1 ] || sleep 600') }
                publishers { slackNotify { channel('lost-matrix-action'); when(['lost', 'aborted']) } }
            }
            job('cut-off-own') {
                properties { slackNotifyRules { rules { notificationRule { name('Own'); to(['#lost-own']); last(true) } } } }
                steps { shell('echo begun; sleep 600') }
            }
            job('cut-off-kept') {
                parameters { stringParam('PLACE', 'build') }
                steps { shell('echo begun; sleep 600') }
                publishers { slackNotify { channel('lost-$PLACE-action'); when(['lost']) } }
            }
            """);
        bed.admin().script("Jenkins.get().numExecutors = 6");
        bed.jobs().createPipeline("goes-on", "sleep 10");
        bed.jobs().build("cut-off");
        bed.jobs().start("cut-off").awaitConsole("begun");
        bed.jobs().start("cut-off-matrix");
        bed.jobs().start("cut-off-own").awaitConsole("begun");
        bed.channels().awaitAbout("cut-off #2", "cut-off", 1);
        bed.channels().awaitAbout("cut-off-matrix #1", "cut-off-matrix", 1);
        bed.jobs().start("cut-off-kept", Map.of("PLACE", "build")).awaitConsole("begun");
        // Jenkins lists only a build that was saved while it ran, and so knows its parameters.
        bed.admin().script("Jenkins.get().getItem('cut-off-kept').lastBuild.save()");
        pipeline = bed.jobs().start("goes-on").awaitConsole("Sleeping").keep();
    }

    @Override
    public void goOn(TestBed bed) {
        awaitTexts(bed, "cut-off", "succeeded", CUT_OFF);
        awaitTexts(bed, "cut-off-matrix", CUT_OFF);
        awaitTexts(bed, "lost-action", "cut-off #1.*succeeded", "cut-off #2.*" + CUT_OFF);
        awaitTexts(bed, "lost-strict-action", "Lost cut-off 2 of \\$PLACE");
        awaitTexts(bed, "lost-matrix-action", "cut-off-matrix #1.*" + CUT_OFF);
        awaitTexts(bed, "lost-own", "cut-off-own #1.*" + CUT_OFF);
        assertThat(bed.slack().messagesIn("lost-system"))
                .as("what the job's own rule is the last to send")
                .isEmpty();
        awaitTexts(bed, "lost-build-action", "cut-off-kept #1.*" + CUT_OFF);
        assertThat(String.join("\n", bed.process().log()))
                .as("what would be in the console of the build")
                .containsSubsequence("cut-off #2: [Slack] Handed over for #lost-action", "[Slack] Without the file: ");
        assertThat(pipeline.await().result()).isEqualTo("SUCCESS");
        awaitTexts(bed, "goes-on", "goes-on #1.*succeeded");
        await("nothing known of builds that run")
                .atMost(TestBed.TIMEOUT)
                .untilAsserted(() -> assertThat(bed.process().home().resolve("slack-notify/running"))
                        .isEmptyDirectory());

        bed.jobs().build("cut-off");
        awaitTexts(bed, "cut-off", "succeeded", CUT_OFF, "cut-off #3.*(succeeded|is fixed after .*)");
    }

    private static void awaitTexts(TestBed bed, String channel, String... ends) {
        await("the messages in #" + channel)
                .atMost(TestBed.TIMEOUT)
                .untilAsserted(() -> assertThat(bed.slack().messagesIn(channel))
                        .filteredOn(message -> !message.isReply())
                        .extracting(SandboxMessage::text)
                        .zipSatisfy(
                                List.of(ends), (text, end) -> assertThat(text).matches("(?s).*(" + end + ")")));
    }
}
