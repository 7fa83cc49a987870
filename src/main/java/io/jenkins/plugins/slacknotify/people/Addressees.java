package io.jenkins.plugins.slacknotify.people;

import io.jenkins.plugins.slacknotify.event.Involvement;
import io.jenkins.plugins.slacknotify.event.Participant;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * The people that a job or the administrator wants to be told.
 *
 * @param involvements everybody who is involved in the build in one of these ways
 * @param named ids of accounts and e-mail addresses
 */
public record Addressees(Set<Involvement> involvements, List<String> named) {
    /** Nobody in person. */
    public static final Addressees NOBODY = new Addressees(Set.of(), List.of());

    public Addressees {
        involvements = Set.copyOf(involvements);
        named = List.copyOf(named);
    }

    public boolean isEmpty() {
        return involvements.isEmpty() && named.isEmpty();
    }

    /** How many people that is at most; who has several names is not found out here. */
    public int mostAmong(List<Participant> participants) {
        long involved = participants.stream()
                .filter(it -> !Collections.disjoint(it.involvements(), involvements))
                .count();
        return Math.toIntExact(involved + named.size());
    }
}
