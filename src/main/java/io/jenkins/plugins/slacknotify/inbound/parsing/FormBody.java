package io.jenkins.plugins.slacknotify.inbound.parsing;

import com.google.gson.JsonObject;
import io.jenkins.plugins.slacknotify.slack.http.JsonResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Reads a body of {@code application/x-www-form-urlencoded}. */
final class FormBody {
    /** How many fields a form may have. Slack sends about 15. */
    private static final int MAX_FIELDS = 200;

    private FormBody() {}

    /** Reads all fields, in UTF-8. Of two fields of one name, the first counts. */
    static JsonResponse parse(String body) throws UnreadableRequestException {
        JsonObject fields = new JsonObject();
        String[] pairs = body.split("&", MAX_FIELDS + 1);
        if (pairs.length > MAX_FIELDS) {
            throw new UnreadableRequestException("The form has more than " + MAX_FIELDS + " fields.");
        }
        try {
            for (String pair : pairs) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                if (!fields.has(name)) {
                    fields.addProperty(name, equals < 0 ? "" : decode(pair.substring(equals + 1)));
                }
            }
        } catch (IllegalArgumentException e) {
            throw new UnreadableRequestException("The form is not percent-encoded as a form has to be.");
        }
        return new JsonResponse(fields);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
