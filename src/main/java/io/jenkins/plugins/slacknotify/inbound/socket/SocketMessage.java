package io.jenkins.plugins.slacknotify.inbound.socket;

import io.jenkins.plugins.slacknotify.inbound.parsing.SafeJson;
import io.jenkins.plugins.slacknotify.inbound.parsing.UnreadableRequestException;
import io.jenkins.plugins.slacknotify.slack.http.JsonResponse;
import java.time.Duration;

/** A message of Slack on a WebSocket of <a href="https://docs.slack.dev/apis/events-api/using-socket-mode">Socket Mode</a>. */
sealed interface SocketMessage {
    /**
     * The session has begun.
     *
     * @param connections how many the app has, this one included; 0 where it is not said
     * @param lifetime how long it will live, by and large; zero where it is not said
     */
    record Hello(int connections, Duration lifetime) implements SocketMessage {}

    /**
     * Slack ends the session, now or soon.
     *
     * @param reason such as {@code warning}, {@code refresh_requested}, {@code link_disabled}; empty where it is not said
     */
    record Disconnect(String reason) implements SocketMessage {}

    /**
     * A request, to be acknowledged within three seconds.
     *
     * @param id for the acknowledgement
     * @param takesPayload whether the acknowledgement may say something
     */
    record Envelope(String id, String type, JsonResponse payload, boolean takesPayload) implements SocketMessage {}

    /** A message of another type. It needs no answer. */
    record Other() implements SocketMessage {}

    /** Reads a message. What is missing in it, or is of another form, counts as not there. */
    static SocketMessage parse(String text) throws UnreadableRequestException {
        JsonResponse json = SafeJson.parse(text);
        String type = json.text("type").orElse("");
        return switch (type) {
            case "hello" ->
                new Hello(
                        number(json, "num_connections"),
                        Duration.ofSeconds(number(json.object("debug_info"), "approximate_connection_time")));
            case "disconnect" -> new Disconnect(json.text("reason").orElse(""));
            default ->
                json.text("envelope_id")
                        .<SocketMessage>map(id -> new Envelope(
                                id,
                                type,
                                json.object("payload"),
                                json.flag("accepts_response_payload").orElse(false)))
                        .orElseGet(Other::new);
        };
    }

    private static int number(JsonResponse json, String name) {
        var element = json.json().get(name);
        try {
            return element != null && element.isJsonPrimitive() ? Math.max(0, element.getAsInt()) : 0;
        } catch (NumberFormatException notNumber) {
            return 0;
        }
    }
}
