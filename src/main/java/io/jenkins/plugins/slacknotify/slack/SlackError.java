package io.jenkins.plugins.slacknotify.slack;

import java.util.Set;

/** What Slack's error codes say about the fate of a request. What to do about them is in {@link Remedies}. */
final class SlackError {

    /** Called too often. In an answer with HTTP status 200, too. */
    private static final Set<String> RATE_LIMITED = Set.of("ratelimited", "rate_limited");

    /** Slack failed on its side; its documentation does not say that nothing was done. */
    private static final Set<String> UNDECIDED =
            Set.of("fatal_error", "internal_error", "request_timeout", "service_unavailable");

    private static final Set<String> PASSES_BY_ITSELF =
            Set.of("team_added_to_org", "message_limit_exceeded", "external_channel_migrating");

    private SlackError() {}

    static boolean isRateLimit(String error) {
        return RATE_LIMITED.contains(error);
    }

    static boolean leavesUndecided(String error) {
        return UNDECIDED.contains(error);
    }

    static boolean passesByItself(String error) {
        return PASSES_BY_ITSELF.contains(error);
    }
}
