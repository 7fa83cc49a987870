package io.jenkins.plugins.slacknotify.sandbox.method;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.jenkins.plugins.slacknotify.sandbox.rules.Limit;
import io.jenkins.plugins.slacknotify.sandbox.workspace.AccessToken;
import io.jenkins.plugins.slacknotify.sandbox.workspace.Author;
import io.jenkins.plugins.slacknotify.sandbox.workspace.Content;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxChannel;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxChannel.Kind;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import java.util.List;
import java.util.regex.Pattern;

/** chat.postMessage and chat.update. */
public final class Posting {
    public static final Content NOTHING = new Content("", new JsonArray(), new JsonArray(), null, List.of());
    private static final Pattern TIMESTAMP = Pattern.compile("\\d+\\.\\d{6}");
    private static final Pattern GROUP_MENTION = Pattern.compile("<!(channel|here|everyone)|\"type\":\"broadcast\"");

    private Posting() {}

    static JsonObject postMessage(MethodCall call) {
        var channel = ChannelLookup.byIdOrName(call);
        requirePermission(call.caller(), channel);
        var author = author(call);
        var content = MessageContent.read(call.arguments(), NOTHING);
        requireQuietMention(call, content);
        String threadTs = threadTs(call.arguments(), channel);
        call.rateLimits().take("posting " + channel.id(), Rate.POSTING_IN_CHANNEL);
        boolean broadcast = threadTs != null && call.arguments().flag("reply_broadcast");
        return body(channel, channel.post(author, content, threadTs, broadcast, MessageContent.notesOn(content)));
    }

    private static void requireQuietMention(MethodCall call, Content content) {
        if (call.workspace().forbidsGroupMentions()
                && GROUP_MENTION.matcher(content.text() + content.blocks()).find()) {
            throw new SlackRefusal("restricted_action");
        }
    }

    static JsonObject update(MethodCall call) {
        var channel = ChannelLookup.byId(call);
        if (channel.isArchived()) {
            throw new SlackRefusal("is_inactive");
        }
        var message = channel.message(call.required("ts")).orElseThrow(() -> new SlackRefusal("message_not_found"));
        if (!message.author().userId().equals(call.caller().userId())) {
            throw new SlackRefusal("cant_update_message");
        }
        if (call.arguments().text("text").orElse("").length() > Limit.UPDATE_TEXT.value()) {
            throw new SlackRefusal("msg_too_long");
        }
        var before = message.content();
        var named = Uploads.named(call, before.files());
        boolean ignored = call.workspace().files().areIgnoredByUpdates();
        var content = MessageContent.read(call.arguments(), before).showing(ignored ? before.files() : named);
        var body = body(channel, channel.update(message.ts(), content, MessageContent.notesOn(content)));
        body.addProperty("text", content.text());
        return body;
    }

    /** May be refused by the same errors where a file is shared. */
    static void requirePermission(AccessToken caller, SandboxChannel channel) {
        boolean publicWithoutJoining =
                channel.kind() == Kind.PUBLIC && caller.hasAnyScope(List.of("chat:write.public"));
        if (channel.isArchived()) {
            throw new SlackRefusal("is_archived");
        }
        if (!channel.hasMember(caller.userId()) && !publicWithoutJoining) {
            throw new SlackRefusal("not_in_channel");
        }
    }

    /**
     * Without the scope, Slack ignores a name and an icon, and says nothing of it (chat-app reports, such as papercups-io/papercups#522).
     */
    public static Author author(MethodCall call) {
        var caller = call.caller();
        var arguments = caller.hasAnyScope(List.of("chat:write.customize")) ? call.arguments() : Arguments.none();
        var username = arguments.text("username");
        var iconEmoji = arguments.text("icon_emoji");
        var iconUrl = arguments.text("icon_url");
        return new Author(
                caller.userId(),
                caller.botId().isEmpty() ? null : caller.botId(),
                caller.appId(),
                caller.name(),
                username.orElse(null),
                iconEmoji.orElse(null),
                iconUrl.orElse(null));
    }

    /** Slack takes a reply to a message that is not there, but not a malformed timestamp (jenkinsci/slack-plugin#584). */
    private static String threadTs(Arguments arguments, SandboxChannel channel) {
        var threadTs = arguments.text("thread_ts").orElse(null);
        if (threadTs == null) {
            return null;
        }
        if (!TIMESTAMP.matcher(threadTs).matches()) {
            throw new SlackRefusal("invalid_thread_ts");
        }
        if (!channel.isThreadable()) {
            throw new SlackRefusal("restricted_action_non_threadable_channel");
        }
        if (channel.isLocked(threadTs)) {
            throw new SlackRefusal("restricted_action_thread_locked");
        }
        return threadTs;
    }

    private static JsonObject body(SandboxChannel channel, SandboxMessage message) {
        var body = new JsonObject();
        body.addProperty("channel", channel.id());
        body.addProperty("ts", message.ts());
        body.add("message", MessageJson.of(message, true));
        return body;
    }
}
