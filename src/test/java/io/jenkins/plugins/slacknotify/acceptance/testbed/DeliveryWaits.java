package io.jenkins.plugins.slacknotify.acceptance.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.harness.Polls;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Waits for what Jenkins has finished sending, or has logged. */
public record DeliveryWaits(TestBed bed) {
    /**
     * Waits until all messages to the system channel have arrived: none waits behind a message of the least severity that was
     * handed over last.
     */
    public void untilSystemChannelIsQuiet() {
        var last = "last-" + UUID.randomUUID();
        bed.jobs().createPipeline(last, "slackNotify message: '%s', severity: 'INFO'".formatted(last));
        bed.jobs().build(last);
        bed.channels().awaitAbout(last, bed.systemChannel(), 1);
    }

    /**
     * Waits until the messages of the system channel about something are as many, and end in these regular expressions, oldest
     * first.
     */
    public void untilSystemChannelSays(String word, String... ends) {
        untilChannelSays(bed.systemChannel(), word, ends);
    }

    /** Waits until the messages of a channel about something are as many, and end in these regular expressions, oldest first. */
    public void untilChannelSays(String channel, String word, String... ends) {
        Awaitility.await("the messages about " + word)
                .atMost(TestBed.TIMEOUT)
                .untilAsserted(() -> assertThat(bed.channels().messagesAbout(word, channel))
                        .extracting(SandboxMessage::text)
                        .zipSatisfy(
                                List.of(ends), (text, end) -> assertThat(text).matches("(?s).*" + end)));
    }

    /** Waits until nothing is left to send about builds of jobs whose names match a regular expression. */
    public void untilNothingIsLeftOf(String jobs) {
        Awaitility.await("nothing left of " + jobs)
                .atMost(TestBed.TIMEOUT)
                .pollInterval(Polls.OF_SCRIPTS)
                .until(() -> bed.admin().script("""
                io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle.get().engine().deliveries().latest(0)
                    .findAll { it.job() ==~ arguments[0] }.each { println it }
                null
                """, jobs), String::isEmpty);
    }

    /** Waits until Jenkins' log has a line with all those words. */
    public void untilLogHas(String... words) {
        Awaitility.await("a line of the log: " + String.join(" … ", words))
                .atMost(TestBed.TIMEOUT)
                .until(() -> bed.process().log().stream()
                        .anyMatch(line -> Stream.of(words).allMatch(line::contains)));
    }
}
