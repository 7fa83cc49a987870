package io.jenkins.plugins.slacknotify.acceptance.restart;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.harness.Build;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.Fault;
import org.awaitility.Awaitility;

/** A step of a pipeline that waits until its message has arrived. */
final class WaitingStep implements Survivor {
    private Build build;

    @Override
    public void begin(TestBed bed) {
        bed.channels().open("crash");
        bed.channels().open("before-crash");
        bed.messageFaults().always("Still here", Fault.status(503));
        bed.jobs().createPipeline("survivor", """
            def before = slackNotify message: 'Of before', channel: 'before-crash'
            def message = slackNotify message: 'Still here', channel: 'crash', wait: true, timeout: 600
            slackNotify message: 'And on', thread: message
            slackNotify message: 'And after', thread: before
            echo "permalink=${message.permalink}"
            """);
        build = bed.jobs().start("survivor").awaitConsole("Handed over");
        Awaitility.await("a call that is refused")
                .atMost(TestBed.TIMEOUT)
                .until(() -> bed.sandbox().calls().stream()
                        .anyMatch(call -> call.httpStatus() == 503
                                && call.arguments().toString().contains("Still here")));
        build.keep();
    }

    @Override
    public void goOn(TestBed bed) {
        assertThat(build.await().result()).as(build.console()).isEqualTo("SUCCESS");
        assertThat(build.console()).contains("permalink=https://acme.slack.com/archives/");
        for (var channel : new String[] {"crash", "before-crash"}) {
            assertThat(bed.channels().await(channel, 2))
                    .hasSize(2)
                    .last()
                    .satisfies(reply -> assertThat(reply.isReply()).isTrue());
        }
    }
}
