package io.jenkins.plugins.slacknotify.sandbox.method;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.jenkins.plugins.slacknotify.sandbox.rules.Violation;
import java.util.List;

/** A call that Slack refuses: HTTP 200 with {@code "ok":false} and an error. */
public final class SlackRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String error;
    private final transient JsonObject details;

    public SlackRefusal(String error) {
        this(error, new JsonObject());
    }

    private SlackRefusal(String error, JsonObject details) {
        super(error, null, false, false);
        this.error = error;
        this.details = details;
    }

    /** A refusal that says what is wrong and where, as Slack does for blocks. */
    public static SlackRefusal because(String error, List<Violation> violations) {
        var errors = new JsonArray();
        var messages = new JsonArray();
        for (Violation violation : violations) {
            errors.add(violation.toString());
            messages.add("[ERROR] " + violation);
        }
        var metadata = new JsonObject();
        metadata.add("messages", messages);
        var details = new JsonObject();
        details.add("errors", errors);
        details.add("response_metadata", metadata);
        return new SlackRefusal(error, details);
    }

    public static SlackRefusal missingArgument(String error, String argument) {
        var messages = new JsonArray();
        messages.add("[ERROR] missing required field: " + argument);
        var metadata = new JsonObject();
        metadata.add("messages", messages);
        var details = new JsonObject();
        details.add("response_metadata", metadata);
        return new SlackRefusal(error, details);
    }

    /** A refusal that tells one thing more. */
    public static SlackRefusal with(String error, String name, JsonElement detail) {
        var details = new JsonObject();
        details.add(name, detail);
        return new SlackRefusal(error, details);
    }

    static SlackRefusal missingScope(List<String> needed, List<String> provided) {
        var details = new JsonObject();
        details.addProperty("needed", String.join(",", needed));
        details.addProperty("provided", String.join(",", provided));
        return new SlackRefusal("missing_scope", details);
    }

    public String error() {
        return error;
    }

    JsonObject body() {
        var body = new JsonObject();
        body.addProperty("ok", false);
        body.addProperty("error", error);
        details.asMap().forEach(body::add);
        return body;
    }
}
