package io.jenkins.plugins.slacknotify.sandbox;

import io.jenkins.plugins.slacknotify.sandbox.app.SandboxApp;
import io.jenkins.plugins.slacknotify.sandbox.delivery.Exchange;
import io.jenkins.plugins.slacknotify.sandbox.member.SandboxMember;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxChannel;
import java.util.List;

/** Decides what a line is that somebody types below a conversation: a command, a mention, a message to the app, links, or none of it. */
final class Typing {
    private Typing() {}

    /**
     * Types a line.
     *
     * @param threadTs null outside of threads
     * @return what the app was told; nothing where it is told of no such line
     */
    static List<Exchange> type(
            SandboxMember member, SandboxApp app, SandboxChannel channel, String threadTs, String text) {
        if (text.startsWith("/")) {
            if (threadTs != null) {
                throw new IllegalStateException("Commands of apps do not work in threads.");
            }
            String[] parts = text.split("\\s+", 2);
            return List.of(member.command(channel.id(), parts[0], parts.length > 1 ? parts[1] : ""));
        }
        if (channel.equals(member.appConversation())) {
            return List.of(member.directMessage(threadTs, text));
        }
        String mention = "@" + app.name();
        if (text.startsWith(mention)) {
            return List.of(member.mention(
                    channel.id(), threadTs, text.substring(mention.length()).trim()));
        }
        if (text.contains("://") && member.isToldOfLinks(text)) {
            return List.of(member.postLink(channel.id(), threadTs, text));
        }
        member.say(channel.id(), threadTs, text);
        return List.of();
    }
}
