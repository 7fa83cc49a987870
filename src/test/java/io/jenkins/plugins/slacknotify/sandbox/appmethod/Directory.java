package io.jenkins.plugins.slacknotify.sandbox.appmethod;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.jenkins.plugins.slacknotify.sandbox.method.ChannelLookup;
import io.jenkins.plugins.slacknotify.sandbox.method.MethodCall;
import io.jenkins.plugins.slacknotify.sandbox.method.Page;
import io.jenkins.plugins.slacknotify.sandbox.method.SlackRefusal;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxChannel.Kind;
import java.util.List;
import java.util.Map;

/** bots.info, team.info and conversations.members. */
final class Directory {
    private static final int PAGE = 100;
    private static final Map<Kind, String> SCOPE =
            Map.of(Kind.PUBLIC, "channels:read", Kind.PRIVATE, "groups:read", Kind.DIRECT, "im:read");

    private Directory() {}

    static JsonObject botInfo(MethodCall call) {
        var bot = call.workspace().bots().stream()
                .filter(each -> each.botId().equals(call.arguments().text("bot").orElse("")))
                .findFirst()
                .orElseThrow(() -> new SlackRefusal("bot_not_found"));
        var json = new JsonObject();
        json.addProperty("id", bot.botId());
        json.addProperty("deleted", call.workspace().tokenOf(bot.name()).isEmpty());
        json.addProperty("name", bot.name());
        json.addProperty("app_id", bot.appId());
        json.addProperty("user_id", bot.userId());
        var body = new JsonObject();
        body.add("bot", json);
        return body;
    }

    static JsonObject teamInfo(MethodCall call) {
        var workspace = call.workspace();
        var wanted = call.arguments().text("team").orElse(workspace.teamId());
        if (!wanted.equals(workspace.teamId())) {
            throw new SlackRefusal("team_not_found");
        }
        var json = new JsonObject();
        json.addProperty("id", workspace.teamId());
        json.addProperty("name", workspace.name());
        json.addProperty("domain", workspace.name());
        json.addProperty("email_domain", "");
        json.addProperty("url", workspace.url());
        if (call.caller().orgWide()) {
            json.addProperty("enterprise_id", workspace.enterpriseId());
            json.addProperty("enterprise_name", workspace.name());
        }
        var body = new JsonObject();
        body.add("team", json);
        return body;
    }

    static JsonObject members(MethodCall call) {
        var channel = ChannelLookup.byId(call);
        call.requireScope(SCOPE.get(channel.kind()));
        var page = Page.of(List.copyOf(channel.memberIds()), call.arguments(), PAGE);
        var members = new JsonArray();
        page.items().forEach(members::add);
        var body = new JsonObject();
        body.add("members", members);
        body.add("response_metadata", page.metadata());
        return body;
    }
}
