package io.jenkins.plugins.slacknotify.acceptance.testbed;

import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxChannel;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/** The channels of a sandbox's workspace, with the messages that arrive there. */
public record SlackChannels(SandboxWorkspace workspace) {
    private static final Duration POLL_INTERVAL = Duration.ofMillis(20);

    /** Makes a public channel that the bot is in, or finds it. */
    public SandboxChannel open(String channel) {
        return workspace.channel(channel).invite(TestBed.BOT);
    }

    /** Waits until a channel has so many messages. */
    public List<SandboxMessage> await(String channel, int count) {
        return workspace.awaitMessages(channel, count, TestBed.TIMEOUT);
    }

    /**
     * Waits until a channel has so many messages whose text has a word in it, such as a job's name.
     *
     * @return all such messages, oldest first
     */
    public List<SandboxMessage> awaitAbout(String word, String channel, int count) {
        return Awaitility.await(count + " message(s) about " + word + " in #" + channel)
                .atMost(TestBed.TIMEOUT)
                .pollInterval(POLL_INTERVAL)
                .until(() -> messagesAbout(word, channel), found -> found.size() >= count);
    }

    /** The messages of a channel whose text has a word in it, oldest first. */
    public List<SandboxMessage> messagesAbout(String word, String channel) {
        return workspace.messagesIn(channel).stream()
                .filter(message -> message.text().contains(word))
                .toList();
    }
}
