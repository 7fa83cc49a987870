package io.jenkins.plugins.slacknotify.sandbox.member;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.jenkins.plugins.slacknotify.sandbox.app.SandboxApp;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxChannel;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxUser;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The fields that payloads have in common. DOCUMENTED. */
record PayloadFields(SandboxApp app, SandboxWorkspace workspace, Instant now) {
    /** Deprecated by Slack, and still in every payload. */
    private static final String TOKEN = "sandbox-verification-token";

    boolean isOrgWide() {
        return workspace.tokenOfApp(app.id()).map(token -> token.orgWide()).orElse(false);
    }

    JsonObject command(SandboxUser user, SandboxChannel channel, String command, String text) {
        var json = new JsonObject();
        json.addProperty("token", TOKEN);
        json.addProperty("team_id", workspace.teamId());
        json.addProperty("team_domain", workspace.name());
        if (isOrgWide()) {
            json.addProperty("enterprise_id", workspace.enterpriseId());
            json.addProperty("enterprise_name", workspace.name());
        }
        json.addProperty("channel_id", channel.id());
        json.addProperty("channel_name", channelName(channel));
        json.addProperty("user_id", user.id());
        json.addProperty("user_name", user.handle());
        json.addProperty("command", command);
        json.addProperty("text", text);
        json.addProperty("api_app_id", app.id());
        json.addProperty("is_enterprise_install", String.valueOf(isOrgWide()));
        return json;
    }

    private static String channelName(SandboxChannel channel) {
        return switch (channel.kind()) {
            case PUBLIC -> channel.name();
            case PRIVATE -> "privategroup";
            case DIRECT -> "directmessage";
        };
    }

    JsonObject interaction(String type, SandboxUser user) {
        var json = new JsonObject();
        json.addProperty("type", type);
        json.addProperty("token", TOKEN);
        json.addProperty("api_app_id", app.id());
        json.addProperty("action_ts", ts());
        if (isOrgWide()) {
            json.add("team", JsonNull.INSTANCE);
            json.add("enterprise", object("id", workspace.enterpriseId(), "name", workspace.name()));
        } else {
            json.add("team", object("id", workspace.teamId(), "domain", workspace.name()));
            json.add("enterprise", JsonNull.INSTANCE);
        }
        json.addProperty("is_enterprise_install", isOrgWide());
        json.add(
                "user",
                object("id", user.id(), "username", user.handle(), "name", user.handle(), "team_id", user.teamId()));
        return json;
    }

    static JsonObject channel(SandboxChannel channel) {
        return object("id", channel.id(), "name", channelName(channel));
    }

    /** An event in its callback. */
    JsonObject event(JsonObject event, SandboxChannel channel) {
        var json = new JsonObject();
        json.addProperty("token", TOKEN);
        json.addProperty("team_id", workspace.teamId());
        json.addProperty("context_team_id", workspace.teamId());
        if (isOrgWide()) {
            json.addProperty("enterprise_id", workspace.enterpriseId());
        }
        json.addProperty("api_app_id", app.id());
        json.add("event", event);
        json.addProperty("type", "event_callback");
        json.addProperty(
                "event_id",
                "Ev"
                        + UUID.randomUUID()
                                .toString()
                                .replace("-", "")
                                .substring(0, 9)
                                .toUpperCase(Locale.ROOT));
        json.addProperty("event_time", now.getEpochSecond());
        json.add("authorizations", authorizations());
        json.addProperty("is_ext_shared_channel", channel != null && workspace.isExternallyShared(channel));
        json.addProperty("event_context", "4-" + app.id());
        return json;
    }

    private JsonArray authorizations() {
        var authorization = new JsonObject();
        boolean orgWide = isOrgWide();
        authorization.addProperty("enterprise_id", orgWide ? workspace.enterpriseId() : null);
        authorization.addProperty("team_id", orgWide ? null : workspace.teamId());
        authorization.addProperty(
                "user_id", workspace.botOf(app.id()).map(bot -> bot.userId()).orElse(""));
        authorization.addProperty("is_bot", true);
        authorization.addProperty("is_enterprise_install", orgWide);
        var all = new JsonArray();
        all.add(authorization);
        return all;
    }

    /** Slack's time to the microsecond. */
    String ts() {
        return String.format(Locale.ROOT, "%d.%06d", now.getEpochSecond(), now.getNano() / 1_000);
    }

    static JsonObject object(String... namesAndValues) {
        var json = new JsonObject();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            json.addProperty(namesAndValues[i], namesAndValues[i + 1]);
        }
        return json;
    }

    static JsonArray array(List<String> values) {
        var json = new JsonArray();
        values.forEach(json::add);
        return json;
    }
}
