package io.jenkins.plugins.slacknotify.sandbox;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.sandbox.method.ApiRequest;
import io.jenkins.plugins.slacknotify.sandbox.method.Arguments;
import io.jenkins.plugins.slacknotify.sandbox.method.SlackRefusal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import mockwebserver3.RecordedRequest;

/** Reads a Web API call from an HTTP request: query, form or JSON, token in the header or in the form. */
final class RequestReader {
    private static final String TOKEN = "token";
    private static final String BEARER = "Bearer ";

    private RequestReader() {}

    /** @throws SlackRefusal where the body is not what its type says */
    static ApiRequest read(String method, RecordedRequest request) {
        String body = request.getBody() == null ? "" : request.getBody().utf8();
        String type = contentType(request);
        boolean json = type.equals("application/json");
        var values = query(request);
        // A token in the query does not count. INFERRED: Slack ended it for new apps.
        values.remove(TOKEN);
        String token = null;
        if (json) {
            values.putAll(Arguments.of(object(body)).values());
            values.remove(TOKEN);
        } else if (isForm(type)) {
            values.putAll(form(body));
            token = values.remove(TOKEN);
        } else if (!body.isEmpty()) {
            throw new SlackRefusal("invalid_post_type");
        }
        values.putAll(basic(request));
        String fromHeader = bearer(request);
        return new ApiRequest(method, fromHeader == null ? token : fromHeader, new Arguments(values), json);
    }

    private static String contentType(RecordedRequest request) {
        String type = request.getHeaders().get("Content-Type");
        return type == null ? "" : type.split(";")[0].trim().toLowerCase(Locale.ROOT);
    }

    private static boolean isForm(String type) {
        return type.equals("application/x-www-form-urlencoded");
    }

    private static Map<String, String> query(RecordedRequest request) {
        String query = request.getUrl().encodedQuery();
        return form(query == null ? "" : query);
    }

    private static Map<String, String> form(String encoded) {
        var values = new LinkedHashMap<String, String>();
        for (String pair : encoded.isEmpty() ? new String[0] : encoded.split("&")) {
            int equals = pair.indexOf('=');
            values.put(
                    decode(equals < 0 ? pair : pair.substring(0, equals)),
                    equals < 0 ? "" : decode(pair.substring(equals + 1)));
        }
        return values;
    }

    private static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new SlackRefusal("invalid_form_data");
        }
    }

    private static JsonObject object(String body) {
        try {
            return body.isEmpty()
                    ? new JsonObject()
                    : JsonParser.parseString(body).getAsJsonObject();
        } catch (JsonParseException | IllegalStateException e) {
            throw new SlackRefusal("invalid_json");
        }
    }

    /** DOCUMENTED for oauth.v2.access: id and secret of a client by HTTP Basic. */
    private static Map<String, String> basic(RecordedRequest request) {
        String header = request.getHeaders().get("Authorization");
        if (header == null || !header.startsWith("Basic ")) {
            return Map.of();
        }
        String[] parts = new String(
                        Base64.getDecoder().decode(header.substring(6).trim()), StandardCharsets.UTF_8)
                .split(":", 2);
        return parts.length == 2 ? Map.of("client_id", parts[0], "client_secret", parts[1]) : Map.of();
    }

    private static String bearer(RecordedRequest request) {
        String header = request.getHeaders().get("Authorization");
        return header != null && header.startsWith(BEARER)
                ? header.substring(BEARER.length()).trim()
                : null;
    }
}
