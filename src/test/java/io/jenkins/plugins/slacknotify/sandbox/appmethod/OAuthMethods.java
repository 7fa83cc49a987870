package io.jenkins.plugins.slacknotify.sandbox.appmethod;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.jenkins.plugins.slacknotify.sandbox.app.AppRefusal;
import io.jenkins.plugins.slacknotify.sandbox.app.OAuthGrants;
import io.jenkins.plugins.slacknotify.sandbox.app.OAuthGrants.Grant;
import io.jenkins.plugins.slacknotify.sandbox.app.SandboxApp;
import io.jenkins.plugins.slacknotify.sandbox.method.MethodCall;
import io.jenkins.plugins.slacknotify.sandbox.method.SlackRefusal;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;

/** oauth.v2.access, oauth.v2.exchange, auth.revoke and apps.uninstall. */
final class OAuthMethods {
    private OAuthMethods() {}

    /** DOCUMENTED: takes no token, but the client's id and secret, in the form or as HTTP Basic. */
    static JsonObject access(MethodCall call) {
        var app = client(call);
        String grantType = call.arguments().text("grant_type").orElse("authorization_code");
        try {
            return switch (grantType) {
                case "authorization_code" -> {
                    String code = call.arguments().text("code").orElseThrow(() -> new SlackRefusal("invalid_code"));
                    yield install(
                            call,
                            app,
                            call.apps()
                                    .grants()
                                    .takeCode(
                                            code,
                                            app.id(),
                                            call.arguments()
                                                    .text("redirect_uri")
                                                    .orElse(null)));
                }
                case "refresh_token" ->
                    install(
                            call,
                            app,
                            call.apps()
                                    .grants()
                                    .takeRefreshToken(
                                            call.arguments()
                                                    .text("refresh_token")
                                                    .orElse(""),
                                            app.id()));
                default -> throw new SlackRefusal("invalid_grant_type");
            };
        } catch (AppRefusal refusal) {
            throw new SlackRefusal(refusal.error());
        }
    }

    private static SandboxApp client(MethodCall call) {
        var arguments = call.arguments();
        var app = call.apps().all().stream()
                .filter(each ->
                        each.clientId().equals(arguments.text("client_id").orElse("")))
                .findFirst()
                .orElseThrow(() -> new SlackRefusal("invalid_client_id"));
        if (!app.clientSecret().equals(arguments.text("client_secret").orElse(""))) {
            throw new SlackRefusal("bad_client_secret");
        }
        return app;
    }

    private static JsonObject install(MethodCall call, SandboxApp app, Grant grant) {
        var workspace = call.apps().workspace(grant.teamId());
        String token = call.apps().install(app, workspace, grant.scopes(), grant.orgWide());
        var body = new JsonObject();
        body.addProperty("app_id", app.id());
        var user = new JsonObject();
        user.addProperty("id", grant.userId());
        body.add("authed_user", user);
        body.addProperty("scope", String.join(",", grant.scopes()));
        body.addProperty("token_type", "bot");
        body.addProperty("access_token", token);
        body.addProperty("bot_user_id", workspace.botOf(app.id()).orElseThrow().userId());
        if (app.rotatesTokens()) {
            body.addProperty("expires_in", OAuthGrants.TOKEN_LIFETIME.toSeconds());
            body.addProperty("refresh_token", call.apps().grants().newRefreshToken(grant));
        }
        addOwner(body, workspace, grant.orgWide());
        return body;
    }

    /** DOCUMENTED: an organisation's installation is of no team. */
    private static void addOwner(JsonObject body, SandboxWorkspace workspace, boolean orgWide) {
        body.add("team", orgWide ? JsonNull.INSTANCE : named(workspace.teamId(), workspace.name()));
        body.add("enterprise", orgWide ? named(workspace.enterpriseId(), workspace.name()) : JsonNull.INSTANCE);
        body.addProperty("is_enterprise_install", orgWide);
    }

    private static JsonObject named(String id, String name) {
        var json = new JsonObject();
        json.addProperty("id", id);
        json.addProperty("name", name);
        return json;
    }

    static JsonObject revoke(MethodCall call) {
        boolean test = call.arguments().flag("test");
        if (!test) {
            call.workspace().revoke(call.token());
        }
        var body = new JsonObject();
        body.addProperty("revoked", !test);
        return body;
    }

    static JsonObject uninstall(MethodCall call) {
        var app = client(call);
        if (!app.id().equals(call.caller().appId())) {
            throw new SlackRefusal("client_id_token_mismatch");
        }
        call.workspace().uninstallApp(app.id());
        return new JsonObject();
    }
}
