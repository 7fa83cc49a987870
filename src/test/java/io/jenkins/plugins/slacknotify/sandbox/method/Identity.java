package io.jenkins.plugins.slacknotify.sandbox.method;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxUser;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import java.util.List;

/** auth.test and the users methods. */
final class Identity {
    private Identity() {}

    static JsonObject authTest(MethodCall call) {
        var body = new JsonObject();
        body.addProperty("url", call.workspace().url());
        body.addProperty("team", call.workspace().name());
        body.addProperty("user", call.caller().name());
        body.addProperty("team_id", call.workspace().teamId());
        if (call.caller().orgWide()) {
            ofTheOrganisation(body, call.workspace());
        }
        body.addProperty("user_id", call.caller().userId());
        if (!call.caller().botId().isEmpty()) {
            body.addProperty("bot_id", call.caller().botId());
        }
        body.addProperty("is_enterprise_install", call.caller().orgWide());
        return body;
    }

    /** DOCUMENTED: such a token is of no workspace. */
    private static void ofTheOrganisation(JsonObject body, SandboxWorkspace workspace) {
        body.add("team", JsonNull.INSTANCE);
        body.add("team_id", JsonNull.INSTANCE);
        body.addProperty("enterprise_id", workspace.enterpriseId());
    }

    /** DOCUMENTED: deactivated people are not found. INFERRED: nor are bots. */
    static JsonObject lookupByEmail(MethodCall call) {
        return call.workspace()
                .userByEmail(call.required("email"))
                .filter(user -> !user.isDeactivated())
                .map(user -> userBody(user, call))
                .orElseThrow(() -> new SlackRefusal("users_not_found"));
    }

    /** DOCUMENTED: deactivated people are shown as deleted. */
    static JsonObject info(MethodCall call) {
        return call.workspace()
                .userById(call.required("user"))
                .map(user -> userBody(user, call))
                .orElseThrow(() -> new SlackRefusal("user_not_found"));
    }

    private static JsonObject userBody(SandboxUser user, MethodCall call) {
        var profile = new JsonObject();
        profile.addProperty("real_name", user.name());
        profile.addProperty("display_name", user.displayName());
        profile.addProperty("image_72", call.workspace().pictureOf(user));
        boolean stranger = call.workspace().isStranger(user);
        if (!user.isBot() && !stranger && call.caller().hasAnyScope(List.of("users:read.email"))) {
            profile.addProperty("email", user.email());
        }
        var json = new JsonObject();
        json.addProperty("id", user.id());
        json.addProperty("team_id", user.teamId());
        json.addProperty("name", user.handle());
        json.addProperty("real_name", user.name());
        json.addProperty("deleted", user.isDeactivated());
        json.addProperty("is_restricted", user.isGuest());
        json.addProperty("is_ultra_restricted", user.account() == SandboxUser.Account.SINGLE_CHANNEL_GUEST);
        if (stranger) {
            // DOCUMENTED: only there for people of other workspaces.
            json.addProperty("is_stranger", true);
        }
        json.addProperty("is_bot", user.isBot());
        json.add("profile", profile);
        var body = new JsonObject();
        body.add("user", json);
        return body;
    }
}
