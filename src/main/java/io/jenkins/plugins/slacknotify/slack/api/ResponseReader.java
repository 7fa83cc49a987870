package io.jenkins.plugins.slacknotify.slack.api;

import io.jenkins.plugins.slacknotify.slack.http.JsonResponse;
import io.jenkins.plugins.slacknotify.slack.http.PlainText;
import io.jenkins.plugins.slacknotify.slack.http.RetryAfter;
import io.jenkins.plugins.slacknotify.slack.refusal.Refusals;
import io.jenkins.plugins.slacknotify.slack.refusal.SlackError;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** Reads the response to a call, which may come from Slack or from something in between. */
record ResponseReader(URI apiUrl, ApiSecret token, ApiCall call) {
    private static final int REQUEST_TIMEOUT = 408;
    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int INTERNAL_SERVER_ERROR = 500;

    /** Of a gateway that has lost the server behind it, or has given up waiting for it: that one may go on. */
    private static final Set<Integer> GIVEN_UP = Set.of(502, 504);

    /**
     * Reads the response to a call.
     *
     * @throws IOException if the answer is cut off, or does not come in time
     */
    SlackResult<ApiResponse> read(Response response) throws IOException {
        int status = response.code();
        if (status == PROXY_AUTHENTICATION_REQUIRED) {
            return new SlackResult.Unreachable<>(
                    "The proxy wants a user name and password, or others than it was given.");
        }
        if (status == TOO_MANY_REQUESTS) {
            return rateLimited(response);
        }
        if (status >= INTERNAL_SERVER_ERROR || status == REQUEST_TIMEOUT) {
            return unknown(
                    "answered HTTP " + status + ", which tells nothing about the request", GIVEN_UP.contains(status));
        }
        return response.isSuccessful() ? readAnswer(response) : readRefusal(response);
    }

    private SlackResult<ApiResponse> readAnswer(Response response) throws IOException {
        Optional<String> text = readBody(response);
        if (text.isEmpty() && call.isListing()) {
            return new SlackResult.Refused<>(Refusals.ofOwn(Refusals.ANSWER_TOO_LONG, call.channel()));
        }
        if (text.isEmpty()) {
            return unknown("took the request, but its answer is longer than " + call.answerLimit() + " bytes");
        }
        return JsonResponse.parse(text.get())
                .map(json -> judge(json, response))
                .orElseGet(() -> unknown("took the request, but its answer is none of Slack's ("
                        + (text.get().isBlank() ? "it is empty" : "no JSON, or cut off") + ")"));
    }

    private SlackResult<ApiResponse> judge(JsonResponse json, Response response) {
        if (json.ok()) {
            return new SlackResult.Success<>(new ApiResponse(json, scopes(response)));
        }
        String error = PlainText.of(json.text("error").orElse("no_error_code"));
        if (SlackError.isRateLimit(error)) {
            return rateLimited(response);
        }
        if (SlackError.leavesUndecided(error)) {
            return unknown("answered \"" + error + "\": it has trouble of its own");
        }
        return new SlackResult.Refused<>(Refusals.of(error, json, call.channel(), call.scopes()));
    }

    /**
     * Reads a response whose HTTP status is an error. Slack uses 200 for its errors; but if the body is one of Slack,
     * its own error counts.
     */
    private SlackResult<ApiResponse> readRefusal(Response response) throws IOException {
        Predicate<JsonResponse> isSlacks =
                json -> !json.ok() && json.text("error").isPresent();
        return readBody(response)
                .flatMap(JsonResponse::parse)
                .filter(isSlacks)
                .map(json -> judge(json, response))
                .orElseGet(() -> new SlackResult.Refused<>(Refusals.ofStatus(response.code(), host())));
    }

    /** Reads the body; empty if it is longer than allowed. A token that a server echoes goes no further than here. */
    private Optional<String> readBody(Response response) throws IOException {
        try (ResponseBody body = response.peekBody(call.answerLimit() + 1)) {
            return body.contentLength() > call.answerLimit()
                    ? Optional.empty()
                    : Optional.of(token.redact(body.string()));
        }
    }

    private static Set<String> scopes(Response response) {
        return response.headers("X-OAuth-Scopes").stream()
                .flatMap(list -> Stream.of(list.split(",")))
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .collect(Collectors.toSet());
    }

    private static SlackResult<ApiResponse> rateLimited(Response response) {
        return new SlackResult.RateLimited<>(RetryAfter.parse(response.header("Retry-After")));
    }

    private SlackResult<ApiResponse> unknown(String what) {
        return unknown(what, false);
    }

    private SlackResult<ApiResponse> unknown(String what, boolean mayGoOn) {
        return new SlackResult.Unknown<>(
                "Slack (" + host() + ") " + what + ". What was asked may have been done all the same.", true, mayGoOn);
    }

    private String host() {
        return apiUrl.getRawAuthority();
    }
}
