package io.jenkins.plugins.slacknotify.people;

import io.jenkins.plugins.slacknotify.event.Involvement;
import java.util.List;
import java.util.Set;

/**
 * The people that a job or the administrator wants to be told.
 *
 * @param involvements everybody who is involved in the build in one of these ways
 * @param named ids of accounts and e-mail addresses
 */
public record Addressees(Set<Involvement> involvements, List<String> named) {
    public static final Addressees NOBODY = new Addressees(Set.of(), List.of());

    public Addressees {
        involvements = Set.copyOf(involvements);
        named = List.copyOf(named);
    }

    public boolean isEmpty() {
        return involvements.isEmpty() && named.isEmpty();
    }
}
