package io.jenkins.plugins.slacknotify.sandbox.method;

import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxChannel;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxChannel.Kind;
import java.util.Optional;

/** Finds the conversation that an argument means, as far as the caller may see it. */
public final class ChannelLookup {
    private ChannelLookup() {}

    /** By id only. A private conversation that the caller is not in does not exist for it. */
    public static SandboxChannel byId(MethodCall call) {
        return visible(call, call.workspace().channelById(call.required("channel")));
    }

    /**
     * By id or name, with or without {@code #}; the id of a person means the direct message with that person. INFERRED: with
     * {@code @} before it, too, as slack-plugin's documentation has it.
     */
    static SandboxChannel byIdOrName(MethodCall call) {
        String wanted = call.required("channel");
        var workspace = call.workspace();
        return visible(
                call,
                workspace
                        .channelById(wanted)
                        .or(() -> named(call, wanted))
                        .or(() -> directMessage(call, wanted.replaceFirst("^@(?=U)", ""))));
    }

    /** DOCUMENTED: a token of a whole organisation finds no channel by its name. */
    private static Optional<SandboxChannel> named(MethodCall call, String name) {
        boolean isName = call.workspace().userById(name).isEmpty();
        if (isName && call.caller().orgWide()) {
            throw new SlackRefusal("team_not_found");
        }
        return call.workspace().channelNamed(name);
    }

    /**
     * Opens the direct message with a person. INFERRED: one that is open takes messages though the person is deactivated
     * (slackapi/python-slack-sdk#1156), but none is opened any more.
     *
     * @throws SlackRefusal for a bot, as two bots have no direct message; INFERRED
     */
    private static Optional<SandboxChannel> directMessage(MethodCall call, String userId) {
        var workspace = call.workspace();
        String caller = call.caller().userId();
        return workspace
                .userById(userId)
                .map(Conversations::requireNoBot)
                .flatMap(user -> user.isDeactivated()
                        ? workspace.openedDirectMessage(caller, user.id())
                        : Optional.of(workspace.directMessage(caller, user.id())));
    }

    private static SandboxChannel visible(MethodCall call, Optional<SandboxChannel> channel) {
        return channel.filter(found -> found.kind() == Kind.PUBLIC
                        || found.hasMember(call.caller().userId()))
                .orElseThrow(() -> new SlackRefusal("channel_not_found"));
    }
}
