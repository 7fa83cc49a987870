package io.jenkins.plugins.slacknotify.trigger;

import hudson.model.User;
import io.jenkins.plugins.slacknotify.event.Involvement;
import io.jenkins.plugins.slacknotify.people.Addressees;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads whom a job wants to be told: groups of people, ids of accounts and e-mail addresses. */
final class AddresseeNames {
    private AddresseeNames() {}

    /**
     * A group goes before an account of the same name.
     *
     * @param isAccount whether there is an account of that id
     * @throws IllegalArgumentException where a name is none of the three; the message names the groups there are
     */
    static Addressees parse(List<String> names, Predicate<String> isAccount) {
        Set<Involvement> involvements = EnumSet.noneOf(Involvement.class);
        List<String> named = new ArrayList<>();
        for (String name : names) {
            Optional<Involvement> group = group(name);
            group.ifPresent(involvements::add);
            if (group.isEmpty()) {
                named.add(known(name, isAccount));
            }
        }
        return new Addressees(involvements, named);
    }

    /** Whether this Jenkins has an account; does not ask the security realm, which may take its time. */
    static boolean isAccount(String id) {
        return User.getById(id, false) != null;
    }

    private static Optional<Involvement> group(String name) {
        try {
            return Optional.of(Involvement.parse(name));
        } catch (IllegalArgumentException noGroup) {
            return Optional.empty();
        }
    }

    private static String known(String name, Predicate<String> isAccount) {
        if (name.contains("@") || isAccount.test(name)) {
            return name;
        }
        String groups = Arrays.stream(Involvement.values()).map(Involvement::id).collect(Collectors.joining(", "));
        throw new IllegalArgumentException(Messages.AddresseeNames_unknown(name, groups));
    }
}
