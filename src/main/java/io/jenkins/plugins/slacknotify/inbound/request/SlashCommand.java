package io.jenkins.plugins.slacknotify.inbound.request;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;

/**
 * A slash command. Slack has none in threads.
 *
 * @param command with its slash, such as {@code /jenkins}; every app may be given another one
 * @param text what follows it; empty where nothing does. With {@code should_escape}, mentions are {@code <@U…>}
 * @param channelName without {@code #}; {@code directmessage} and {@code privategroup} are Slack's words for a
 *     conversation without a name of its own; null where it is not said
 */
public record SlashCommand(
        RequestOrigin origin,
        String command,
        String text,
        @CheckForNull String channelName) implements InboundRequest {
    @Override
    public RequestKind kind() {
        return RequestKind.SLASH_COMMAND;
    }
}
