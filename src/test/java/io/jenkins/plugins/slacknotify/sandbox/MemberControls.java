package io.jenkins.plugins.slacknotify.sandbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.sandbox.app.SandboxApp;
import io.jenkins.plugins.slacknotify.sandbox.app.SandboxView;
import io.jenkins.plugins.slacknotify.sandbox.delivery.DeliveryFault;
import io.jenkins.plugins.slacknotify.sandbox.delivery.Exchange;
import io.jenkins.plugins.slacknotify.sandbox.member.SandboxMember;
import io.jenkins.plugins.slacknotify.sandbox.socket.SocketConnection;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The acts of a member on the page, and the faults on the way to an app: each a {@code POST /sandbox/NAME}. */
final class MemberControls {
    private final SlackSandbox sandbox;

    MemberControls(SlackSandbox sandbox) {
        this.sandbox = sandbox;
    }

    Map<String, UnaryOperator<JsonObject>> actions() {
        return Map.ofEntries(
                Map.entry("act/type", this::type),
                Map.entry("act/press", this::press),
                Map.entry("act/shortcut", this::shortcut),
                Map.entry("act/submit", this::submit),
                Map.entry("act/close", this::closeModal),
                Map.entry("act/suggest", this::suggest),
                Map.entry("act/home", this::openHome),
                Map.entry("act/conversation", this::openConversation),
                Map.entry("act/retry", this::retry),
                Map.entry("apps/secrets", this::showSecrets),
                Map.entry("apps/deliver", this::deliver),
                Map.entry("apps/fault", this::setFault),
                Map.entry("apps/socket", this::disturb),
                Map.entry("apps/event", this::event));
    }

    private JsonObject type(JsonObject body) {
        var channel = workspace(body)
                .channelById(text(body, "channel"))
                .orElseThrow(() -> new IllegalArgumentException("no such channel"));
        return told(Typing.type(member(body), app(body), channel, optional(body, "thread"), text(body, "text")));
    }

    /** A button or menu of a message or a view. */
    private JsonObject press(JsonObject body) {
        String action = text(body, "action");
        String option = optional(body, "option");
        var member = member(body);
        if (body.has("view")) {
            return told(List.of(member.choose(view(body), action, option)));
        }
        String ts = text(body, "ts");
        return told(List.of(option == null ? member.press(ts, action) : member.choose(ts, action, option)));
    }

    private JsonObject shortcut(JsonObject body) {
        String ts = optional(body, "ts");
        String id = text(body, "callback");
        return told(
                List.of(ts == null ? member(body).shortcut(id) : member(body).shortcut(id, ts)));
    }

    /** Answers the errors that the app has found, as the page shows them at their fields. */
    private JsonObject submit(JsonObject body) {
        var values = new LinkedHashMap<String, String>();
        body.getAsJsonObject("values").asMap().forEach((name, value) -> values.put(name, value.getAsString()));
        var exchange = member(body).submit(view(body), values);
        var answer = told(List.of(exchange));
        if (exchange.body().contains("\"errors\"")) {
            answer.add("errors", exchange.json().get("errors"));
        }
        return answer;
    }

    private JsonObject closeModal(JsonObject body) {
        return told(member(body).closeModal(view(body)).stream().toList());
    }

    private JsonObject suggest(JsonObject body) {
        var exchange = member(body)
                .suggest(view(body), text(body, "action"), body.get("typed").getAsString());
        var answer = told(List.of(exchange));
        answer.add("options", options(exchange.body()));
        return answer;
    }

    private static JsonElement options(String body) {
        try {
            var options = JsonParser.parseString(body).getAsJsonObject().get("options");
            return options == null ? new JsonArray() : options;
        } catch (JsonParseException | IllegalStateException e) {
            return new JsonArray();
        }
    }

    private JsonObject openHome(JsonObject body) {
        return told(List.of(member(body).openHome()));
    }

    /** The direct messages with the app, which are there as soon as one looks for them. */
    private JsonObject openConversation(JsonObject body) {
        var json = new JsonObject();
        json.addProperty("id", member(body).appConversation().id());
        return json;
    }

