package io.jenkins.plugins.slacknotify.inbound.http;

import java.util.Map;

/**
 * The reply to an {@link HttpRequest}.
 *
 * @param contentType with its character set, which is UTF-8
 * @param body may be empty
 * @param headers further headers
 */
public record HttpReply(int status, String contentType, String body, Map<String, String> headers) {
    private static final String TEXT = "text/plain;charset=utf-8";
    private static final String JSON = "application/json;charset=utf-8";

    static final String SWITCHED_OFF = "This Jenkins accepts no requests from Slack: they are switched off.";

    public HttpReply {
        headers = Map.copyOf(headers);
    }

    /** Makes the reply of a Jenkins whose way in is switched off. */
    public static HttpReply switchedOff() {
        return text(404, SWITCHED_OFF);
    }

    static HttpReply text(int status, String sentence) {
        return new HttpReply(status, TEXT, sentence, Map.of());
    }

    static HttpReply json(String json) {
        return new HttpReply(200, JSON, json, Map.of());
    }

    HttpReply with(String header, String value) {
        return new HttpReply(status, contentType, body, Map.of(header, value));
    }
}
