package io.jenkins.plugins.slacknotify.acceptance.harness;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpHeaders;

/** The answer of Jenkins. */
public record HttpPage(String request, int status, HttpHeaders headers, String body) {
    private static final int EXCERPT = 2_000;

    /** @throws AssertionError with the beginning of the body, where the status is another one */
    public HttpPage requireStatus(int wanted) {
        if (status != wanted) {
            throw new AssertionError(request + " was answered " + status + " instead of " + wanted + ":\n"
                    + body.substring(0, Math.min(EXCERPT, body.length())));
        }
        return this;
    }

    public JsonObject json() {
        return JsonParser.parseString(body).getAsJsonObject();
    }
}
