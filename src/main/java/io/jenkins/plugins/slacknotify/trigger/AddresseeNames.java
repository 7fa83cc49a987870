package io.jenkins.plugins.slacknotify.trigger;

import hudson.model.User;
import io.jenkins.plugins.slacknotify.event.Addressees;
import io.jenkins.plugins.slacknotify.event.Involvement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Whom a job wants to be told: groups of people, ids of accounts and e-mail addresses.
 *
 * @param known whoever can be told
 * @param unknown the names that are none of the three, as they were written
 */
record AddresseeNames(Addressees known, List<String> unknown) {
    AddresseeNames {
        unknown = List.copyOf(unknown);
    }

    /**
     * A group goes before an account of the same name.
     *
     * @param isAccount whether there is an account of that id
     */
    static AddresseeNames parse(List<String> names, Predicate<String> isAccount) {
        Set<Involvement> involvements = EnumSet.noneOf(Involvement.class);
        List<String> named = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String name : names) {
            Optional<Involvement> group = Involvement.find(name).findAny();
            group.ifPresent(involvements::add);
            if (group.isEmpty()) {
                (isKnown(name, isAccount) ? named : unknown).add(name);
            }
        }
        return new AddresseeNames(new Addressees(involvements, named), unknown);
    }

    /** What is wrong with the names, and which groups there are; empty where nothing is. */
    Optional<String> problem() {
        String groups = Arrays.stream(Involvement.values()).map(Involvement::id).collect(Collectors.joining(", "));
        return unknown.stream()
                .map(name -> Messages.AddresseeNames_unknown(name, groups))
                .reduce((one, other) -> one + " " + other);
    }

    /** Whether this Jenkins has an account; does not ask the security realm, which may take its time. */
    static boolean isAccount(String id) {
        return User.getById(id, false) != null;
    }

    private static boolean isKnown(String name, Predicate<String> isAccount) {
        return name.contains("@") || isAccount.test(name);
    }
}
