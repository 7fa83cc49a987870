package io.jenkins.plugins.slacknotify.acceptance.restart;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.harness.Build;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;

/** A question of a pipeline: it is asked once, and who answers it after the crash is told. */
final class AskedQuestion implements Survivor {
    private Build build;

    @Override
    public String rule() {
        return "{jobs: [asking], events: [started, waitingForInput], to: ['#asking']}";
    }

    @Override
    public void begin(TestBed bed) {
        bed.channels().open("asking");
        bed.jobs().createPipeline("asking", "input message: 'Go live?', id: 'Live'\necho 'live'");
        build = bed.jobs().start("asking");
        var page = bed.process().url() + build.path() + "input/";
        assertThat(bed.channels().await("asking", 2).get(1)).satisfies(question -> {
            assertThat(question.headline()).endsWith(" waits for input: <" + page + "|Go live?>");
            assertThat(question.isReply()).isTrue();
            assertThat(question.broadcast()).isTrue();
        });
        build.keep();
    }

    @Override
    public void goOn(TestBed bed) {
        build.awaitConsole("Ready to run");
        build.answer("Live/proceedEmpty");
        assertThat(build.await().result()).isEqualTo("SUCCESS");

        bed.waits().untilChannelSays("asking", "asking", "succeeded", "Go live\\? — answered by admin after .*");
        bed.jobs()
                .createPipeline("unasked", "slackNotify message: 'Nothing else', channel: 'asking', severity: 'INFO'");
        bed.jobs().build("unasked");
        bed.channels().awaitAbout("Nothing else", "asking", 1);
        assertThat(bed.slack().messagesIn("asking")).hasSize(3);
    }
}
