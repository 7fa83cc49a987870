package io.jenkins.plugins.slacknotify.inbound.parsing;

import com.google.gson.JsonElement;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.inbound.origin.Transport;
import io.jenkins.plugins.slacknotify.inbound.request.MessageReference;
import io.jenkins.plugins.slacknotify.inbound.request.UnknownRequest;
import io.jenkins.plugins.slacknotify.inbound.request.ViewReference;
import io.jenkins.plugins.slacknotify.slack.http.JsonResponse;
import io.jenkins.plugins.slacknotify.slack.http.PlainText;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The payload that is to be understood: the fields of a request, and how they came.
 *
 * @param json the whole of it
 * @param app the name of the configured app that has proven it; null where none has
 */
record Payload(JsonResponse json, @CheckForNull String app, Transport transport, Instant receivedAt) {
    private static final int MAX_TYPE = 80;

    /** Returns the first of several fields that is a text which is not empty. */
    static Optional<String> text(JsonResponse from, String... names) {
        return Stream.of(names)
                .map(from::text)
                .flatMap(Optional::stream)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /** Returns the first of several fields that is a text; null where none is. */
    @CheckForNull
    static String textOrNull(JsonResponse from, String... names) {
        return text(from, names).orElse(null);
    }

    /** Returns whether a field is true. In forms, it is a text. */
    static boolean flag(JsonResponse from, String name) {
        return from.flag(name)
                .or(() -> from.text(name).map(Boolean::parseBoolean))
                .orElse(false);
    }

    /** Returns whether a field is there at all, and is not null. */
    static boolean has(JsonResponse from, String name) {
        JsonElement element = from.json().get(name);
        return element != null && !element.isJsonNull();
    }

    /** Reads what a message is known by; empty where its timestamp is missing. */
    static Optional<MessageReference> message(JsonResponse from, String tsField) {
        boolean isBroadcast =
                text(from, "subtype").filter("thread_broadcast"::equals).isPresent();
        return text(from, tsField).map(ts -> new MessageReference(ts, textOrNull(from, "thread_ts"), isBroadcast));
    }

    /** Reads a modal or home tab; empty where there is none. */
    static Optional<ViewReference> view(JsonResponse from) {
        JsonResponse view = from.object("view");
        return text(view, "id")
                .map(id -> new ViewReference(
                        id,
                        text(view, "type").orElse("modal"),
                        text(view, "callback_id").orElse(""),
                        textOrNull(view, "hash"),
                        text(view, "private_metadata").orElse("")));
    }

    /** Makes the type of an {@link UnknownRequest}, of which Slack or somebody else has written a part. */
    static String typeName(String... parts) {
        String name = PlainText.of(String.join("/", parts));
        return name.substring(0, Math.min(name.length(), MAX_TYPE));
    }
}
