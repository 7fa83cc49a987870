package io.jenkins.plugins.slacknotify.acceptance.restart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.slacknotify.acceptance.harness.Build;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The messages of builds during which Jenkins dies: that those are cut off which cannot go on, how the others end, and how the
 * next ones do.
 */
final class CutOffBuilds implements Survivor {
    private static final List<String> JOBS = List.of("cut-off", "cut-off-matrix", "goes-on");
    private static final String CUT_OFF = "was cut off because Jenkins stopped|Jenkins stopped while it ran";

    private Build pipeline;

    @Override
    public String rule() {
        return JOBS.stream()
                .map(job -> "{jobs: [%1$s], events: [started, success, lost], to: ['#%1$s']}".formatted(job))
                .collect(Collectors.joining(", "));
    }

    @Override
    public void begin(TestBed bed) {
        JOBS.forEach(bed.channels()::open);
        bed.jobDsl().run("""
            job('cut-off') { steps { shell('echo begun; [ $BUILD_NUMBER != 2 ] || sleep 600') } }
            matrixJob('cut-off-matrix') {
                axes { text('SIDE', 'left') }
                steps { shell('echo begun; [ $BUILD_NUMBER != 1 ] || sleep 600') }
            }
            """);
        bed.jobs().createPipeline("goes-on", "sleep 10");
        bed.jobs().build("cut-off");
        bed.jobs().start("cut-off").awaitConsole("begun");
        bed.jobs().start("cut-off-matrix");
        bed.channels().awaitAbout("cut-off #2", "cut-off", 1);
        bed.channels().awaitAbout("cut-off-matrix #1", "cut-off-matrix", 1);
        pipeline = bed.jobs().start("goes-on").awaitConsole("Sleeping").keep();
    }

    @Override
    public void goOn(TestBed bed) {
        awaitTexts(bed, "cut-off", "succeeded", CUT_OFF);
        awaitTexts(bed, "cut-off-matrix", CUT_OFF);
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
