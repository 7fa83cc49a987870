package io.jenkins.plugins.slacknotify.slack.app;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.slack.api.ApiCall;
import io.jenkins.plugins.slacknotify.slack.api.ApiResponse;
import io.jenkins.plugins.slacknotify.slack.api.ConfigurationToken;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.api.WebApi;
import io.jenkins.plugins.slacknotify.slack.http.JsonResponse;
import java.net.URI;
import java.util.Optional;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;

/** Makes and changes Slack apps by their manifests ({@code apps.manifest.*}), with a configuration token that a person has at hand. */
public final class ManifestClient implements AutoCloseable {

    private final WebApi api;

    /** @param client of no other instance, because {@link #close} ends all its calls */
    public ManifestClient(OkHttpClient client) {
        api = new WebApi(client);
    }

    /**
     * Asks Slack whether it takes a manifest.
     *
     * @param appId the app that it is for; null for a new one
     * @return the manifest; the remedy of a refusal says what is wrong with it, and where
     */
    public SlackResult<String> validate(
            URI apiUrl, ConfigurationToken token, String manifest, @CheckForNull String appId) {
        FormBody.Builder form = new FormBody.Builder().add("manifest", manifest);
        if (appId != null) {
            form.add("app_id", appId);
        }
        return call(apiUrl, token, "validate", form).map(json -> manifest);
    }

    /** Makes an app. An answer that is lost may leave an app that nobody knows; a person deletes it in Slack. */
    public SlackResult<CreatedApp> create(URI apiUrl, ConfigurationToken token, String manifest) {
        return call(apiUrl, token, "create", new FormBody.Builder().add("manifest", manifest))
                .flatMap(json -> ApiResponse.successOr(created(json), "no secrets of the app that it has made"));
    }

    /**
     * Gives an app another manifest.
     *
     * @return whether Slack wants the app to be installed anew, as its permissions have changed
     */
    public SlackResult<Boolean> update(URI apiUrl, ConfigurationToken token, String appId, String manifest) {
        FormBody.Builder form = new FormBody.Builder().add("app_id", appId).add("manifest", manifest);
        return call(apiUrl, token, "update", form)
                .map(json -> json.flag("permissions_updated").orElse(false));
    }

    /** Returns the manifest that an app has, as JSON. */
    public SlackResult<String> export(URI apiUrl, ConfigurationToken token, String appId) {
        return call(apiUrl, token, "export", new FormBody.Builder().add("app_id", appId))
                .flatMap(json -> json.hasObject("manifest")
                        ? new SlackResult.Success<>(
                                json.object("manifest").json().toString())
                        : new SlackResult.Unknown<>("Slack has answered without the manifest of the app."));
    }

    private SlackResult<JsonResponse> call(URI apiUrl, ConfigurationToken token, String method, FormBody.Builder form) {
        return api.call(apiUrl, token, ApiCall.of("apps.manifest." + method, form, null))
                .map(ApiResponse::json);
    }

    private static Optional<CreatedApp> created(JsonResponse json) {
        JsonResponse secrets = json.object("credentials");
        return json.text("app_id")
                .flatMap(id -> secrets.text("client_id")
                        .flatMap(clientId -> secrets.text("client_secret")
                                .flatMap(clientSecret -> secrets.text("signing_secret")
                                        .map(signingSecret -> new CreatedApp(
                                                id,
                                                clientId,
                                                IssuedSecret.of(clientSecret),
                                                IssuedSecret.of(signingSecret))))));
    }

    @Override
    public void close() {
        api.close();
    }
}
