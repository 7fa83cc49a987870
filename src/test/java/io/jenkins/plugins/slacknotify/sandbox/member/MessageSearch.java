package io.jenkins.plugins.slacknotify.sandbox.member;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxChannel;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxUser;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import java.util.ArrayList;
import java.util.List;

/** A message that a member sees somewhere. */
record MessageSearch(SandboxChannel channel, SandboxMessage message, boolean ephemeral) {
    /** @throws IllegalArgumentException where there is none, or the member does not see it */
    static MessageSearch find(SandboxWorkspace workspace, SandboxUser user, String ts) {
        for (var channel : workspace.channels()) {
            var ephemeral = channel.ephemeral(ts);
            if (ephemeral.isPresent() && ephemeral.get().userId().equals(user.id())) {
                return new MessageSearch(channel, ephemeral.get().message(), true);
            }
            var message = channel.message(ts);
            if (message.isPresent() && (channel.kind() == SandboxChannel.Kind.PUBLIC || channel.hasMember(user.id()))) {
                return new MessageSearch(channel, message.get(), false);
            }
        }
        throw new IllegalArgumentException(user.name() + " sees no message " + ts);
    }

    /** Those in its attachments included. */
    List<BlockSearch> elements() {
        var blocks = new ArrayList<JsonArray>();
        blocks.add(message.blocks());
        for (JsonElement attachment : message.attachments()) {
            if (attachment.getAsJsonObject().get("blocks") instanceof JsonArray inner) {
                blocks.add(inner);
            }
        }
        return BlockSearch.elements(blocks.toArray(JsonArray[]::new));
    }
}
