package io.jenkins.plugins.slacknotify.sandbox;

import io.jenkins.plugins.slacknotify.sandbox.app.Apps;
import io.jenkins.plugins.slacknotify.sandbox.app.OAuthGrants.Grant;
import io.jenkins.plugins.slacknotify.sandbox.app.SandboxApp;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxUser;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import io.jenkins.plugins.slacknotify.sandbox.workspace.Workspaces;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;

/**
 * The page on which a person allows an app to be installed, {@code /oauth/v2/authorize}. What it refuses is DOCUMENTED; that the
 * person is the first member of the workspace, and how refusals look, is the sandbox's own.
 */
final class OAuthPage {
    static final String PATH = "/oauth/v2/authorize";

    private final Apps apps;
    private final Workspaces workspaces;

    OAuthPage(Apps apps, Workspaces workspaces) {
        this.apps = apps;
        this.workspaces = workspaces;
    }

    /** The request of the browser. */
    private record Wish(SandboxApp app, List<String> scopes, String redirectUri, String state, String team) {}

    /** With {@code answer=allow} or {@code answer=cancel} the browser goes on to the app; without, the person is asked. */
    MockResponse answer(RecordedRequest request) {
        var url = request.getUrl();
        var refused = refusal(url);
        if (refused.isPresent()) {
            return Answers.html(400, page("Something went wrong", "<p class=\"refusal\">" + refused.get() + "</p>"));
        }
        var wish = wish(url);
        String answer = url.queryParameter("answer");
        if (answer == null) {
            return Answers.html(200, question(url, wish));
        }
        if (!answer.equals("allow")) {
            return redirect(wish, "error=access_denied");
        }
        var workspace = workspaces
                .ofTeam(String.valueOf(url.queryParameter("workspace")))
                .orElseGet(() -> workspaces.all().get(0));
        boolean orgWide = "true".equals(url.queryParameter("organisation"));
        return redirect(allow(wish, workspace, orgWide));
    }

    /**
     * Returns what Slack's page says where it does not even ask.
     *
     * @return empty where it asks
     */
    Optional<String> refusal(HttpUrl url) {
        var app = app(url);
        if (app.isEmpty()) {
            return Optional.of("invalid_client_id");
        }
        String redirectUri = url.queryParameter("redirect_uri");
        var registered = app.get().redirectUrls();
        boolean fits = redirectUri == null
                ? !registered.isEmpty()
                : registered.stream().anyMatch(each -> redirectUri.equals(each) || redirectUri.startsWith(each + "/"));
        if (!fits && !(app.get().manifest().isEmpty() && redirectUri != null)) {
            return Optional.of("bad_redirect_uri");
        }
        if (wish(url).scopes().isEmpty()) {
            return Optional.of("no_scopes");
        }
        return Optional.empty();
    }

    /** The redirect that follows when that person allows it in that workspace; an error of Slack's page as text otherwise. */
    String consent(HttpUrl url, SandboxWorkspace workspace, SandboxUser user, boolean orgWide) {
        return refusal(url).orElseGet(() -> location(wish(url), consented(wish(url), workspace, user, orgWide)));
    }

    private String allow(Wish wish, SandboxWorkspace workspace, boolean orgWide) {
        var user = workspace.users().stream()
                .filter(each -> !each.isBot() && !each.isGuest())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody in " + workspace.name() + " can allow it"));
        return location(wish, consented(wish, workspace, user, orgWide));
    }

    private String consented(Wish wish, SandboxWorkspace workspace, SandboxUser user, boolean orgWide) {
        boolean own = workspace.teamId().equals(wish.app().homeTeamId());
        if (!own && !wish.app().isDistributed()) {
            return "error=invalid_team_for_non_distributed_app";
        }
        if (orgWide && !wish.app().isForOrganisations()) {
            return "error=org_deploy_not_enabled";
        }
        if (user.isGuest()) {
            return "error=access_denied";
        }
        var grant = new Grant(
                wish.app().id(), workspace.teamId(), user.id(), wish.scopes(), orgWide, wish.redirectUri(), apps.now());
        return "code=" + apps.grants().newCode(grant);
    }

    private Optional<SandboxApp> app(HttpUrl url) {
        String clientId = String.valueOf(url.queryParameter("client_id"));
        return apps.all().stream()
                .filter(app -> app.clientId().equals(clientId))
                .findFirst();
    }

    private Wish wish(HttpUrl url) {
        String scope = url.queryParameter("scope");
        var scopes = Arrays.stream(scope == null ? new String[0] : scope.split("[ ,]"))
                .filter(each -> !each.isEmpty())
                .toList();
        return new Wish(
                app(url).orElseThrow(),
                scopes,
                url.queryParameter("redirect_uri"),
                url.queryParameter("state"),
                url.queryParameter("team"));
    }

    private String question(HttpUrl url, Wish wish) {
        var hidden = new StringBuilder();
        for (String name : url.queryParameterNames()) {
            hidden.append("<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                    .formatted(escape(name), escape(String.valueOf(url.queryParameter(name)))));
        }
        var options = new StringBuilder();
        for (var workspace : workspaces.all()) {
            options.append("<option value=\"%s\"%s>%s</option>"
                    .formatted(
                            workspace.teamId(),
                            workspace.teamId().equals(wish.team()) ? " selected" : "",
                            escape(workspace.name())));
        }
        var scopes = new StringBuilder();
        wish.scopes()
                .forEach(scope ->
                        scopes.append("<li><code>").append(escape(scope)).append("</code></li>"));
        return page(escape(wish.app().name()) + " is requesting permission to access a Slack workspace", """
                <form method="get" action="%s">%s
                <p><label>Workspace <select name="workspace" id="workspace">%s</select></label></p>
                <p><label><input type="checkbox" name="organisation" value="true" id="organisation"> in the whole organisation</label></p>
                <p>It will be able to:</p><ul>%s</ul>
                <p><button class="button" name="answer" value="cancel">Cancel</button>
                <button class="button button-primary" name="answer" value="allow" id="allow">Allow</button></p></form>""".formatted(
                        PATH, hidden, options, scopes));
    }

    private static String page(String title, String body) {
        return """
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>%s</title>
            <link rel="icon" href="/sandbox/icon.svg"><link rel="stylesheet" href="/sandbox/theme.css">
            <link rel="stylesheet" href="/sandbox/blocks.css">
            <link rel="stylesheet" href="/sandbox/oauth.css"></head>
            <body class="oauth-page"><main class="oauth"><h1>%s</h1>%s</main></body></html>""".formatted(title, title, body);
    }

    private static MockResponse redirect(Wish wish, String answer) {
        return redirect(location(wish, answer));
    }

    private static MockResponse redirect(String location) {
        return new MockResponse.Builder()
                .code(302)
                .setHeader("Location", location)
                .build();
    }

    private static String location(Wish wish, String answer) {
        String uri = wish.redirectUri() == null ? wish.app().redirectUrls().get(0) : wish.redirectUri();
        String state = wish.state() == null ? "" : wish.state();
        return uri + (uri.contains("?") ? "&" : "?") + answer + "&state="
                + URLEncoder.encode(state, StandardCharsets.UTF_8);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
