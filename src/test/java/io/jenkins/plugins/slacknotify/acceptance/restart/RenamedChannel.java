package io.jenkins.plugins.slacknotify.acceptance.restart;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;

/** That a channel has another name than a job calls it by. */
final class RenamedChannel implements Survivor {
    @Override
    public void begin(TestBed bed) {
        bed.channels().open("before");
        bed.jobs().createPipeline("mover", "slackNotify message: \"Build ${currentBuild.number}\", channel: 'before'");
        bed.jobs().build("mover");
        bed.channels().await("before", 1);
        bed.slack().channel("before").rename("after");
        bed.jobs().build("mover");
        bed.channels().await("after", 2);
    }

    @Override
    public void goOn(TestBed bed) {
        bed.jobs().build("mover");

        assertThat(bed.channels().await("after", 3))
                .extracting(SandboxMessage::text)
                .containsExactly("Build 1", "Build 2", "Build 3");
    }
}
