package io.jenkins.plugins.slacknotify.sandbox;

import com.google.gson.JsonElement;
import mockwebserver3.MockResponse;

/** The plain HTTP answers. */
final class Answers {
    private Answers() {}

    static MockResponse json(int status, JsonElement body) {
        return of(status, "application/json; charset=utf-8", body.toString());
    }

    static MockResponse html(int status, String body) {
        return of(status, "text/html; charset=utf-8", body);
    }

    static MockResponse of(int status, String contentType, String body) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", contentType)
                .body(body)
                .build();
    }
}
