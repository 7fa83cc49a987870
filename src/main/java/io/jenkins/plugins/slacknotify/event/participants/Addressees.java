package io.jenkins.plugins.slacknotify.event.participants;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The people whom a job or the administrator wants to be notified in person.
 *
 * @param involvements everybody who is involved in the build in one of these ways
 * @param named ids of accounts and e-mail addresses
 */
public record Addressees(Set<Involvement> involvements, List<String> named) {
    /** No addressees: nobody is notified in person. */
    public static final Addressees NOBODY = new Addressees(Set.of(), List.of());

    public Addressees {
        involvements = Set.copyOf(involvements);
        named = List.copyOf(named);
    }

    /** Returns these addressees and the others. */
    public Addressees plus(Addressees others) {
        if (others.isEmpty()) {
            return this;
        }
        Set<Involvement> all = new HashSet<>(involvements);
        all.addAll(others.involvements);
        return new Addressees(
                all,
                Stream.concat(named.stream(), others.named.stream()).distinct().toList());
    }

    public boolean isEmpty() {
        return involvements.isEmpty() && named.isEmpty();
    }

    /** The greatest number of people that this can be. It counts somebody with several names several times. */
    public int maximumCount(List<Participant> participants) {
        long involved = participants.stream()
                .filter(it -> !Collections.disjoint(it.involvements(), involvements))
                .count();
        return Math.toIntExact(involved + named.size());
    }
}
