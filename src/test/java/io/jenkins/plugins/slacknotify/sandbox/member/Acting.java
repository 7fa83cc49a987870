package io.jenkins.plugins.slacknotify.sandbox.member;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.jenkins.plugins.slacknotify.sandbox.app.ResponseUrls;
import io.jenkins.plugins.slacknotify.sandbox.app.SandboxApp;
import io.jenkins.plugins.slacknotify.sandbox.delivery.DeliveryFault;
import io.jenkins.plugins.slacknotify.sandbox.delivery.Exchange;
import io.jenkins.plugins.slacknotify.sandbox.delivery.Exchange.Place;
import io.jenkins.plugins.slacknotify.sandbox.delivery.SlackRequest;
import io.jenkins.plugins.slacknotify.sandbox.delivery.SlackRequest.Kind;
import io.jenkins.plugins.slacknotify.sandbox.workspace.Author;
import io.jenkins.plugins.slacknotify.sandbox.workspace.Content;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxBot;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxChannel;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxUser;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import java.util.List;
import java.util.Optional;

/** The parts that all acts of a member share: who acts, where, towards which app, and how the app is told. */
final class Acting {
    final Slack slack;
    final SandboxUser user;
    final SandboxWorkspace workspace;
    final SandboxApp app;

    Acting(Slack slack, SandboxUser user, SandboxWorkspace workspace, SandboxApp app) {
        this.slack = slack;
        this.user = user;
        this.workspace = workspace;
        this.app = app;
    }

    JsonArray actions(BlockSearch element, String option) {
        var action = option == null ? PayloadFields.object("type", element.type()) : FieldState.chosen(element, option);
        action.addProperty("action_id", element.actionId());
        action.addProperty("block_id", element.blockId());
        for (String name : List.of("value", "text", "style", "url")) {
            if (element.element().has(name) && element.type().equals("button")) {
                action.add(name, element.element().get(name).deepCopy());
            }
        }
        action.addProperty("action_ts", fields().ts());
        var actions = new JsonArray();
        actions.add(action);
        return actions;
    }

    Exchange interact(
            JsonObject payload, String trigger, String url, SandboxChannel where, Optional<DeliveryFault> fault) {
        if (!app.isInteractive()) {
            throw new IllegalStateException("This app has no interactivity, so nobody is told.");
        }
        if (trigger != null) {
            payload.addProperty("trigger_id", trigger);
        }
        return slack.courier()
                .send(
                        app,
                        new SlackRequest(Kind.INTERACTION, payload, trigger, url),
                        new Place(user.id(), where),
                        fault);
    }

    /**
     * Tells the app.
     *
     * @param subscription its name in the manifest
     * @param scope that it needs; empty for none
     */
    Exchange event(String subscription, String scope, JsonObject event, SandboxChannel where) {
        if (!app.subscribesTo(subscription)) {
            throw new IllegalStateException("The app is not told, as it does not subscribe to " + subscription);
        }
        requireScope(scope);
        return slack.courier()
                .send(
                        app,
                        new SlackRequest(Kind.EVENT, fields().event(event, where), null, null),
                        new Place(user.id(), where));
    }

    PayloadFields fields() {
        return new PayloadFields(app, workspace, slack.clock().instant());
    }

    String trigger(String viewId, Optional<DeliveryFault> fault) {
        var trigger = slack.apps().triggers().issue(app.id(), workspace.teamId(), user.id(), viewId);
        if (fault.filter(DeliveryFault.TRIGGER_EXPIRED::equals).isPresent()) {
            slack.apps().triggers().expire(trigger.id());
        }
        return trigger.id();
    }

    String responseUrl(
            String kind,
            SandboxChannel where,
            SandboxMessage message,
            boolean ephemeral,
            Optional<DeliveryFault> fault) {
        String url = slack.apps()
                .responseUrls()
                .issue(
                        kind,
                        place(
                                where,
                                message == null ? null : message.ts(),
                                message == null ? null : message.threadTs(),
                                ephemeral));
        if (fault.filter(DeliveryFault.RESPONSE_URL_USED_UP::equals).isPresent()) {
            slack.apps().responseUrls().useUp(url);
        }
        return url;
    }

    ResponseUrls.Place place(SandboxChannel where, String ts, String threadTs, boolean ephemeral) {
        return new ResponseUrls.Place(app.id(), workspace.teamId(), where.id(), user.id(), ts, threadTs, ephemeral);
    }

    SandboxMessage post(SandboxChannel where, String text, String threadTs) {
        var author = new Author(user.id(), null, null, user.name(), null, null, null);
        var content = new Content(text, new JsonArray(), new JsonArray(), null, List.of());
        return where.post(author, content, threadTs, false, List.of());
    }

    SandboxBot bot() {
        return workspace
                .botOf(app.id())
                .orElseThrow(() -> new IllegalStateException("The app is not installed in " + workspace.name()));
    }

    SandboxChannel channel(String name) {
        var found = workspace
                .channelById(name)
                .or(() -> workspace.channelNamed(name))
                .orElseThrow(() -> new IllegalArgumentException("no channel " + name));
        boolean visible = found.kind() == SandboxChannel.Kind.PUBLIC && !user.isGuest() && !workspace.isStranger(user);
        if (!visible && !found.hasMember(user.id())) {
            throw new IllegalStateException(user.name() + " does not see #" + found.name());
        }
        return found;
    }

    void requireActive() {
        if (user.isDeactivated()) {
            throw new IllegalStateException(user.name() + " is deactivated.");
        }
    }

    void requireShortcut(String callbackId, boolean ofMessage) {
        if (!app.hasShortcut(callbackId, ofMessage)) {
            throw new IllegalStateException("The app has no such shortcut: " + callbackId);
        }
        requireScope("commands");
    }

    /** DOCUMENTED: what is installed without the scope is not told. */
    void requireScope(String scope) {
        bot();
        if (!scope.isEmpty() && !workspace.tokenOfApp(app.id()).orElseThrow().hasAnyScope(List.of(scope))) {
            throw new IllegalStateException("The app is not told, as it has not the scope " + scope);
        }
    }

    /** DOCUMENTED: members of other organisations cannot use shortcuts. */
    void requireOwn() {
        if (workspace.isStranger(user)) {
            throw new IllegalStateException("Members of other organisations cannot use shortcuts of apps.");
        }
    }
}
