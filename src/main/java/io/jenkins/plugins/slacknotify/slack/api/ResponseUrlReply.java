package io.jenkins.plugins.slacknotify.slack.api;

import com.google.gson.JsonObject;
import io.jenkins.plugins.slacknotify.slack.http.JsonResponse;
import io.jenkins.plugins.slacknotify.slack.http.PlainText;
import io.jenkins.plugins.slacknotify.slack.http.RetryAfter;
import io.jenkins.plugins.slacknotify.slack.refusal.Refusals;
import java.io.IOException;
import java.util.Optional;
import okhttp3.Response;

/** Reads what Slack says to an answer that was posted to a {@link ResponseUrl}: {@code ok}, or why not. */
final class ResponseUrlReply {
    private static final int NOT_FOUND = 404;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int INTERNAL_SERVER_ERROR = 500;
    private static final long MAX_LENGTH = 4_096;

    private ResponseUrlReply() {}

    static SlackResult<ResponseUrl> read(Response response, ResponseUrl address) throws IOException {
        int status = response.code();
        if (status == PROXY_AUTHENTICATION_REQUIRED) {
            return new SlackResult.Unreachable<>(
                    "The proxy wants a user name and password, or others than it was given.");
        }
        if (status == TOO_MANY_REQUESTS) {
            return new SlackResult.RateLimited<>(RetryAfter.parse(response.header("Retry-After")));
        }
        if (status >= INTERNAL_SERVER_ERROR || status == REQUEST_TIMEOUT) {
            return new SlackResult.Unknown<>(
                    "Slack answered HTTP " + status + ", which tells nothing about the answer");
        }
        String text = address.redact(response.peekBody(MAX_LENGTH).string());
        Optional<JsonResponse> json = JsonResponse.parse(text);
        boolean ok = response.isSuccessful() && json.map(JsonResponse::ok).orElse(true);
        return ok ? new SlackResult.Success<>(address) : refused(response, json, text);
    }

    private static SlackResult<ResponseUrl> refused(Response response, Optional<JsonResponse> json, String text) {
        String host = response.request().url().uri().getRawAuthority();
        Optional<String> error = json.flatMap(it -> it.text("error"))
                .or(() -> Optional.of(text.strip()).filter(it -> it.matches("[a-z_]{3,60}")))
                .or(() -> response.code() == NOT_FOUND ? Optional.of("expired_url") : Optional.empty());
        return new SlackResult.Refused<>(
                error.map(it -> Refusals.of(PlainText.of(it), json.orElse(new JsonResponse(new JsonObject())), null))
                        .orElseGet(() -> Refusals.ofStatus(response.code(), host)));
    }
}
