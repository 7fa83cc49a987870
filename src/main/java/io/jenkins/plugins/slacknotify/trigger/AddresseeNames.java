package io.jenkins.plugins.slacknotify.trigger;

import hudson.model.User;
import io.jenkins.plugins.slacknotify.config.rules.Names;
import io.jenkins.plugins.slacknotify.event.Addressees;
import io.jenkins.plugins.slacknotify.event.Involvement;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.routing.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Whom a job wants to be told: destinations, groups of people, ids of accounts and e-mail addresses.
 *
 * @param known whoever can be told in person
 * @param targets the destinations, and the channels that are written with a {@code #}
 * @param unknown the names that are none of these, as they were written
 * @param destinations the names of the destinations that there are
 */
record AddresseeNames(Addressees known, List<Target> targets, List<String> unknown, List<String> destinations) {
    AddresseeNames {
        targets = List.copyOf(targets);
        unknown = List.copyOf(unknown);
        destinations = List.copyOf(destinations);
    }

    /**
     * A group goes before a destination, and that before an account of the same name.
     *
     * @param known what names of destinations mean
     * @param isAccount whether there is an account of that id
     */
    static AddresseeNames parse(List<String> names, Names known, Predicate<String> isAccount) {
        Set<Involvement> involvements = EnumSet.noneOf(Involvement.class);
        List<Target> targets = new ArrayList<>();
        List<String> named = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String name : names) {
            Optional<Involvement> group = Involvement.find(name).findAny();
            Optional<Target> target = group.isPresent() ? Optional.empty() : target(name, known);
            group.ifPresent(involvements::add);
            target.ifPresent(targets::add);
            if (group.isEmpty() && target.isEmpty()) {
                (isKnown(name, isAccount) ? named : unknown).add(name);
            }
        }
        return new AddresseeNames(new Addressees(involvements, named), targets, unknown, known.destinations());
    }

    /** An account may be called like the id of a channel, so a channel without a destination needs its {@code #}. */
    private static Optional<Target> target(String name, Names known) {
        return name.startsWith("#") ? known.target(name) : known.destination(name);
    }

    /** The destinations that take nothing of that severity. */
    List<Target> quietAt(Severity severity) {
        return targets.stream().filter(target -> !target.takes(severity)).toList();
    }

    /** What is wrong with the names, and which groups and destinations there are; empty where nothing is. */
    Optional<String> problem() {
        String groups = Arrays.stream(Involvement.values()).map(Involvement::id).collect(Collectors.joining(", "));
        return unknown.stream()
                .map(name -> Messages.AddresseeNames_unknown(name, groups, knownDestinations()))
                .reduce((one, other) -> one + " " + other);
    }

    private String knownDestinations() {
        return destinations.isEmpty()
                ? Messages.AddresseeNames_noDestinations()
                : Messages.AddresseeNames_destinations(String.join(", ", destinations));
    }

    /** Whether this Jenkins has an account; does not ask the security realm, which may take its time. */
    static boolean isAccount(String id) {
        return User.getById(id, false) != null;
    }

    private static boolean isKnown(String name, Predicate<String> isAccount) {
        return name.contains("@") || isAccount.test(name);
    }
}
