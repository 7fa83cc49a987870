package io.jenkins.plugins.slacknotify.people;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.participants.Involvement;
import java.util.Set;

/**
 * A candidate for a notification, with what is known about their eligibility without asking Slack.
 *
 * @param name the name of the account or, where none is found, as the build names them
 * @param account the id of the account; null for somebody who has none
 * @param involvements those that the query addresses; empty for somebody whom the query names
 * @param exclusionReason why the candidate would not be notified; null where they would be, if the workspace has a member of
 *     that address
 */
public record AssessedCandidate(
        String name,
        @CheckForNull String account,
        Set<Involvement> involvements,
        @CheckForNull ExclusionReason exclusionReason) {
    public AssessedCandidate {
        involvements = Set.copyOf(involvements);
    }
}
