package io.jenkins.plugins.slacknotify.acceptance.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is said of builds during which Jenkins died. */
@JenkinsAcceptance
class CutOffBuildsTest {
    @AfterEach
    void reset(TestBed bed) {
        bed.reset();
    }

    @Test
    void shouldSayThatBuildsWereCutOffAndHowTheNextOnesEnd(TestBed bed) {
        bed.configuration().set("events: [started, success, lost]");
        bed.jobDsl().run("""
            job('cut-off') { steps { shell('echo begun; [ $BUILD_NUMBER != 2 ] || sleep 600') } }
            matrixJob('cut-off-matrix') {
                axes { text('SIDE', 'left') }
                steps { shell('echo begun; [ $BUILD_NUMBER != 1 ] || sleep 600') }
            }
            """);
        bed.jobs().createPipeline("goes-on", "sleep 5");
        bed.jobs().build("cut-off");
        bed.jobs().start("cut-off").awaitConsole("begun");
        bed.jobs().start("cut-off-matrix");
        var pipeline = bed.jobs().start("goes-on").awaitConsole("Sleeping");
        bed.channels().awaitAbout("cut-off #2", bed.systemChannel(), 1);
        bed.channels().awaitAbout("cut-off-matrix #1", bed.systemChannel(), 1);
        pipeline.keep();

        bed.process().kill();
        bed.startAgain();

        awaitTexts(
                bed,
                "/job/cut-off/|cut-off #",
                "succeeded",
                "was cut off because Jenkins stopped|Jenkins stopped while it ran");
        awaitTexts(
                bed,
                "/job/cut-off-matrix/|cut-off-matrix #",
                "was cut off because Jenkins stopped|Jenkins stopped while it ran");
        assertThat(pipeline.await().result()).isEqualTo("SUCCESS");
        awaitTexts(bed, "/job/goes-on/", "goes-on #1.*succeeded");
        assertThat(bed.process().home().resolve("slack-notify/running")).isEmptyDirectory();

        bed.jobs().build("cut-off");
        awaitTexts(
                bed,
                "/job/cut-off/|cut-off #",
                "succeeded",
                "was cut off because Jenkins stopped|Jenkins stopped while it ran",
                "cut-off #3.*(succeeded|is fixed after .*)");
    }

    private static void awaitTexts(TestBed bed, String about, String... ends) {
        await("the messages about " + about)
                .atMost(TestBed.TIMEOUT)
                .untilAsserted(() -> assertThat(bed.slack().messagesIn(bed.systemChannel()))
                        .filteredOn(message -> !message.isReply())
                        .extracting(SandboxMessage::text)
                        .filteredOn(text -> text.matches("(?s).*(" + about + ").*"))
                        .zipSatisfy(
                                List.of(ends), (text, end) -> assertThat(text).matches("(?s).*(" + end + ")")));
    }
}
