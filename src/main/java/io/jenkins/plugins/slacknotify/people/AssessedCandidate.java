package io.jenkins.plugins.slacknotify.people;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.participants.Involvement;
import java.util.Set;

/**
 * Somebody whom an occasion is for, as far as that is known without asking Slack.
 *
 * @param name the name of the account or, where none is found, as the build has it
 * @param account the id of the account; null for somebody who has none
 * @param involvements those that the occasion is for; empty for somebody who is named
 * @param exclusionReason why nothing would be told; null where it would be, if the workspace has somebody of that address
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
