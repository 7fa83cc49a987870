package io.jenkins.plugins.slacknotify.inbound.parsing;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.inbound.origin.Transport;
import io.jenkins.plugins.slacknotify.inbound.request.InboundRequest;
import io.jenkins.plugins.slacknotify.inbound.request.UnknownRequest;
import io.jenkins.plugins.slacknotify.slack.http.JsonResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A reader of requests from Slack. What it does not know is an {@link UnknownRequest}; only what is neither JSON nor a form
 * throws. Safe for use by many threads.
 */
public final class RequestParser {
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9]{1,200}");

    private final InstantSource clock;

    @CheckForNull
    private final String app;

    /** Makes a reader of requests that no app has proven. */
    public RequestParser(InstantSource clock) {
        this(clock, null);
    }

    private RequestParser(InstantSource clock, @CheckForNull String app) {
        this.clock = clock;
        this.app = app;
    }

    /**
     * Returns a reader of requests that an app has proven, by its signature or its connection.
     *
     * @param newApp the name of the app
     */
    public RequestParser provenBy(String newApp) {
        return new RequestParser(clock, newApp);
    }

    /**
     * Reads the body of an HTTP request.
     *
     * @param contentType decides between JSON and a form; where it says neither, the first character does
     */
    public ParsedBody parseBody(@CheckForNull String contentType, byte[] body) throws UnreadableRequestException {
        String text = new String(body, StandardCharsets.UTF_8);
        return isForm(contentType, text) ? parseForm(FormBody.parse(text)) : parseJson(SafeJson.parse(text));
    }

    /**
     * Reads the payload of an envelope, as Socket Mode has it.
     *
     * @param type of the envelope
     */
    public InboundRequest parseEnvelope(String type, JsonResponse json) {
        Payload payload = payload(json, Transport.SOCKET);
        return switch (type) {
            case "events_api" -> EventParser.parse(payload);
            case "interactive" -> InteractionParser.parse(payload);
            case "slash_commands" -> CommandParser.parse(payload);
            default -> unknown(payload, "envelope", type);
        };
    }

    private static boolean isForm(@CheckForNull String contentType, String text) {
        String type = contentType == null ? "" : contentType.strip().toLowerCase(Locale.ROOT);
        if (type.startsWith("application/x-www-form-urlencoded")) {
            return true;
        }
        return !type.startsWith("application/json") && !text.stripLeading().startsWith("{");
    }

    private ParsedBody parseForm(JsonResponse form) throws UnreadableRequestException {
        Optional<String> interaction = form.text("payload");
        if (interaction.isPresent()) {
            return request(InteractionParser.parse(payload(SafeJson.parse(interaction.get()), Transport.HTTP)));
        }
        if (form.text("ssl_check").filter("1"::equals).isPresent()) {
            return new ParsedBody.CertificateCheck();
        }
        if (form.text("command").isPresent()) {
            return request(CommandParser.parse(payload(form, Transport.HTTP)));
        }
        throw new UnreadableRequestException("This is a form, and neither a command nor an interaction of Slack.");
    }

    private ParsedBody parseJson(JsonResponse json) throws UnreadableRequestException {
        String type = Payload.text(json, "type").orElse("");
        if (type.equals("url_verification")) {
            return challenge(json);
        }
        Payload payload = payload(json, Transport.HTTP);
        return request(type.equals("event_callback") ? EventParser.parse(payload) : unknown(payload, "json", type));
    }

    private static ParsedBody challenge(JsonResponse json) throws UnreadableRequestException {
        return new ParsedBody.Challenge(Payload.text(json, "challenge")
                .filter(challenge -> CHALLENGE.matcher(challenge).matches())
                .orElseThrow(() -> new UnreadableRequestException(
                        "The challenge of this url_verification is not made of letters and digits.")));
    }

    /** Makes a request of a kind that is not known. It has an origin, even where the event itself is missing. */
    private static InboundRequest unknown(Payload payload, String what, String type) {
        return new UnknownRequest(EventParser.parse(payload).origin(), Payload.typeName(what, type));
    }

    private static ParsedBody request(InboundRequest request) {
        return new ParsedBody.Request(request);
    }

    private Payload payload(JsonResponse json, Transport transport) {
        return new Payload(json, app, transport, clock.instant());
    }
}
