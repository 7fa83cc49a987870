package io.jenkins.plugins.slacknotify.slack.api;

import io.jenkins.plugins.slacknotify.slack.http.JsonResponse;
import java.util.Optional;
import java.util.Set;

/**
 * The answer of a Web API method that says {@code "ok": true}.
 *
 * @param json the JSON object
 * @param scopes what the token may do, from the header {@code X-OAuth-Scopes}
 */
public record ApiResponse(JsonResponse json, Set<String> scopes) {
    public ApiResponse {
        scopes = Set.copyOf(scopes);
    }

    /**
     * Returns a success of what was found in an answer; {@link SlackResult.Unknown} where it was not.
     *
     * @param gap what the answer lacks then, in words that go on a sentence
     */
    public static <T> SlackResult<T> successOr(Optional<T> value, String gap) {
        return value.<SlackResult<T>>map(SlackResult.Success::new)
                .orElseGet(
                        () -> new SlackResult.Unknown<>("Slack said that all went well, but told " + gap + ".", true));
    }
}
