package io.jenkins.plugins.slacknotify.sandbox.method;

import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxChannel;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxChannel.Kind;
import java.util.Optional;

/** Finds the conversation that an argument means, as far as the caller may see it. */
final class ChannelLookup {
    private ChannelLookup() {}

    /** By id only. A private conversation that the caller is not in does not exist for it. */
    static SandboxChannel byId(MethodCall call) {
        return visible(call, call.workspace().channelById(call.required("channel")));
    }

    /** By id or name, with or without {@code #}; the id of a person means the direct message with that person. */
    static SandboxChannel byIdOrName(MethodCall call) {
        String wanted = call.required("channel");
        var workspace = call.workspace();
        return visible(
                call,
                workspace
                        .channelById(wanted)
                        .or(() -> workspace.channelNamed(wanted))
                        .or(() -> directMessage(call, wanted)));
    }

    /** INFERRED: bots and deactivated people cannot be written to in this way. */
    private static Optional<SandboxChannel> directMessage(MethodCall call, String userId) {
        return call.workspace()
                .userById(userId)
                .filter(user -> !user.isBot() && !user.isDeactivated())
                .map(user -> call.workspace().directMessage(call.caller().userId(), user.id()));
    }

    private static SandboxChannel visible(MethodCall call, Optional<SandboxChannel> channel) {
        return channel.filter(found -> found.kind() == Kind.PUBLIC
                        || found.hasMember(call.caller().userId()))
                .orElseThrow(() -> new SlackRefusal("channel_not_found"));
    }
}
