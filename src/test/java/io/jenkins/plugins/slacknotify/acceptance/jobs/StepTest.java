package io.jenkins.plugins.slacknotify.acceptance.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.Fault;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Tests what a pipeline can say with {@code slackNotify}. */
@JenkinsAcceptance
class StepTest {
    /** Longer than a build of one step takes on any machine. */
    private static final Duration SLOW = Duration.ofMinutes(2);

    @Test
    void shouldTellHowTheBuildStandsWithoutAnyArgument(TestBed bed) {
        bed.jobs().createPipeline("running", "slackNotify wait: true; echo 'told'");

        bed.jobs().build("running");

        await("the end of the build in the message that told that it runs")
                .atMost(TestBed.TIMEOUT)
                .until(() -> bed.channels().messagesAbout("running", bed.systemChannel()).stream()
                        .map(SandboxMessage::text)
                        .toList()
                        .toString()
                        .endsWith("succeeded]"));
    }

    @Test
    void shouldKnowTheResultInPost(TestBed bed) {
        bed.channels().open("post");
        bed.jobs().createPipeline("posting", """
            pipeline {
                agent none
                stages { stage('Test') { steps { error 'no' } } }
                post { always { slackNotify channel: '#post' } }
            }
            """);

        bed.jobs().build("posting");

        assertThat(bed.channels().await("post", 1).get(0).headline())
                .contains("posting #1")
                .endsWith("failed: stage Test");
    }

    @Test
    void shouldSayWhatTheAuthorWrote(TestBed bed) {
        bed.channels().open("written");
        bed.jobs()
                .createPipeline(
                        "author",
                        "slackNotify message: \"Bob's *1.4* is <https://example.org|out>\", channel: 'written'");

        var build = bed.jobs().build("author");

        assertThat(bed.channels().await("written", 1).get(0).text())
                .isEqualTo("Bob's *1.4* is <https://example.org|out>");
        assertThat(build.consoleLines("[Slack]")).containsExactly("[Slack] Handed over for #written");
    }

    @Test
    void shouldReachSeveralChannels(TestBed bed) {
        var first = bed.channels().open("several-1");
        bed.channels().open("several-2");
        bed.jobs()
                .createPipeline(
                        "several", "slackNotify message: 'Hello', channel: '%s, #several-2'".formatted(first.id()));

        bed.jobs().build("several");

        assertThat(bed.channels().await("several-1", 1)).hasSize(1);
        assertThat(bed.channels().await("several-2", 1)).hasSize(1);
    }

    @Test
    void shouldNotWriteToAMemberWhomNoAccountHasProvenToBe(TestBed bed) {
        var ada = bed.slack().user("Ada Lovelace", "ada@example.org");
        bed.jobs().createPipeline("direct", "slackNotify message: 'For you', channel: '%s'".formatted(ada.id()));

        bed.jobs().build("direct");
        bed.waits().untilNothingIsLeftOf("direct");

        assertThat(bed.slack().directMessagesTo("ada@example.org"))
                .extracting(SandboxMessage::text)
                .doesNotContain("For you");
    }

    @Test
    void shouldUseTheSeverityThatTheAuthorChose(TestBed bed) {
        bed.channels().open("chosen");
        bed.jobs().createPipeline("chosen", "slackNotify channel: 'chosen', severity: 'critical'");

        bed.jobs().build("chosen");

        assertThat(bed.channels().await("chosen", 1).get(0).text()).startsWith(":rotating_light:");
    }

    @Test
    void shouldNotWaitForSlack(TestBed bed) {
        bed.channels().open("slow");
        bed.messageFaults().next("Hello, slowly", 1, Fault.delay(SLOW));
        bed.jobs().createPipeline("impatient", "slackNotify message: 'Hello, slowly', channel: 'slow'");

        bed.jobs().build("impatient");

        assertThat(bed.admin()
                        .get("job/impatient/1/api/json")
                        .json()
                        .get("duration")
                        .getAsLong())
                .isLessThan(SLOW.toMillis());
        bed.channels().await("slow", 1);
    }

    @Test
    void shouldReturnThePermalinkToWhoWaits(TestBed bed) {
        var channel = bed.channels().open("waited");
        bed.jobs().createPipeline("waiting", """
            def message = slackNotify message: 'Hello', channel: '#waited', wait: true
            echo "delivered=${message.delivered} channel=${message.channel} ts=${message.ts}"
            echo "permalink=${message.permalink}"
            """);

        var build = bed.jobs().build("waiting");

        var message = bed.channels().await("waited", 1).get(0);
        assertThat(build.console())
                .contains("delivered=true channel=" + channel.id() + " ts=" + message.ts())
                .contains("permalink=https://acme.slack.com/archives/" + channel.id() + "/p"
                        + message.ts().replace(".", ""));
    }

    @Test
    void shouldGoOnWhenWaitingTakesTooLong(TestBed bed) {
        bed.channels().open("late");
        bed.messageFaults().next("Hello, late", 1, Fault.delay(SLOW));
        bed.jobs().createPipeline("hurried", """
            def message = slackNotify message: 'Hello, late', channel: '#late', wait: true, timeout: 1
            echo "delivered=${message.delivered} permalink=${message.permalink}"
            """);

        var build = bed.jobs().build("hurried");

        assertThat(build.result()).isEqualTo("SUCCESS");
        assertThat(build.console())
                .contains("delivered=false permalink=null")
                .contains("[Slack] Not delivered to #late yet");
        bed.channels().await("late", 1);
    }
}