    private JsonObject retry(JsonObject body) {
        String id = text(body, "request");
        var exchange = sandbox.requests().exchanges().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("this request is forgotten"));
        return told(List.of(sandbox.requests().retry(exchange)));
    }

    private JsonObject showSecrets(JsonObject body) {
        var app = app(body);
        var json = new JsonObject();
        json.addProperty("App ID", app.id());
        json.addProperty("Signing secret", app.signingSecret());
        json.addProperty("App-level token", app.appToken());
        json.addProperty("Client ID", app.clientId());
        json.addProperty("Client secret", app.clientSecret());
        return json;
    }

    private JsonObject deliver(JsonObject body) {
        String url = optional(body, "url");
        if (url == null) {
            app(body).deliverBySocket();
        } else {
            app(body).deliverTo(url);
        }
        sandbox.touch();
        return new JsonObject();
    }

    private JsonObject setFault(JsonObject body) {
        String name = optional(body, "fault");
        var fault = name == null ? null : DeliveryFault.valueOf(name);
        if (fault == null || body.has("always") && body.get("always").getAsBoolean()) {
            sandbox.requests().always(fault);
        } else {
            sandbox.requests().next(fault);
        }
        return new JsonObject();
    }

    private JsonObject disturb(JsonObject body) {
        var socket = app(body).socket();
        String what = text(body, "what");
        switch (what) {
            case "cut" -> socket.openConnections().forEach(SocketConnection::cut);
            case "close" -> socket.openConnections().forEach(SocketConnection::close);
            case "share" -> socket.dealHalfElsewhere(true);
            case "alone" -> socket.dealHalfElsewhere(false);
            case "warning", "refresh_requested", "link_disabled" ->
                socket.openConnections().forEach(connection -> connection.disconnect(what));
            default -> throw new IllegalArgumentException("unknown: " + what);
        }
        sandbox.touch();
        return new JsonObject();
    }

    private JsonObject event(JsonObject body) {
        var events = sandbox.events(app(body), workspace(body));
        String what = text(body, "what");
        return told(
                switch (what) {
                    case "uninstall" -> events.uninstall();
                    case "revoke tokens" -> List.of(events.revokeTokens());
                    case "rename channel" -> List.of(events.renameChannel(text(body, "channel"), text(body, "to")));
                    case "archive channel" -> List.of(events.archiveChannel(text(body, "channel")));
                    case "unarchive channel" -> List.of(events.unarchiveChannel(text(body, "channel")));
                    case "delete channel" -> List.of(events.deleteChannel(text(body, "channel")));
                    case "remove the bot" -> List.of(events.removeBot(text(body, "channel")));
                    default -> throw new IllegalArgumentException("unknown: " + what);
                });
    }

    /** What the page tells the person: Slack's own words where the app has not answered. */
    private static JsonObject told(List<Exchange> exchanges) {
        var says = exchanges.stream()
                .map(Exchange::slackSays)
                .filter(words -> !words.isEmpty())
                .toList();
        var json = new JsonObject();
        json.addProperty("requests", exchanges.size());
        json.addProperty("slackSays", String.join(" ", says));
        return json;
    }

    private SandboxView view(JsonObject body) {
        return sandbox.apps()
                .views()
                .find(text(body, "view"))
                .orElseThrow(() -> new IllegalArgumentException("this view is not open any more"));
    }

    private SandboxMember member(JsonObject body) {
        var workspace = workspace(body);
        var member = sandbox.as(workspace.requireUser(text(body, "user")), workspace);
        return body.has("app") ? member.with(app(body)) : member;
    }

    private SandboxApp app(JsonObject body) {
        String id = optional(body, "app");
        return id == null
                ? sandbox.apps()
                        .installedIn(workspace(body))
                        .orElseThrow(() -> new IllegalArgumentException("no app is installed here"))
                : sandbox.apps().find(id).orElseThrow(() -> new IllegalArgumentException("no app " + id));
    }

    private SandboxWorkspace workspace(JsonObject body) {
        return sandbox.workspace(text(body, "workspace"));
    }

    private static String text(JsonObject body, String name) {
        String value = optional(body, name);
        if (value == null) {
            throw new IllegalArgumentException("missing " + name);
        }
        return value;
    }

    /** Null where there is nothing. */
    private static String optional(JsonObject body, String name) {
        JsonElement value = body.get(name);
        return value == null || value.isJsonNull() || value.getAsString().isBlank()
                ? null
                : value.getAsString().trim();
    }
}
