package io.jenkins.plugins.slacknotify.slack;

import io.jenkins.plugins.slacknotify.slack.http.JsonResponse;
import java.util.Set;

/**
 * The answer of a Web API method that says {@code "ok": true}.
 *
 * @param json the JSON object
 * @param scopes what the token may do, from the header {@code X-OAuth-Scopes}
 */
record ApiResponse(JsonResponse json, Set<String> scopes) {
    ApiResponse {
        scopes = Set.copyOf(scopes);
    }
}
