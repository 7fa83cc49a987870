package io.jenkins.plugins.slacknotify.sandbox.method;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxChannel;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxChannel.Kind;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxUser;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The conversations methods, except for reading messages. */
final class Conversations {
    private static final int PAGE = 100;
    private static final int MAX_USERS = 8;

    private static final Map<String, Kind> TYPES =
            Map.of("public_channel", Kind.PUBLIC, "private_channel", Kind.PRIVATE, "im", Kind.DIRECT);

    private static final Map<Kind, String> READ_SCOPE =
            Map.of(Kind.PUBLIC, "channels:read", Kind.PRIVATE, "groups:read", Kind.DIRECT, "im:read");

    private Conversations() {}

    /** Direct messages between two; groups of more are no part of the sandbox and count as not found. */
    static JsonObject open(MethodCall call) {
        call.requireScope("im:write", List.of("channels:manage", "groups:write", "im:write", "mpim:write"));
        if (call.arguments().text("channel").isPresent()) {
            return channelBody(call, ChannelLookup.byId(call));
        }
        var users = List.of(call.arguments()
                .text("users")
                .orElseThrow(() -> new SlackRefusal("users_list_not_supplied"))
                .split(","));
        if (users.size() > MAX_USERS) {
            throw new SlackRefusal("too_many_users");
        }
        var user = call.workspace()
                .userById(users.size() == 1 ? users.get(0).trim() : "")
                .orElseThrow(() -> new SlackRefusal("user_not_found"));
        if (user.isDeactivated()) {
            throw new SlackRefusal("user_disabled");
        }
        requireNoBot(user);
        return channelBody(call, call.workspace().directMessage(call.caller().userId(), user.id()));
    }

    /** INFERRED: Slack's answer to im.open, as HubSpot/slack-client#90 reports it. */
    static SandboxUser requireNoBot(SandboxUser user) {
        if (user.isBot()) {
            throw new SlackRefusal("cannot_dm_bot");
        }
        return user;
    }

    static JsonObject list(MethodCall call) {
        requireTeam(call);
        var types = wantedTypes(call);
        types.forEach(type -> call.requireScope(READ_SCOPE.get(type)));
        boolean withoutArchived = call.arguments().flag("exclude_archived");
        var channels = new ArrayList<>(call.workspace().channels());
        channels.removeIf(channel -> !types.contains(channel.kind())
                || channel.kind() != Kind.PUBLIC
                        && !channel.hasMember(call.caller().userId()));
        var page = Page.of(channels, call.arguments(), PAGE);
        var json = new JsonArray();
        // Slack makes the pages first, so that they are shorter, or empty (DOCUMENTED; hyperlocalise#1921).
        page.items().stream()
                .filter(channel -> !withoutArchived || !channel.isArchived())
                .forEach(channel -> json.add(channelJson(call, channel)));
        var body = new JsonObject();
        body.add("channels", json);
        body.add("response_metadata", page.metadata());
        return body;
    }

    /** DOCUMENTED: a token of a whole organisation has to say which workspace it means. INFERRED: the errors. */
    private static void requireTeam(MethodCall call) {
        var team = call.arguments().text("team_id");
        if (call.caller().orgWide() && team.isEmpty()) {
            throw SlackRefusal.missingArgument("missing_argument", "team_id");
        }
        if (call.caller().orgWide() && !team.get().equals(call.workspace().teamId())) {
            throw new SlackRefusal("team_access_not_granted");
        }
    }

    static JsonObject info(MethodCall call) {
        var channel = ChannelLookup.byId(call);
        call.requireScope(READ_SCOPE.get(channel.kind()));
        return channelBody(call, channel);
    }

    static JsonObject join(MethodCall call) {
        var channel = ChannelLookup.byId(call);
        if (channel.kind() != Kind.PUBLIC) {
            throw new SlackRefusal("method_not_supported_for_channel_type");
        }
        if (channel.isArchived()) {
            throw new SlackRefusal("is_archived");
        }
        boolean already = channel.hasMember(call.caller().userId());
        channel.join(call.caller().userId());
        var body = channelBody(call, channel);
        if (already) {
            body.addProperty("warning", "already_in_channel");
        }
        return body;
    }

    private static Set<Kind> wantedTypes(MethodCall call) {
        var kinds = EnumSet.noneOf(Kind.class);
        for (String type :
                call.arguments().text("types").orElse("public_channel").split(",")) {
            if (type.trim().equals("mpim")) {
                continue;
            }
            var kind = TYPES.get(type.trim());
            if (kind == null) {
                throw new SlackRefusal("invalid_types");
            }
            kinds.add(kind);
        }
        return kinds;
    }

    private static JsonObject channelBody(MethodCall call, SandboxChannel channel) {
        var body = new JsonObject();
        body.add("channel", channelJson(call, channel));
        return body;
    }

    private static JsonObject channelJson(MethodCall call, SandboxChannel channel) {
        var json = new JsonObject();
        json.addProperty("id", channel.id());
        json.addProperty("is_im", channel.kind() == Kind.DIRECT);
        if (channel.kind() == Kind.DIRECT) {
            json.addProperty("user", channel.name());
            return json;
        }
        json.addProperty("name", channel.name());
        json.addProperty("is_channel", channel.kind() == Kind.PUBLIC);
        json.addProperty("is_group", channel.kind() == Kind.PRIVATE);
        json.addProperty("is_private", channel.kind() == Kind.PRIVATE);
        json.addProperty("is_archived", channel.isArchived());
        json.addProperty("is_member", channel.hasMember(call.caller().userId()));
        json.addProperty("num_members", channel.memberIds().size());
        var purpose = new JsonObject();
        purpose.addProperty("value", channel.purpose());
        json.add("purpose", purpose);
        return json;
    }
}
