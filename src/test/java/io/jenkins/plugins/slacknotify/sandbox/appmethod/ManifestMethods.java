package io.jenkins.plugins.slacknotify.sandbox.appmethod;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.jenkins.plugins.slacknotify.sandbox.app.AppRefusal;
import io.jenkins.plugins.slacknotify.sandbox.app.OAuthGrants;
import io.jenkins.plugins.slacknotify.sandbox.app.SandboxApp;
import io.jenkins.plugins.slacknotify.sandbox.method.MethodCall;
import io.jenkins.plugins.slacknotify.sandbox.method.SlackRefusal;
import io.jenkins.plugins.slacknotify.sandbox.rules.ManifestValidator;
import io.jenkins.plugins.slacknotify.sandbox.rules.Violation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** The apps.manifest methods and tooling.tokens.rotate. INFERRED: Slack does not call the request URLs of a manifest here. */
final class ManifestMethods {
    private static final ManifestValidator VALIDATOR = new ManifestValidator();

    private ManifestMethods() {}

    static JsonObject create(MethodCall call) {
        var manifest = manifest(call);
        String name =
                manifest.getAsJsonObject("display_information").get("name").getAsString();
        var app = call.apps().create(call.workspace(), name).configure(manifest).distributed(false);
        var credentials = new JsonObject();
        credentials.addProperty("client_id", app.clientId());
        credentials.addProperty("client_secret", app.clientSecret());
        credentials.addProperty("verification_token", "sandbox-verification-token");
        credentials.addProperty("signing_secret", app.signingSecret());
        var body = new JsonObject();
        body.addProperty("app_id", app.id());
        body.add("credentials", credentials);
        body.addProperty("oauth_authorize_url", authorizeUrl(call, app));
        return body;
    }

    private static String authorizeUrl(MethodCall call, SandboxApp app) {
        String scopes = URLEncoder.encode(String.join(",", app.botScopes()), StandardCharsets.UTF_8);
        return call.apps().address() + "oauth/v2/authorize?client_id=" + app.clientId() + "&scope=" + scopes;
    }

    static JsonObject update(MethodCall call) {
        var app = app(call);
        var manifest = manifest(call);
        var before = Set.copyOf(app.botScopes());
        app.configure(manifest);
        var body = new JsonObject();
        body.addProperty("app_id", app.id());
        body.addProperty("permissions_updated", !before.equals(Set.copyOf(app.botScopes())));
        return body;
    }

    static JsonObject validate(MethodCall call) {
        manifest(call);
        if (call.arguments().text("app_id").isPresent()) {
            app(call);
        }
        var body = new JsonObject();
        body.add("errors", new JsonArray());
        return body;
    }

    static JsonObject export(MethodCall call) {
        var body = new JsonObject();
        body.add("manifest", app(call).manifest().orElseThrow(() -> new SlackRefusal("failed_export")));
        return body;
    }

    private static SandboxApp app(MethodCall call) {
        String id = call.required("app_id");
        if (!id.matches("A[A-Z0-9]+")) {
            throw new SlackRefusal("invalid_app_id");
        }
        return call.apps()
                .find(id)
                .filter(app -> app.homeTeamId().equals(call.workspace().teamId()))
                .orElseThrow(() -> new SlackRefusal("app_not_found"));
    }

    private static JsonObject manifest(MethodCall call) {
        var manifest = call.arguments()
                .object("manifest", "invalid_manifest")
                .orElseThrow(() -> new SlackRefusal("invalid_manifest"));
        List<Violation> violations = VALIDATOR.validate(manifest);
        if (!violations.isEmpty()) {
            var errors = new JsonArray();
            for (Violation violation : violations) {
                var error = new JsonObject();
                error.addProperty("message", violation.problem());
                error.addProperty("pointer", violation.pointer());
                errors.add(error);
            }
            throw SlackRefusal.with("invalid_manifest", "errors", errors);
        }
        return manifest;
    }

    /** DOCUMENTED: takes no token but the refresh token, and each of those once. */
    static JsonObject rotate(MethodCall call) {
        try {
            var grant = call.apps()
                    .grants()
                    .takeRefreshToken(call.arguments().text("refresh_token").orElse(""), "");
            var workspace = call.apps().workspace(grant.teamId());
            var user = workspace.userById(grant.userId()).orElseThrow();
            var pair = call.apps().newConfigurationToken(workspace, user);
            var body = new JsonObject();
            body.addProperty("token", pair.token());
            body.addProperty("refresh_token", pair.refreshToken());
            body.addProperty("team_id", workspace.teamId());
            body.addProperty("user_id", user.id());
            long now = call.apps().now().getEpochSecond();
            body.addProperty("iat", now);
            body.addProperty("exp", now + OAuthGrants.TOKEN_LIFETIME.toSeconds());
            return body;
        } catch (AppRefusal refusal) {
            throw new SlackRefusal(refusal.error());
        }
    }
}
