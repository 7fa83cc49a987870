package io.jenkins.plugins.slacknotify.sandbox.member;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.sandbox.app.AppRefusal;
import io.jenkins.plugins.slacknotify.sandbox.app.ResponseUrls;
import io.jenkins.plugins.slacknotify.sandbox.app.SandboxApp;
import io.jenkins.plugins.slacknotify.sandbox.app.SandboxView;
import io.jenkins.plugins.slacknotify.sandbox.app.Views.Owner;
import io.jenkins.plugins.slacknotify.sandbox.appmethod.Answering;
import io.jenkins.plugins.slacknotify.sandbox.delivery.DeliveryFault;
import io.jenkins.plugins.slacknotify.sandbox.delivery.Exchange;
import io.jenkins.plugins.slacknotify.sandbox.delivery.Exchange.Place;
import io.jenkins.plugins.slacknotify.sandbox.delivery.SlackRequest;
import io.jenkins.plugins.slacknotify.sandbox.delivery.SlackRequest.Kind;
import io.jenkins.plugins.slacknotify.sandbox.method.MessageJson;
import io.jenkins.plugins.slacknotify.sandbox.workspace.Author;
import io.jenkins.plugins.slacknotify.sandbox.workspace.Content;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxBot;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxChannel;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxUser;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Somebody who uses Slack: types, presses, fills in. Each act is told to the app, and is back when the app has acknowledged it or
 * Slack has given up, which is after three seconds. What the app answers later is awaited by the {@link Exchange}.
 *
 * <p>Channels are named with or without {@code #}, or by their id.
 */
public final class SandboxMember {
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>|]+");

    private final Slack slack;
    private final SandboxUser user;
    private final SandboxWorkspace workspace;
    private final SandboxApp app;

    /** @param workspace in which the member acts, which for an outsider is another than the own */
    public SandboxMember(Slack slack, SandboxUser user, SandboxWorkspace workspace, SandboxApp app) {
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
        requireActive();
        return post(channel(channel), text, threadTs);
    }

    /**
     * Types a slash command.
     *
     * @throws IllegalStateException where Slack does not let the member: the app has no such command, the member is of another
     *     organisation (DOCUMENTED), or deactivated
     */
    public Exchange command(String channel, String command, String text) {
        requireActive();
        if (!app.hasCommand(command)) {
            throw new IllegalStateException(command + " is not a valid command.");
        }
        requireScope("commands");
        if (workspace.isStranger(user)) {
            throw new IllegalStateException("Members of other organisations cannot use commands of apps.");
        }
        var where = channel(channel);
        var fault = slack.courier().takeFault();
        var payload = fields().command(user, where, command, text);
        String url = responseUrl("commands", where, null, false, fault);
        String trigger = trigger(null, fault);
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
        var place = place(where, null, null, false);
        JsonObject answer;
        try {
            answer = JsonParser.parseString(body).getAsJsonObject();
        } catch (JsonParseException | IllegalStateException e) {
            answer = PayloadFields.object("text", body);
        }
        if (Answering.isInChannel(answer)) {
            post(where, typed.trim(), null);
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
        requireActive();
        var where = channel(channel);
        var message = post(where, "<@" + bot().userId() + "> " + text, threadTs);
        return event("app_mention", "app_mentions:read", messageEvent("app_mention", message, where), where);
    }

    /** Writes to the app in person. */
    public Exchange directMessage(String text) {
        return directMessage(null, text);
    }

    /** Writes to the app in person, in a thread where one is named. */
    public Exchange directMessage(String threadTs, String text) {
        requireActive();
        if (!app.hasComposer()) {
            throw new IllegalStateException("Sending messages to this app has been turned off.");
        }
        var where = workspace.directMessage(bot().userId(), user.id());
        var message = post(where, text, threadTs);
        var event = messageEvent("message", message, where);
        event.addProperty("channel_type", "im");
        return event("message.im", "im:history", event, where);
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
        requireActive();
        var found = MessageSearch.find(workspace, user, ts);
        var message = found.message();
        var elements = found.elements();
        var element = BlockSearch.byActionId(elements, actionId)
                .orElseThrow(() -> new IllegalArgumentException("no element " + actionId + " in this message, only "
                        + elements.stream().map(BlockSearch::actionId).toList()));
        var fault = slack.courier().takeFault();
        var payload = fields().interaction("block_actions", user);
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
        String url = responseUrl("actions", found.channel(), message, found.ephemeral(), fault);
        payload.addProperty("response_url", url);
        payload.add("actions", actions(element, option));
        return interact(payload, trigger(null, fault), url, found.channel(), fault);
    }

    /** Presses a button in a modal or in the home tab. */
    public Exchange press(SandboxView view, String actionId) {
        return choose(view, actionId, null);
    }

    /** Chooses an option in a modal or in the home tab, or with null presses a button there. */
    public Exchange choose(SandboxView view, String actionId, String option) {
        requireActive();
        var current = current(view);
        var elements = BlockSearch.elements(current.blocks());
        var element = BlockSearch.byActionId(elements, actionId)
                .orElseThrow(() -> new IllegalArgumentException("no element " + actionId + " in this view, only "
                        + elements.stream().map(BlockSearch::actionId).toList()));
        var fault = slack.courier().takeFault();
        var payload = fields().interaction("block_actions", user);
        payload.add("container", PayloadFields.object("type", "view", "view_id", current.id()));
        var json = current.json();
        json.add("state", FieldState.of(elements, option == null ? Map.of() : Map.of(actionId, option)));
        payload.add("view", json);
        payload.add("actions", actions(element, option));
        return interact(payload, trigger(current.id(), fault), null, null, fault);
    }

    private JsonArray actions(BlockSearch element, String option) {
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

    /** Uses a global shortcut of the app. */
    public Exchange shortcut(String callbackId) {
        requireActive();
        requireOwn();
        requireShortcut(callbackId, false);
        var fault = slack.courier().takeFault();
        var payload = fields().interaction("shortcut", user);
        payload.addProperty("callback_id", callbackId);
        return interact(payload, trigger(null, fault), null, null, fault);
    }

    /** Uses a shortcut of the app from the menu of a message. */
    public Exchange shortcut(String callbackId, String ts) {
        requireActive();
        requireOwn();
        requireShortcut(callbackId, true);
        var found = MessageSearch.find(workspace, user, ts);
        var fault = slack.courier().takeFault();
        var payload = fields().interaction("message_action", user);
        payload.addProperty("callback_id", callbackId);
        payload.add("channel", PayloadFields.channel(found.channel()));
        payload.addProperty("message_ts", ts);
        payload.add("message", MessageJson.of(found.message(), true));
        String url = responseUrl("app", found.channel(), null, false, fault);
        payload.addProperty("response_url", url);
        return interact(payload, trigger(null, fault), url, found.channel(), fault);
    }

    /**
     * Sends a modal.
     *
     * @param values what was typed or chosen, by {@code action_id} or {@code block_id}; several of one field separated by commas
     * @throws IllegalStateException where Slack does not let the member, as a field is empty that must not be
     */
    public Exchange submit(SandboxView view, Map<String, String> values) {
        requireActive();
        var current = current(view);
        var elements = BlockSearch.elements(current.blocks());
        var state = FieldState.of(elements, values);
        RequiredInputs.check(current.blocks(), state.getAsJsonObject("values"));
        var fault = slack.courier().takeFault();
        var payload = fields().interaction("view_submission", user);
        var json = current.json();
        json.add("state", state);
        payload.add("view", json);
        payload.add("response_urls", new JsonArray());
        String trigger = trigger(current.id(), fault);
        var exchange = interact(payload, trigger, null, null, fault);
        exchange.acknowledgement().ifPresent(ack -> follow(current, trigger, ack.body()));
        return exchange;
    }

    /** Does what the answer to a submission says. Empty closes the modal. DOCUMENTED. */
    private void follow(SandboxView view, String trigger, String body) {
        var views = slack.apps().views();
        if (body.isBlank() || body.equals("{}")) {
            views.close(view, false);
            return;
        }
        var answer = JsonParser.parseString(body).getAsJsonObject();
        String action =
                answer.has("response_action") ? answer.get("response_action").getAsString() : "";
        var owner = new Owner(app.id(), workspace.teamId(), view.botId(), user.id(), trigger);
        try {
            switch (action) {
                case "update" -> views.update(app.id(), view.id(), null, null, answer.getAsJsonObject("view"));
                case "push" -> views.push(owner, answer.getAsJsonObject("view"));
                case "clear" -> views.close(view, true);
                case "errors" -> requireErrorsOfInputs(view, answer);
                default -> throw new AssertionError("Slack does not know this answer to a modal: " + body);
            }
        } catch (AppRefusal refusal) {
            throw new AssertionError(
                    "Slack would show \"We had some trouble connecting\": " + refusal.getMessage(), refusal);
        }
    }

    /** DOCUMENTED: each error needs the id of an input block. */
    private static void requireErrorsOfInputs(SandboxView view, JsonObject answer) {
        var ids = view.blocks().asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(block -> block.get("type").getAsString().equals("input") && block.has("block_id"))
                .map(block -> block.get("block_id").getAsString())
                .toList();
        var errors = answer.getAsJsonObject("errors");
        if (errors == null || errors.isEmpty() || !ids.containsAll(errors.keySet())) {
            throw new AssertionError(
                    "Slack would show no such error, as there is no input of that block_id: " + answer);
        }
    }

    /** Closes a modal. The app is told where it has asked for that, and an exchange is returned only then. */
    public Optional<Exchange> closeModal(SandboxView view) {
        requireActive();
        var current = current(view);
        slack.apps().views().close(current, false);
        if (!current.notifiesOnClose()) {
            return Optional.empty();
        }
        var payload = fields().interaction("view_closed", user);
        payload.add("view", current.json());
        payload.addProperty("is_cleared", false);
        return Optional.of(interact(payload, null, null, null, slack.courier().takeFault()));
    }

    /** Types into a menu whose options the app names. */
    public Exchange suggest(SandboxView view, String actionId, String typed) {
        requireActive();
        var current = current(view);
        var element = BlockSearch.byActionId(BlockSearch.elements(current.blocks()), actionId)
                .orElseThrow(() -> new IllegalArgumentException("no element " + actionId + " in this view"));
        var payload = fields().interaction("block_suggestion", user);
        payload.addProperty("action_id", actionId);
        payload.addProperty("block_id", element.blockId());
        payload.addProperty("value", typed);
        payload.add("container", PayloadFields.object("type", "view", "view_id", current.id()));
        payload.add("view", current.json());
        return interact(payload, null, null, null, slack.courier().takeFault());
    }

    /** Opens the app's home tab. */
    public Exchange openHome() {
        requireActive();
        if (!app.hasHomeTab()) {
            throw new IllegalStateException("This app has no home tab.");
        }
        var where = workspace.directMessage(bot().userId(), user.id());
        var event = PayloadFields.object("type", "app_home_opened", "user", user.id(), "channel", where.id());
        event.addProperty("tab", "home");
        event.addProperty("event_ts", fields().ts());
        home().ifPresent(view -> event.add("view", view.json()));
        return event("app_home_opened", "", event, null);
    }

    /** Writes a message with links. The app is told of those whose previews are its. */
    public Exchange postLink(String channel, String text) {
        return postLink(channel, null, text);
    }

    /** As {@link #postLink(String, String)}, in a thread where one is named. */
    public Exchange postLink(String channel, String threadTs, String text) {
        requireActive();
        var where = channel(channel);
        var message = post(where, text, threadTs);
        return linkShared(where, text, message);
    }

    /** Types a link and has not sent it yet. */
    public Exchange typeLink(String text) {
        requireActive();
        return linkShared(null, text, null);
    }

    /** Whether the app is told of a link in a text. */
    public boolean isToldOfLinks(String text) {
        return app.subscribesTo("link_shared") && !links(text).isEmpty();
    }

    private List<String> links(String text) {
        return LINK.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(url -> app.unfurls(String.valueOf(URI.create(url).getHost())))
                .toList();
    }

    private Exchange linkShared(SandboxChannel where, String text, SandboxMessage message) {
        var links = new JsonArray();
        var urls = links(text);
        urls.forEach(url -> links.add(
                PayloadFields.object("url", url, "domain", URI.create(url).getHost())));
        if (urls.isEmpty()) {
            throw new IllegalStateException("The app is told of no link in: " + text);
        }
        String channelId = where == null ? "COMPOSER" : where.id();
        String source = message == null ? "composer" : "conversations_history";
        var link = slack.apps()
                .unfurls()
                .announce(source, app.id(), channelId, message == null ? null : message.ts(), urls);
        var event = PayloadFields.object("type", "link_shared", "channel", channelId, "user", user.id());
        event.addProperty("message_ts", message == null ? link.unfurlId() : message.ts());
        if (message != null && message.threadTs() != null) {
            event.addProperty("thread_ts", message.threadTs());
        }
        event.addProperty("unfurl_id", link.unfurlId());
        event.addProperty("source", source);
        event.add("links", links);
        event.addProperty("is_bot_user_member", where == null || where.hasMember(bot().userId()));
        event.addProperty("event_ts", fields().ts());
        return event("link_shared", "links:read", event, where);
    }

    /** The modal that the member has open, the uppermost. */
    public Optional<SandboxView> modal() {
        return slack.apps().views().modalOf(user.id());
    }

    /** What the app shows in its home tab. */
    public Optional<SandboxView> home() {
        return slack.apps().views().homeOf(app.id(), user.id());
    }

    /** What only this member sees in a channel, oldest first. */
    public List<SandboxMessage> ephemerals(String channel) {
        return channel(channel).ephemeralsFor(user.id());
    }

    /** The conversation of this member with the app. */
    public SandboxChannel appConversation() {
        return workspace.directMessage(bot().userId(), user.id());
    }

    private Exchange interact(
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
    private Exchange event(String subscription, String scope, JsonObject event, SandboxChannel where) {
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

    private PayloadFields fields() {
        return new PayloadFields(app, workspace, slack.clock().instant());
    }

    private String trigger(String viewId, Optional<DeliveryFault> fault) {
        var trigger = slack.apps().triggers().issue(app.id(), workspace.teamId(), user.id(), viewId);
        if (fault.filter(DeliveryFault.TRIGGER_EXPIRED::equals).isPresent()) {
            slack.apps().triggers().expire(trigger.id());
        }
        return trigger.id();
    }

    private String responseUrl(
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

    private ResponseUrls.Place place(SandboxChannel where, String ts, String threadTs, boolean ephemeral) {
        return new ResponseUrls.Place(app.id(), workspace.teamId(), where.id(), user.id(), ts, threadTs, ephemeral);
    }

    private SandboxMessage post(SandboxChannel where, String text, String threadTs) {
        var author = new Author(user.id(), null, null, user.name(), null, null, null);
        var content = new Content(text, new JsonArray(), new JsonArray(), null, List.of());
        return where.post(author, content, threadTs, false, List.of());
    }

    private SandboxBot bot() {
        return workspace
                .botOf(app.id())
                .orElseThrow(() -> new IllegalStateException("The app is not installed in " + workspace.name()));
    }

    private SandboxChannel channel(String name) {
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

    private SandboxView current(SandboxView view) {
        return slack.apps()
                .views()
                .find(view.id())
                .orElseThrow(() -> new IllegalStateException("This view is not open any more."));
    }

    private void requireActive() {
        if (user.isDeactivated()) {
            throw new IllegalStateException(user.name() + " is deactivated.");
        }
    }

    private void requireShortcut(String callbackId, boolean ofMessage) {
        if (!app.hasShortcut(callbackId, ofMessage)) {
            throw new IllegalStateException("The app has no such shortcut: " + callbackId);
        }
        requireScope("commands");
    }

    /** DOCUMENTED: what is installed without the scope is not told. */
    private void requireScope(String scope) {
        bot();
        if (!scope.isEmpty() && !workspace.tokenOfApp(app.id()).orElseThrow().hasAnyScope(List.of(scope))) {
            throw new IllegalStateException("The app is not told, as it has not the scope " + scope);
        }
    }

    /** DOCUMENTED: members of other organisations cannot use shortcuts. */
    private void requireOwn() {
        if (workspace.isStranger(user)) {
            throw new IllegalStateException("Members of other organisations cannot use shortcuts of apps.");
        }
    }
}
