package io.jenkins.plugins.slacknotify.slack.interactivity;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.slack.api.ApiCall;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.api.WebApi;
import io.jenkins.plugins.slacknotify.slack.model.UnfurlTarget;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;

/** Shows what is no message: modals, home tabs, and previews of links. Safe for use by many threads. */
public final class SlackViews implements AutoCloseable {
    private final WebApi api;

    /** @param client of no other instance, because {@link #close} ends all its calls */
    public SlackViews(OkHttpClient client) {
        api = new WebApi(client);
    }

    /**
     * Opens a modal ({@code views.open}, no scope).
     *
     * @param triggerId of the request that is answered; Slack takes it once, for three seconds by its own clock
     * @param view a view as JSON
     * @return the id of the view; {@link SlackResult.Refused} with {@code expired_trigger_id} where that took too long
     */
    public SlackResult<String> open(SlackConnection connection, String triggerId, String view) {
        FormBody.Builder form =
                new FormBody.Builder().add("trigger_id", triggerId).add("view", view);
        return api.call(connection, ApiCall.of("views.open", form, null))
                .map(response -> response.json().object("view").text("id").orElse(""));
    }

    /**
     * Replaces an open view ({@code views.update}, no scope). May be repeated without harm.
     *
     * @param viewId as {@link #open} has returned it
     */
    public SlackResult<String> update(SlackConnection connection, String viewId, String view) {
        FormBody.Builder form = new FormBody.Builder().add("view_id", viewId).add("view", view);
        return api.call(connection, ApiCall.of("views.update", form, null)).map(response -> viewId);
    }

    /**
     * Replaces an open view on the terms of {@link #update}.
     *
     * @param externalId that the view had when it was opened, and that this one has, too
     */
    public SlackResult<String> updateExternal(SlackConnection connection, String externalId, String view) {
        FormBody.Builder form =
                new FormBody.Builder().add("external_id", externalId).add("view", view);
        return api.call(connection, ApiCall.of("views.update", form, null)).map(response -> externalId);
    }

    /**
     * Shows previews of links in a message, or in one that is being typed ({@code chat.unfurl}, scope {@code links:write}). May be
     * repeated without harm.
     *
     * @param previews a JSON object: by the address, as Slack has told it, an object with blocks
     */
    public SlackResult<UnfurlTarget> unfurl(SlackConnection connection, UnfurlTarget target, String previews) {
        return unfurl(connection, target, target.form().add("unfurls", previews));
    }

    /**
     * Asks the member who has posted links to make themselves known first ({@code chat.unfurl}, scope {@code links:write}). Nobody
     * else sees it.
     *
     * @param message mrkdwn; Slack shows it beside the address
     * @param address where the member goes
     */
    public SlackResult<UnfurlTarget> askToSignIn(
            SlackConnection connection, UnfurlTarget target, String message, String address) {
        FormBody.Builder form = target.form()
                .add("unfurls", "{}")
                .add("user_auth_required", "true")
                .add("user_auth_message", message)
                .add("user_auth_url", address);
        return unfurl(connection, target, form);
    }

    private SlackResult<UnfurlTarget> unfurl(SlackConnection connection, UnfurlTarget target, FormBody.Builder form) {
        return api.call(
                        connection,
                        ApiCall.of("chat.unfurl", form, target.channel()).needing("links:write"))
                .map(response -> target);
    }

    /**
     * Shows a member's home tab ({@code views.publish}, no scope). May be repeated without harm.
     *
     * @param hash of the tab that it may replace; null where it may replace any
     * @return the hash of the tab that is shown now; {@link SlackResult.Refused} with {@code hash_conflict} where a newer one is
     *     shown already
     */
    public SlackResult<String> publish(
            SlackConnection connection, String userId, @CheckForNull String hash, String view) {
        FormBody.Builder form = new FormBody.Builder().add("user_id", userId).add("view", view);
        if (hash != null) {
            form.add("hash", hash);
        }
        return api.call(connection, ApiCall.of("views.publish", form, null))
                .map(response -> response.json().object("view").text("hash").orElse(""));
    }

    /** Ends the calls that are under way. A later call returns {@link SlackResult.Unreachable}. */
    @Override
    public void close() {
        api.close();
    }
}
