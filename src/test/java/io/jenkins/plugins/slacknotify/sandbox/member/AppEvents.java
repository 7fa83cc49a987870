package io.jenkins.plugins.slacknotify.sandbox.member;

import com.google.gson.JsonObject;
import io.jenkins.plugins.slacknotify.sandbox.app.SandboxApp;
import io.jenkins.plugins.slacknotify.sandbox.delivery.Exchange;
import io.jenkins.plugins.slacknotify.sandbox.delivery.Exchange.Place;
import io.jenkins.plugins.slacknotify.sandbox.delivery.SlackRequest;
import io.jenkins.plugins.slacknotify.sandbox.delivery.SlackRequest.Kind;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxChannel;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import java.util.List;

/**
 * The events of an app and its channels in a workspace: each changes the sandbox and tells the app.
 *
 * <p>An app whose manifest does not subscribe to an event is not told of it: {@link IllegalStateException}, after the change.
 */
public final class AppEvents {
    private final Slack slack;
    private final SandboxApp app;
    private final SandboxWorkspace workspace;

    public AppEvents(Slack slack, SandboxApp app, SandboxWorkspace workspace) {
        this.slack = slack;
        this.app = app;
        this.workspace = workspace;
    }

    /** Somebody removes the app: its tokens die, and both events come. DOCUMENTED: in no certain order. */
    public List<Exchange> uninstall() {
        // The payload is made while the app is still installed.
        var uninstalled = fields().event(event("app_uninstalled"), null);
        var revoked = fields().event(tokensRevoked(), null);
        workspace.uninstallApp(app.id());
        return List.of(send(uninstalled), send(revoked));
    }

    /** The tokens of the app are revoked, and nothing else. */
    public Exchange revokeTokens() {
        var payload = fields().event(tokensRevoked(), null);
        workspace.revokeTokensOf(app.id());
        return send(payload);
    }

    private JsonObject tokensRevoked() {
        var bots = workspace.botOf(app.id()).map(bot -> List.of(bot.userId())).orElse(List.of());
        var tokens = new JsonObject();
        tokens.add("oauth", PayloadFields.array(List.of()));
        tokens.add("bot", PayloadFields.array(bots));
        var event = event("tokens_revoked");
        event.add("tokens", tokens);
        return event;
    }

    public Exchange accessRevoked(String... teamIds) {
        var event = event("team_access_revoked");
        event.add("team_ids", PayloadFields.array(List.of(teamIds)));
        return send(fields().event(event, null));
    }

    public Exchange renameChannel(String channel, String newName) {
        var renamed = channel(channel).rename(newName);
        var details = PayloadFields.object("id", renamed.id(), "name", newName);
        details.addProperty("created", slack.clock().instant().getEpochSecond());
        var event = event(name(renamed, "rename"));
        event.add("channel", details);
        return send(fields().event(event, renamed));
    }

    public Exchange archiveChannel(String channel) {
        return channelEvent(channel(channel).archive(), "archive");
    }

    public Exchange unarchiveChannel(String channel) {
        return channelEvent(channel(channel).unarchive(), "unarchive");
    }

    /** The channel stays in the sandbox, archived, as nothing can be posted to either. */
    public Exchange deleteChannel(String channel) {
        return channelEvent(channel(channel).archive(), "deleted");
    }

    /** Somebody removes the bot from a channel. */
    public Exchange removeBot(String channel) {
        var left = channel(channel);
        workspace.botOf(app.id()).ifPresent(bot -> left.remove(bot.userId()));
        return channelEvent(left, "left");
    }

    /** A person leaves, or is removed. */
    public Exchange memberLeft(String channel, String who) {
        var left = channel(channel).remove(who);
        var event = event("member_left_channel");
        event.addProperty("user", workspace.requireUser(who).id());
        event.addProperty("channel", left.id());
        event.addProperty("channel_type", left.kind() == SandboxChannel.Kind.PUBLIC ? "C" : "G");
        event.addProperty("team", workspace.teamId());
        return send(fields().event(event, left));
    }

    /** An event of the test's own. */
    public Exchange send(JsonObject event) {
        return event.has("event") ? deliver(event) : deliver(fields().event(event, null));
    }

    private Exchange channelEvent(SandboxChannel channel, String what) {
        var event = event(name(channel, what));
        event.addProperty("channel", channel.id());
        return send(fields().event(event, channel));
    }

    /** Private channels have events of their own names. DOCUMENTED. */
    private static String name(SandboxChannel channel, String what) {
        return (channel.kind() == SandboxChannel.Kind.PUBLIC ? "channel_" : "group_") + what;
    }

    private Exchange deliver(JsonObject payload) {
        String type = payload.getAsJsonObject("event").get("type").getAsString();
        if (!app.subscribesTo(type)) {
            throw new IllegalStateException("The app is not told, as it does not subscribe to " + type);
        }
        return slack.courier().send(app, new SlackRequest(Kind.EVENT, payload, null, null), new Place("", null));
    }

    private SandboxChannel channel(String name) {
        return workspace
                .channelById(name)
                .or(() -> workspace.channelNamed(name))
                .orElseThrow(() -> new IllegalArgumentException("no channel " + name));
    }

    private JsonObject event(String type) {
        return PayloadFields.object("type", type, "event_ts", fields().ts());
    }

    private PayloadFields fields() {
        return new PayloadFields(app, workspace, slack.clock().instant());
    }
}
