package io.jenkins.plugins.slacknotify.acceptance.restart;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.Fault;
import java.time.Duration;

/** A message that Slack takes before the crash, and of which Jenkins does not hear any more: it is not said twice. */
final class DoubtfulMessage implements Survivor {
    private String channel;

    @Override
    public void begin(TestBed bed) {
        channel = bed.channels().open("doubt").id();
        bed.messageFaults().next("Once", 1, Fault.delay(Duration.ofMinutes(2)));
        bed.jobs().createPipeline("doubtful", "slackNotify message: 'Once', channel: '%s'".formatted(channel));
        bed.jobs().build("doubtful");
        bed.channels().await("doubt", 1);
    }

    @Override
    public void goOn(TestBed bed) {
        bed.jobs().createPipeline("later", "slackNotify message: 'Afterwards', channel: '%s'".formatted(channel));
        bed.jobs().build("later");

        bed.channels().awaitAbout("Afterwards", "doubt", 1);
        assertThat(bed.channels().messagesAbout("Once", "doubt")).hasSize(1);
    }
}
