package io.jenkins.plugins.slacknotify.acceptance.restart;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.Fault;
import java.time.Duration;

/** A message that Slack has asked to send later. */
final class WaitingMessage implements Survivor {
    @Override
    public String rule() {
        return "{jobs: [waiting-room], events: [failure], to: ['#waiting-room']}";
    }

    @Override
    public void begin(TestBed bed) {
        bed.channels().open("waiting-room");
        bed.messageFaults().always("waiting-room", Fault.rateLimited(Duration.ofMinutes(1)));
        bed.jobs().createPipeline("waiting-room", "error 'no'");
        bed.jobs().build("waiting-room");
    }

    @Override
    public void goOn(TestBed bed) {
        assertThat(bed.channels().awaitAbout("waiting-room #1", "waiting-room", 1))
                .hasSize(1);
    }
}
