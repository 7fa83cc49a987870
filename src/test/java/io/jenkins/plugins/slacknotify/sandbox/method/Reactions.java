package io.jenkins.plugins.slacknotify.sandbox.method;

import com.google.gson.JsonObject;
import io.jenkins.plugins.slacknotify.sandbox.workspace.Reaction;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import java.util.regex.Pattern;

/** reactions.add. */
final class Reactions {
    /** INFERRED: the sandbox takes any name that could be one; Slack knows which emoji there are. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_'+-]+(::skin-tone-[2-6])?");

    private Reactions() {}

    static JsonObject add(MethodCall call) {
        var channel = ChannelLookup.byId(call);
        if (channel.isArchived()) {
            throw new SlackRefusal("is_archived");
        }
        var message =
                channel.message(call.required("timestamp")).orElseThrow(() -> new SlackRefusal("message_not_found"));
        channel.react(message.ts(), reaction(call, message));
        return new JsonObject();
    }

    private static Reaction reaction(MethodCall call, SandboxMessage message) {
        var reaction = new Reaction(call.required("name"), call.caller().userId());
        if (!NAME.matcher(reaction.name()).matches()) {
            throw new SlackRefusal("invalid_name");
        }
        if (message.reactions().contains(reaction)) {
            throw new SlackRefusal("already_reacted");
        }
        return reaction;
    }
}
