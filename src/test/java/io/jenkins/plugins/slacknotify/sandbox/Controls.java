package io.jenkins.plugins.slacknotify.sandbox;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxChannel;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxUser;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/** The acts of a person on the page, each a {@code POST /sandbox/NAME} with a JSON body. */
final class Controls {
    private final SlackSandbox sandbox;
    private final Map<String, UnaryOperator<JsonObject>> actions;

    Controls(SlackSandbox sandbox) {
        this.sandbox = sandbox;
        this.actions = new HashMap<>(new MemberControls(sandbox).actions());
        actions.putAll(Map.ofEntries(
                Map.entry("faults", this::setFault),
                Map.entry("faults/clear", this::clearFaults),
                Map.entry("bots", this::installBot),
                Map.entry("tokens", this::showToken),
                Map.entry("channels", this::createChannel),
                Map.entry("channels/rename", this::renameChannel),
                Map.entry("users", this::createUser),
                Map.entry("users/deactivate", this::deactivateUser),
                Map.entry("users/reactivate", this::reactivateUser),
                Map.entry("invitations", this::invite)));
    }

    boolean has(String name) {
        return actions.containsKey(name);
    }

    /** JSON only: a page from elsewhere cannot send that type here without being asked first, and nobody answers. */
    MockResponse perform(String name, RecordedRequest request) {
        String type = request.getHeaders().get("Content-Type");
        if (!request.getMethod().equals("POST") || type == null || !type.startsWith("application/json")) {
            return Answers.json(415, problem("POST application/json"));
        }
        try {
            var body = JsonParser.parseString(
                    request.getBody() == null ? "{}" : request.getBody().utf8());
            return Answers.json(200, actions.get(name).apply(body.getAsJsonObject()));
        } catch (RuntimeException e) { // Gson tells of a wrong type in many ways.
            return Answers.json(400, problem(String.valueOf(e.getMessage())));
        }
    }

    private JsonObject setFault(JsonObject body) {
        var fault = FaultMenu.fault(text(body, "fault"), optional(body, "argument"));
        int times = body.has("times") ? body.get("times").getAsInt() : 1;
        if (times <= 0) {
            sandbox.faults().always(text(body, "method"), fault);
        } else {
            sandbox.faults().nextTimes(times, text(body, "method"), fault);
        }
        return new JsonObject();
    }

    private JsonObject clearFaults(JsonObject body) {
        sandbox.faults().clear();
        return new JsonObject();
    }

    private JsonObject installBot(JsonObject body) {
        var scopes = body.has("scopes")
                ? body.getAsJsonArray("scopes").asList().stream().map(JsonElement::getAsString)
                : Stream.<String>empty();
        return answer("token", workspace(body).installBot(text(body, "name"), scopes.toArray(String[]::new)));
    }

    private JsonObject showToken(JsonObject body) {
        return answer(
                "token",
                workspace(body)
                        .tokenOf(text(body, "name"))
                        .orElseThrow(() -> new IllegalArgumentException("this bot has no token that works")));
    }

    private JsonObject createChannel(JsonObject body) {
        boolean secret = body.has("private") && body.get("private").getAsBoolean();
        String name = text(body, "name");
        var channel =
                secret ? workspace(body).privateChannel(name) : workspace(body).channel(name);
        return answer("id", channel.id());
    }

    private JsonObject renameChannel(JsonObject body) {
        return answer("id", channel(body).rename(text(body, "to")).id());
    }

    private JsonObject createUser(JsonObject body) {
        var user = newUser(body, text(body, "name"), text(body, "email"));
        return answer("id", user.displayAs(optional(body, "displayName")).id());
    }

    /** INFERRED for the page: an outsider is of the workspace {@code partner}. */
    private SandboxUser newUser(JsonObject body, String name, String email) {
        var workspace = workspace(body);
        return switch (optional(body, "account")) {
            case "guest" -> workspace.guest(name, email);
            case "single-channel guest" -> workspace.singleChannelGuest(name, email);
            case "outsider" -> workspace.outsider(sandbox.workspace("partner").user(name, email));
            default -> workspace.user(name, email);
        };
    }

    private JsonObject deactivateUser(JsonObject body) {
        var user = workspace(body).requireUser(text(body, "who"));
        user.deactivate();
        return answer("id", user.id());
    }

    private JsonObject reactivateUser(JsonObject body) {
        var user = workspace(body).requireUser(text(body, "who"));
        user.reactivate();
        return answer("id", user.id());
    }

    private JsonObject invite(JsonObject body) {
        return answer("id", channel(body).invite(text(body, "who")).id());
    }

    private SandboxChannel channel(JsonObject body) {
        String name = text(body, "channel");
        return workspace(body).channelNamed(name).orElseThrow(() -> new IllegalArgumentException("no channel " + name));
    }

    private SandboxWorkspace workspace(JsonObject body) {
        return sandbox.workspace(text(body, "workspace"));
    }

    private static String text(JsonObject body, String name) {
        String value = optional(body, name);
        if (value.isBlank()) {
            throw new IllegalArgumentException("missing " + name);
        }
        return value;
    }

    private static String optional(JsonObject body, String name) {
        return body.has(name) ? body.get(name).getAsString().trim() : "";
    }

    private static JsonObject answer(String name, String value) {
        var json = new JsonObject();
        json.addProperty(name, value);
        return json;
    }

    private static JsonObject problem(String message) {
        return answer("error", message);
    }
}
