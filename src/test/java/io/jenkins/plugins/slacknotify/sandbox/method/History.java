package io.jenkins.plugins.slacknotify.sandbox.method;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxChannel;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** conversations.history and conversations.replies. */
final class History {
    private static final int PAGE = 100;

    private static final Map<SandboxChannel.Kind, String> SCOPE = Map.of(
            SandboxChannel.Kind.PUBLIC, "channels:history",
            SandboxChannel.Kind.PRIVATE, "groups:history",
            SandboxChannel.Kind.DIRECT, "im:history");

    /** The scopes that Slack names where one of them is missing, whatever the kind of channel (users' reports). */
    private static final List<String> ALTERNATIVES =
            List.of("channels:history", "groups:history", "mpim:history", "im:history");

    private History() {}

    /** Newest first, without replies, but for those that the channel shows. */
    static JsonObject history(MethodCall call) {
        return messages(
                call,
                message -> !message.isReply() || message.broadcast(),
                Comparator.comparing(SandboxMessage::ts).reversed());
    }

    /** Oldest first, the parent included. */
    static JsonObject replies(MethodCall call) {
        String parent = call.required("ts");
        var body = messages(
                call,
                message -> message.ts().equals(parent) || parent.equals(message.threadTs()),
                Comparator.comparing(SandboxMessage::ts));
        var channel = ChannelLookup.byId(call);
        if (channel.message(parent).isEmpty() && !channel.isTombstone(parent)) {
            throw new SlackRefusal("thread_not_found");
        }
        return body;
    }

    private static JsonObject messages(
            MethodCall call, Predicate<SandboxMessage> wanted, Comparator<SandboxMessage> order) {
        var channel = ChannelLookup.byId(call);
        call.requireScope(SCOPE.get(channel.kind()), ALTERNATIVES);
        if (!channel.hasMember(call.caller().userId())) {
            throw new SlackRefusal("not_in_channel");
        }
        List<SandboxMessage> found = channel.messages().stream()
                .filter(wanted.and(message -> isInPeriod(message.ts(), call.arguments())))
                .sorted(order)
                .toList();
        var page = Page.of(found, call.arguments(), PAGE);
        var json = new JsonArray();
        boolean withMetadata = call.arguments().flag("include_all_metadata");
        page.items().forEach(message -> json.add(json(call, channel, message, withMetadata)));
        var body = new JsonObject();
        body.add("messages", json);
        body.addProperty("has_more", !page.nextCursor().isEmpty());
        body.add("response_metadata", page.metadata());
        return body;
    }

    private static JsonObject json(
            MethodCall call, SandboxChannel channel, SandboxMessage message, boolean withMetadata) {
        var json = MessageJson.of(message, withMetadata);
        var files = new JsonArray();
        call.workspace().filesOf(message).forEach(file -> files.add(Uploads.json(file)));
        if (!files.isEmpty()) {
            json.add("files", files);
        }
        if (message.broadcast()) {
            channel.message(message.threadTs()).ifPresent(root -> json.add("root", MessageJson.of(root, withMetadata)));
        }
        return json;
    }

    private static boolean isInPeriod(String ts, Arguments arguments) {
        double time = Double.parseDouble(ts);
        boolean inclusive = arguments.flag("inclusive");
        double oldest = arguments.text("oldest").map(Double::parseDouble).orElse(0.0);
        double latest = arguments.text("latest").map(Double::parseDouble).orElse(Double.MAX_VALUE);
        return inclusive ? time >= oldest && time <= latest : time > oldest && time < latest;
    }
}
