package io.jenkins.plugins.slacknotify.people;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.participants.Involvement;
import java.util.EnumSet;
import java.util.Set;

/**
 * A member of a Slack workspace who is notified in person.
 *
 * @param slackId the member id in Slack
 * @param account the id of the Jenkins account whose permissions allow it; null for an address of a domain that needs none
 * @param name the name for people
 * @param involvements the reason; empty for somebody whom the job names
 */
public record Recipient(String slackId, @CheckForNull String account, String name, Set<Involvement> involvements) {
    public Recipient {
        involvements = Set.copyOf(involvements);
    }

    boolean isSameMember(Recipient other) {
        return slackId.equals(other.slackId);
    }

    Recipient alsoFor(Set<Involvement> more) {
        Set<Involvement> all = EnumSet.noneOf(Involvement.class);
        all.addAll(involvements);
        all.addAll(more);
        return new Recipient(slackId, account, name, all);
    }
}
