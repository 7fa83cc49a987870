package io.jenkins.plugins.slacknotify.acceptance.restart;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.harness.Build;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.Fault;
import org.awaitility.Awaitility;

/** The files of messages, while Slack takes none: of a build that has ended, and of one that waits for it. */
final class WaitingFiles implements Survivor {
    private static final String METHOD = "files.getUploadURLExternal";

    private Build waiting;

    @Override
    public void begin(TestBed bed) {
        bed.channels().open("late-file");
        bed.channels().open("patient-file");
        bed.sandbox().faults().always(METHOD, Fault.status(503));
        bed.jobs().createPipeline("late-file", """
            node {
                writeFile file: 'a.txt', text: 'all green'
                slackNotify message: 'Nightly', channel: 'late-file', file: 'a.txt'
            }
            """);
        assertThat(bed.jobs().build("late-file").result())
                .as("it waits for nothing")
                .isEqualTo("SUCCESS");
        bed.channels().await("late-file", 1);
        bed.jobs().createPipeline("patient-file", """
            node {
                writeFile file: 'a.txt', text: 'all green'
                def message = slackNotify channel: 'patient-file', file: 'a.txt', wait: true, timeout: 600
                echo "delivered=${message.delivered}"
            }
            """);
        waiting = bed.jobs().start("patient-file").awaitConsole("Handed over");
        Awaitility.await("two refused uploads").atMost(TestBed.TIMEOUT).until(() -> refused(bed) >= 2);
        waiting.keep();
    }

    private static long refused(TestBed bed) {
        return bed.sandbox().calls().stream()
                .filter(call -> call.method().equals(METHOD) && call.httpStatus() == 503)
                .count();
    }

    @Override
    public void goOn(TestBed bed) {
        awaitFile(bed, "late-file");
        assertThat(bed.slack().messagesIn("late-file"))
                .singleElement()
                .satisfies(message -> assertThat(bed.slack().filesOf(message))
                        .singleElement()
                        .satisfies(file -> assertThat(file.text()).isEqualTo("all green")));
        assertThat(waiting.await().result()).isEqualTo("SUCCESS");
        assertThat(waiting.console()).contains("delivered=true").doesNotContain("Without the file");
        assertThat(bed.slack().messagesIn("patient-file"))
                .singleElement()
                .satisfies(message -> assertThat(bed.slack().filesOf(message)).hasSize(1));
    }

    private static void awaitFile(TestBed bed, String channel) {
        Awaitility.await("a file in #" + channel)
                .atMost(TestBed.TIMEOUT)
                .until(() -> bed.slack().messagesIn(channel).stream()
                        .anyMatch(message -> !bed.slack().filesOf(message).isEmpty()));
    }
}
