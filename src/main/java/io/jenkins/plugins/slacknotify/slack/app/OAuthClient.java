package io.jenkins.plugins.slacknotify.slack.app;

import io.jenkins.plugins.slacknotify.slack.api.ApiCall;
import io.jenkins.plugins.slacknotify.slack.api.ApiResponse;
import io.jenkins.plugins.slacknotify.slack.api.ApiUrl;
import io.jenkins.plugins.slacknotify.slack.api.ClientCredentials;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.api.WebApi;
import io.jenkins.plugins.slacknotify.slack.http.JsonResponse;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/**
 * Installs an app by OAuth 2: the address at which a person allows it, and the exchange of what comes back for a token. No way
 * from Slack to Jenkins is needed, as the person's browser brings the code.
 *
 * <p>Never uses PKCE. By Slack's documentation an app cannot leave it again, and its refresh tokens then end after 30 days.
 */
public final class OAuthClient implements AutoCloseable {

    private static final String METHOD = "oauth.v2.access";

    private final WebApi api;

    /** @param client of no other instance, because {@link #close} ends all its calls */
    public OAuthClient(OkHttpClient client) {
        api = new WebApi(client);
    }

    /**
     * Returns the address of Slack's page on which a person chooses the workspace, and allows an app.
     *
     * @param apiUrl where the Web API is; the page is on the same host
     * @param redirectUri where the browser comes back to; one of those in the app's manifest
     * @param state what comes back with the browser
     */
    public static URI authorizeUrl(URI apiUrl, String clientId, List<String> scopes, String redirectUri, String state) {
        HttpUrl url = HttpUrl.get(apiUrl.resolve("../oauth/v2/authorize").toString())
                .newBuilder()
                .addQueryParameter("client_id", clientId)
                .addQueryParameter("scope", String.join(",", scopes))
                .addQueryParameter("redirect_uri", redirectUri)
                .addQueryParameter("state", state)
                .build();
        return URI.create(url.toString());
    }

    /**
     * Returns whether Slack's page sends browsers back to an address: it must begin with https. Where the Web API is a sandbox on
     * this machine, it may be one on this machine as well.
     */
    public static boolean isRedirectUri(URI apiUrl, String address) {
        HttpUrl url = HttpUrl.parse(address);
        return url != null && (url.isHttps() || ApiUrl.isLoopback(apiUrl.getHost()) && ApiUrl.isLoopback(url.host()));
    }

    /**
     * Exchanges the code that a browser has brought, once, within ten minutes.
     *
     * @param redirectUri the same as at the beginning
     */
    public SlackResult<AppGrant> exchange(URI apiUrl, ClientCredentials client, String code, String redirectUri) {
        FormBody.Builder form = new FormBody.Builder().add("code", code).add("redirect_uri", redirectUri);
        return call(apiUrl, client, form);
    }

    /** Fetches the next token of an app with token rotation. A refresh token is good once. */
    public SlackResult<AppGrant> refresh(URI apiUrl, ClientCredentials client, IssuedSecret refreshToken) {
        FormBody.Builder form =
                new FormBody.Builder().add("grant_type", "refresh_token").add("refresh_token", refreshToken.reveal());
        return call(apiUrl, client, form);
    }

    private SlackResult<AppGrant> call(URI apiUrl, ClientCredentials client, FormBody.Builder form) {
        return api.call(apiUrl, client, ApiCall.of(METHOD, form, null))
                .flatMap(response ->
                        ApiResponse.successOr(grant(response.json()), "no bot token, or not for which workspace"));
    }

    private static Optional<AppGrant> grant(JsonResponse json) {
        boolean orgWide = json.flag("is_enterprise_install").orElse(false);
        JsonResponse owner = json.object(orgWide ? "enterprise" : "team");
        return json.text("access_token")
                .flatMap(token -> owner.text("id")
                        .map(id -> new AppGrant(
                                json.text("app_id").orElse(""),
                                new AppGrant.Owner(id, owner.text("name").orElse(id)),
                                orgWide,
                                json.object("authed_user").text("id").orElse(""),
                                scopes(json.text("scope").orElse("")),
                                IssuedSecret.of(token),
                                json.text("refresh_token").map(IssuedSecret::of).orElse(null),
                                json.number("expires_in")
                                        .map(Duration::ofSeconds)
                                        .orElse(null))));
    }

    private static List<String> scopes(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(scope -> !scope.isEmpty())
                .toList();
    }

    @Override
    public void close() {
        api.close();
    }
}
