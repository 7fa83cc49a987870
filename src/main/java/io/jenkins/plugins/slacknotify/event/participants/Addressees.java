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
 * @param members ids of members in Slack, who are notified only by way of the account that has proven to be theirs
 */
public record Addressees(Set<Involvement> involvements, List<String> named, List<String> members) {
    /** No addressees: nobody is notified in person. */
    public static final Addressees NOBODY = new Addressees(Set.of(), List.of());

    public Addressees {
        involvements = Set.copyOf(involvements);
        named = List.copyOf(named);
        members = List.copyOf(members);
    }

    /** Creates addressees none of whom is named by the id of a member. */
    public Addressees(Set<Involvement> involvements, List<String> named) {
        this(involvements, named, List.of());
    }

    public static Addressees ofMembers(List<String> members) {
        return members.isEmpty() ? NOBODY : new Addressees(Set.of(), List.of(), members);
    }

    public Addressees plus(Addressees others) {
        if (others.isEmpty()) {
            return this;
        }
        Set<Involvement> all = new HashSet<>(involvements);
        all.addAll(others.involvements);
        return new Addressees(all, union(named, others.named), union(members, others.members));
    }

    private static List<String> union(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }

    public boolean isEmpty() {
        return involvements.isEmpty() && named.isEmpty() && members.isEmpty();
    }

    /** The greatest number of people that this can be. It counts somebody with several names several times. */
    public int maximumCount(List<Participant> participants) {
        long involved = participants.stream()
                .filter(it -> !Collections.disjoint(it.involvements(), involvements))
                .count();
        return Math.toIntExact(involved + named.size() + members.size());
    }
}
