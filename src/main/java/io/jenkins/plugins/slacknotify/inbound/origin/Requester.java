package io.jenkins.plugins.slacknotify.inbound.origin;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * The member of Slack who asks. Slack vouches for the ids; who that is in Jenkins, nobody knows here.
 *
 * @param userId the member ({@code U…} or {@code W…}); null where no person asks, as when an app is uninstalled
 * @param teamId the member's own workspace; null where the request does not say
 */
public record Requester(
        @CheckForNull String userId, @CheckForNull String teamId) {
    /** The requester of what no person asks for. */
    public static final Requester NOBODY = new Requester(null, null);
}
