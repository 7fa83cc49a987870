package io.jenkins.plugins.slacknotify.slack;

import java.util.Set;

/**
 * What a method answered when all went well.
 *
 * @param reply the JSON object
 * @param scopes what the token may do, from the header {@code X-OAuth-Scopes}
 */
record ApiResult(Reply reply, Set<String> scopes) {
    ApiResult {
        scopes = Set.copyOf(scopes);
    }
}
