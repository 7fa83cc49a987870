package io.jenkins.plugins.slacknotify.slack;

import io.jenkins.plugins.slacknotify.slack.http.JsonResponse;
import java.util.Set;

/**
 * What a method answered when all went well.
 *
 * @param response the JSON object
 * @param scopes what the token may do, from the header {@code X-OAuth-Scopes}
 */
record ApiResult(JsonResponse response, Set<String> scopes) {
    ApiResult {
        scopes = Set.copyOf(scopes);
    }
}
