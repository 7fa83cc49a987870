package io.jenkins.plugins.slacknotify.sandbox.member;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.sandbox.app.SandboxApp;
import io.jenkins.plugins.slacknotify.sandbox.app.SandboxView;
import io.jenkins.plugins.slacknotify.sandbox.appmethod.Answering;
import io.jenkins.plugins.slacknotify.sandbox.delivery.Exchange;
import io.jenkins.plugins.slacknotify.sandbox.delivery.Exchange.Place;
import io.jenkins.plugins.slacknotify.sandbox.delivery.SlackRequest;
import io.jenkins.plugins.slacknotify.sandbox.delivery.SlackRequest.Kind;
import io.jenkins.plugins.slacknotify.sandbox.method.MessageJson;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxChannel;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxUser;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody who uses Slack: types, presses, fills in. Each act is told to the app, and is back when the app has acknowledged it or
 * Slack has given up, which is after three seconds. What the app answers later is awaited by the {@link Exchange}.
 *
 * <p>Channels are named with or without {@code #}, or by their id.
 */
public final class SandboxMember {
    private final Acting acting;
    private final ModalActs modals;
    private final LinkActs links;
    private final Slack slack;
    private final SandboxUser user;
    private final SandboxWorkspace workspace;
    private final SandboxApp app;

    /** @param workspace in which the member acts, which for an outsider is another than the own */
    public SandboxMember(Slack slack, SandboxUser user, SandboxWorkspace workspace, SandboxApp app) {
        this.acting = new Acting(slack, user, workspace, app);
        this.modals = new ModalActs(acting);
        this.links = new LinkActs(acting);
        this.slack = slack;
        this.user = user;
        this.workspace = workspace;
        this.app = app;
    }

    public SandboxUser user() {
        return user;
    }

    /** The same member, who turns to that app. */
    public SandboxMember with(SandboxApp other) {
        return new SandboxMember(slack, user, workspace, other);
    }

    /** Writes a message that no app is told of. */
    public SandboxMessage say(String channel, String text) {
        return say(channel, null, text);
    }

    /** Writes a message that no app is told of, in a thread where one is named. */
    public SandboxMessage say(String channel, String threadTs, String text) {
        acting.requireActive();
        return acting.post(acting.channel(channel), text, threadTs);
    }

    /**
     * Types a slash command.
     *
     * @throws IllegalStateException where Slack does not let the member: the app has no such command, the member is of another
     *     organisation (DOCUMENTED), or deactivated
     */
    public Exchange command(String channel, String command, String text) {
        acting.requireActive();
        if (!app.hasCommand(command)) {
            throw new IllegalStateException(command + " is not a valid command.");
        }
        acting.requireScope("commands");
        if (workspace.isStranger(user)) {
            throw new IllegalStateException("Members of other organisations cannot use commands of apps.");
        }
        var where = acting.channel(channel);
        var fault = slack.courier().takeFault();
        var payload = acting.fields().command(user, where, command, text);
        String url = acting.responseUrl("commands", where, null, false, fault);
        String trigger = acting.trigger(null, fault);
        payload.addProperty("response_url", url);
        payload.addProperty("trigger_id", trigger);
        var exchange = slack.courier()
                .send(app, new SlackRequest(Kind.COMMAND, payload, trigger, url), new Place(user.id(), where), fault);
        exchange.acknowledgement()
                .filter(ack -> !ack.body().isBlank())
                .ifPresent(ack -> showReply(ack.body(), where, command + " " + text));
        return exchange;
    }

    /** What comes with the acknowledgement of a command: JSON, or plain text. DOCUMENTED. */
    private void showReply(String body, SandboxChannel where, String typed) {
        var place = acting.place(where, null, null, false);
        JsonObject answer;
        try {
            answer = JsonParser.parseString(body).getAsJsonObject();
        } catch (JsonParseException | IllegalStateException e) {
            answer = PayloadFields.object("text", body);
        }
        if (Answering.isInChannel(answer)) {
            acting.post(where, typed.trim(), null);
        }
        slack.answering().apply(answer.toString(), place);
    }

    /** Writes a message that begins with a mention of the app. */
    public Exchange mention(String channel, String text) {
        return mention(channel, null, text);
    }

    /**
     * Writes a message that begins with a mention of the app, in a thread where one is named.
     *
     * @param threadTs null for the channel itself
     */
    public Exchange mention(String channel, String threadTs, String text) {
        acting.requireActive();
        var where = acting.channel(channel);
        var message = acting.post(where, "<@" + acting.bot().userId() + "> " + text, threadTs);
        return acting.event("app_mention", "app_mentions:read", messageEvent("app_mention", message, where), where);
    }

    /** Writes to the app in person. */
    public Exchange directMessage(String text) {
        return directMessage(null, text);
    }

    /** Writes to the app in person, in a thread where one is named. */
    public Exchange directMessage(String threadTs, String text) {
        acting.requireActive();
        if (!app.hasComposer()) {
            throw new IllegalStateException("Sending messages to this app has been turned off.");
        }
        var where = workspace.directMessage(acting.bot().userId(), user.id());
        var message = acting.post(where, text, threadTs);
        var event = messageEvent("message", message, where);
        event.addProperty("channel_type", "im");
        return acting.event("message.im", "im:history", event, where);
    }

    private JsonObject messageEvent(String type, SandboxMessage message, SandboxChannel where) {
        var event = PayloadFields.object(
                "type", type, "user", user.id(), "text", message.text(), "ts", message.ts(), "team", user.teamId());
        event.addProperty("channel", where.id());
        event.addProperty("event_ts", message.ts());
        if (message.threadTs() != null) {
            event.addProperty("thread_ts", message.threadTs());
        }
        if (workspace.isStranger(user)) {
            event.addProperty("user_team", user.teamId());
            event.addProperty("source_team", user.teamId());
        }
        return event;
    }

    /**
     * Presses a button of a message, whoever sees it.
     *
     * @param ts of the message, also of an ephemeral one
     * @throws IllegalArgumentException where the message has no such element
     */
    public Exchange press(String ts, String actionId) {
        return act(ts, actionId, null);
    }

    /** Chooses the option of that value, or of that text, of a menu in a message. */
    public Exchange choose(String ts, String actionId, String option) {
        return act(ts, actionId, option);
    }

    private Exchange act(String ts, String actionId, String option) {
        acting.requireActive();
        var found = MessageSearch.find(workspace, user, ts);
        var message = found.message();
        var elements = found.elements();
        var element = BlockSearch.byActionId(elements, actionId)
                .orElseThrow(() -> new IllegalArgumentException("no element " + actionId + " in this message, only "
                        + elements.stream().map(BlockSearch::actionId).toList()));
        var fault = slack.courier().takeFault();
        var payload = acting.fields().interaction("block_actions", user);
        var container = PayloadFields.object(
                "type",
                "message",
                "message_ts",
                ts,
                "channel_id",
                found.channel().id());
        container.addProperty("is_ephemeral", found.ephemeral());
        container.addProperty("is_app_unfurl", false);
        if (message.threadTs() != null) {
            container.addProperty("thread_ts", message.threadTs());
        }
        payload.add("container", container);
        payload.add("channel", PayloadFields.channel(found.channel()));
        if (!found.ephemeral()) {
            // DOCUMENTED: an ephemeral message is not in the payload.
            payload.add("message", MessageJson.of(message, true));
        }
        payload.add("state", FieldState.of(elements, option == null ? Map.of() : Map.of(actionId, option)));
        String url = acting.responseUrl("actions", found.channel(), message, found.ephemeral(), fault);
        payload.addProperty("response_url", url);
        payload.add("actions", acting.actions(element, option));
        return acting.interact(payload, acting.trigger(null, fault), url, found.channel(), fault);
    }

    /**
     * Presses a button in a preview of a link.
     *
     * @param ts of the message with the link
     * @throws IllegalArgumentException where no preview of the message has such an element
     */
    public Exchange pressPreview(String ts, String actionId) {
        acting.requireActive();
        var found = MessageSearch.find(workspace, user, ts);
        var previews = slack.apps()
                .unfurls()
                .ofMessage(found.channel().id(), ts)
                .map(link -> link.previews().entrySet())
                .orElseThrow(() -> new IllegalArgumentException("no previews in the message " + ts));
        for (var preview : previews) {
            var elements =
                    BlockSearch.elements(preview.getValue().getAsJsonObject().getAsJsonArray("blocks"));
            var element = BlockSearch.byActionId(elements, actionId);
            if (element.isPresent()) {
                return pressPreview(found.channel(), ts, preview.getKey(), element.get());
            }
        }
        throw new IllegalArgumentException("no element " + actionId + " in " + previews);
    }

    /** DOCUMENTED: a click in a preview carries {@code app_unfurl} and no {@code message}. */
    private Exchange pressPreview(SandboxChannel channel, String ts, String url, BlockSearch element) {
        var fault = slack.courier().takeFault();
        var payload = acting.fields().interaction("block_actions", user);
        var container = PayloadFields.object(
                "type", "message_attachment", "message_ts", ts, "channel_id", channel.id(), "app_unfurl_url", url);
        container.addProperty("attachment_id", 1);
        container.addProperty("is_ephemeral", false);
        container.addProperty("is_app_unfurl", true);
        payload.add("container", container);
        payload.add("channel", PayloadFields.channel(channel));
        payload.add("app_unfurl", PayloadFields.object("app_unfurl_url", url));
        String reply =
                acting.responseUrl("actions", channel, channel.message(ts).orElseThrow(), false, fault);
        payload.addProperty("response_url", reply);
        payload.add("actions", acting.actions(element, null));
        return acting.interact(payload, acting.trigger(null, fault), reply, channel, fault);
    }

    /** Presses a button in a modal or in the home tab. */
    public Exchange press(SandboxView view, String actionId) {
        return choose(view, actionId, null);
    }

    /** Chooses an option in a modal or in the home tab, or with null presses a button there. */
    public Exchange choose(SandboxView view, String actionId, String option) {
        return modals.choose(view, actionId, option);
    }

    /** Uses a global shortcut of the app. */
    public Exchange shortcut(String callbackId) {
        acting.requireActive();
        acting.requireOwn();
        acting.requireShortcut(callbackId, false);
        var fault = slack.courier().takeFault();
        var payload = acting.fields().interaction("shortcut", user);
        payload.addProperty("callback_id", callbackId);
        return acting.interact(payload, acting.trigger(null, fault), null, null, fault);
    }

    /** Uses a shortcut of the app from the menu of a message. */
    public Exchange shortcut(String callbackId, String ts) {
        acting.requireActive();
        acting.requireOwn();
        acting.requireShortcut(callbackId, true);
        var found = MessageSearch.find(workspace, user, ts);
        var fault = slack.courier().takeFault();
        var payload = acting.fields().interaction("message_action", user);
        payload.addProperty("callback_id", callbackId);
        payload.add("channel", PayloadFields.channel(found.channel()));
        payload.addProperty("message_ts", ts);
        payload.add("message", MessageJson.of(found.message(), true));
        String url = acting.responseUrl("app", found.channel(), null, false, fault);
        payload.addProperty("response_url", url);
        return acting.interact(payload, acting.trigger(null, fault), url, found.channel(), fault);
    }

    /**
     * Sends a modal.
     *
     * @param values what was typed or chosen, by {@code action_id} or {@code block_id}; several of one field separated by commas
     * @throws IllegalStateException where Slack does not let the member, as a field is empty that must not be
     */
    public Exchange submit(SandboxView view, Map<String, String> values) {
        return modals.submit(view, values);
    }

    /** Closes a modal. The app is told where it has asked for that, and an exchange is returned only then. */
    public Optional<Exchange> closeModal(SandboxView view) {
        return modals.closeModal(view);
    }

    /** Types into a menu whose options the app names. */
    public Exchange suggest(SandboxView view, String actionId, String typed) {
        return modals.suggest(view, actionId, typed);
    }

    /** Opens the app's home tab. */
    public Exchange openHome() {
        acting.requireActive();
        if (!app.hasHomeTab()) {
            throw new IllegalStateException("This app has no home tab.");
        }
        var where = workspace.directMessage(acting.bot().userId(), user.id());
        var event = PayloadFields.object("type", "app_home_opened", "user", user.id(), "channel", where.id());
        event.addProperty("tab", "home");
        event.addProperty("event_ts", acting.fields().ts());
        home().ifPresent(view -> event.add("view", view.json()));
        return acting.event("app_home_opened", "", event, null);
    }

    /** Writes a message with links. The app is told of those whose previews are its. */
    public Exchange postLink(String channel, String text) {
        return postLink(channel, null, text);
    }

    /** As {@link #postLink(String, String)}, in a thread where one is named. */
    public Exchange postLink(String channel, String threadTs, String text) {
        return links.postLink(channel, threadTs, text);
    }

    /** Types a link and has not sent it yet. */
    public Exchange typeLink(String text) {
        return links.typeLink(text);
    }

    /** Whether the app is told of a link in a text. */
    public boolean isToldOfLinks(String text) {
        return links.isToldOfLinks(text);
    }

    /** The modal that the member has open, the uppermost. */
    public Optional<SandboxView> modal() {
        return slack.apps().views().modalOf(user.id());
    }

    /** Returns what the app shows in its home tab. */
    public Optional<SandboxView> home() {
        return slack.apps().views().homeOf(app.id(), user.id());
    }

    /** Returns what only this member sees in a channel, oldest first. */
    public List<SandboxMessage> ephemerals(String channel) {
        return acting.channel(channel).ephemeralsFor(user.id());
    }

    /** The conversation of this member with the app. */
    public SandboxChannel appConversation() {
        return workspace.directMessage(acting.bot().userId(), user.id());
    }
}
