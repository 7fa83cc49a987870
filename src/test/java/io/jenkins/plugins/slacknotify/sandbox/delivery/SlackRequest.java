package io.jenkins.plugins.slacknotify.sandbox.delivery;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.jenkins.plugins.slacknotify.sandbox.app.SandboxApp.Way;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * The message of Slack to an app.
 *
 * @param kind how it goes by HTTP, and the type of its envelope
 * @param payload the same by either way
 * @param triggerId with which the app may open a view, or null
 * @param responseUrl to which the app may answer, or null
 */
public record SlackRequest(Kind kind, JsonObject payload, String triggerId, String responseUrl) {
    /** The three ways in which requests come. */
    public enum Kind {
        COMMAND("slash_commands", Way.COMMAND),
        INTERACTION("interactive", Way.INTERACTION),
        EVENT("events_api", Way.EVENT);

        private final String envelopeType;
        private final Way way;

        Kind(String envelopeType, Way way) {
            this.envelopeType = envelopeType;
            this.way = way;
        }

        Way way() {
            return way;
        }

        public String envelopeType() {
            return envelopeType;
        }
    }

    /** Such as {@code block_actions}, {@code app_mention} or {@code /jenkins}. */
    public String name() {
        return switch (kind) {
            case COMMAND -> payload.get("command").getAsString();
            case INTERACTION -> payload.get("type").getAsString();
            case EVENT -> payload.getAsJsonObject("event").get("type").getAsString();
        };
    }

    String contentType() {
        return kind == Kind.EVENT ? "application/json" : "application/x-www-form-urlencoded";
    }

    String body() {
        return switch (kind) {
            case EVENT -> payload.toString();
            case INTERACTION -> "payload=" + encode(payload.toString());
            case COMMAND ->
                payload.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encode(text(field.getValue())))
                        .collect(Collectors.joining("&"));
        };
    }

    /** DOCUMENTED: whether the app may answer in the envelope's acknowledgement; INFERRED for interactions: those of views. */
    boolean acceptsResponse() {
        return kind == Kind.COMMAND
                || kind == Kind.INTERACTION && (name().equals("view_submission") || name().equals("block_suggestion"));
    }

    private static String text(JsonElement value) {
        return value.isJsonNull() ? "" : value.getAsString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
