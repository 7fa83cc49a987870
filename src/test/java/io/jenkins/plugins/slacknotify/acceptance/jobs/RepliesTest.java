package io.jenkins.plugins.slacknotify.acceptance.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.Fault;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Threads and updates, which work at once with what a step returned, whether Slack has answered by then or not. */
@JenkinsAcceptance
class RepliesTest {
    private static final String STORY = """
        def first = slackNotify message: 'Begins in %1$s', channel: '%1$s'
        slackNotify message: 'In between', thread: first
        slackNotify message: 'Is over', update: first
        """;

    @Test
    void shouldAnswerInTheThreadAndReplace(TestBed bed) {
        bed.channels().open("story");
        bed.jobs().createPipeline("story", STORY.formatted("story"));

        bed.jobs().build("story");

        assertStory(bed, "story");
    }

    @Test
    void shouldDoSoBeforeSlackHasAnswered(TestBed bed) {
        bed.channels().open("eager");
        bed.messageFaults().next("Begins in eager", 1, Fault.delay(Duration.ofSeconds(3)));
        bed.jobs().createPipeline("eager", STORY.formatted("eager"));

        bed.jobs().build("eager");

        assertStory(bed, "eager");
    }

    @Test
    void shouldDoSoWhenTheFirstAnswerIsLost(TestBed bed) {
        var channel = bed.channels().open("lost");
        bed.messageFaults().next("Begins in " + channel.id(), 1, Fault.acceptedButAnswerLost());
        bed.jobs().createPipeline("lost", STORY.formatted(channel.id()));

        bed.jobs().build("lost");

        assertStory(bed, "lost");
    }

    @Test
    void shouldAnswerInEachOfSeveralChannels(TestBed bed) {
        bed.channels().open("both-1");
        bed.channels().open("both-2");
        bed.jobs().createPipeline("both", """
            def first = slackNotify message: 'Begins', channel: 'both-1 both-2'
            slackNotify message: 'Goes on', thread: first, channel: 'both-1 both-3'
            slackNotify message: 'Begins again', update: first, thread: first
            slackNotify message: 'Nowhere', thread: slackNotify(message: 'To a person', to: 'admin')
            """);

        var build = bed.jobs().build("both");

        assertThat(build.console())
                .contains("[Slack] Not sent to #both-3: a reply")
                .containsOnlyOnce("[Slack] thread and broadcast have no effect beside update")
                .contains("[Slack] Not sent: the message that it belongs to was sent to no channel")
                .doesNotContain("Not sent to #both-1");

        for (var channel : new String[] {"both-1", "both-2"}) {
            assertThat(bed.channels().await(channel, 2).get(1).threadTs())
                    .isEqualTo(bed.channels().await(channel, 2).get(0).ts());
        }
    }

    @Test
    void shouldKeepWhatAStepReturnedInPipelineVariablesOfAllKinds(TestBed bed) {
        bed.channels().open("kept");
        bed.jobs().createPipeline("kept", """
            def messages = [build: slackNotify(message: 'Begins', channel: 'kept')]
            sleep 1
            messages.each { name, message -> slackNotify message: name, thread: message }
            """);

        bed.jobs().build("kept");

        assertThat(bed.channels().await("kept", 2).get(1).isReply()).isTrue();
    }

    private static void assertStory(TestBed bed, String channel) {
        var first = bed.channels().awaitAbout("Is over", channel, 1).get(0);
        assertThat(bed.slack().messagesIn(channel))
                .extracting(SandboxMessage::text)
                .containsExactly("Is over", "In between");
        assertThat(bed.channels().messagesAbout("In between", channel).get(0).threadTs())
                .isEqualTo(first.ts());
        assertThat(first.revisions()).hasSize(1);
    }
}
