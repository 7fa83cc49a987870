package io.jenkins.plugins.slacknotify.trigger.option;

import hudson.model.User;
import io.jenkins.plugins.slacknotify.config.form.ChannelName;
import io.jenkins.plugins.slacknotify.config.rules.NameResolver;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.participants.Addressees;
import io.jenkins.plugins.slacknotify.event.participants.Involvement;
import io.jenkins.plugins.slacknotify.message.text.Mention;
import io.jenkins.plugins.slacknotify.routing.DestinationProfile;
import io.jenkins.plugins.slacknotify.slack.id.SlackId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The addressees that a job has named: destinations, groups of people, ids of accounts and of members in Slack, and e-mail addresses.
 *
 * @param known the people who can be notified directly
 * @param targets the destinations, and the channels that are written with a {@code #}
 * @param unknown the names that are none of these, as they were written
 * @param destinations the names of the destinations that may be listed
 */
public record AddresseeOption(
        Addressees known, List<DestinationProfile> targets, List<String> unknown, List<String> destinations) {
    public AddresseeOption {
        targets = List.copyOf(targets);
        unknown = List.copyOf(unknown);
        destinations = List.copyOf(destinations);
    }

    /**
     * Parses the names of addressees. A group goes before a destination, a destination before an account of the same name, and an account
     * before a member. People may stand there as Slack writes them, such as {@code <@U0123ABCD>} and {@code @ada}.
     *
     * @param resolver finds destinations by their names
     * @param isAccount whether there is an account of that id
     */
    public static AddresseeOption parse(List<String> names, NameResolver resolver, Predicate<String> isAccount) {
        Set<Involvement> involvements = EnumSet.noneOf(Involvement.class);
        List<DestinationProfile> targets = new ArrayList<>();
        List<String> named = new ArrayList<>();
        List<String> members = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String name : names) {
            Optional<Involvement> group = Involvement.find(name).findAny();
            Optional<DestinationProfile> target = group.isPresent() ? Optional.empty() : target(name, resolver);
            group.ifPresent(involvements::add);
            target.ifPresent(targets::add);
            if (group.isPresent() || target.isPresent()) {
                continue;
            }
            String person = isAccount.test(name) ? name : Mention.plainName(name);
            if (isKnown(person, isAccount)) {
                named.add(person);
            } else {
                (SlackId.MEMBER.matches(person) ? members : unknown).add(person);
            }
        }
        return new AddresseeOption(
                new Addressees(involvements, named, members), targets, unknown, resolver.destinationNames());
    }

    /**
     * Finds a destination. An account may be called like the id of a channel, so a channel without a destination needs
     * its {@code #}.
     */
    private static Optional<DestinationProfile> target(String name, NameResolver resolver) {
        if (!name.startsWith("#")) {
            return resolver.destination(name);
        }
        return ChannelName.isValid(name) ? resolver.target(name) : Optional.empty();
    }

    /** Returns the destinations that take no message of that severity. */
    public List<DestinationProfile> ignoringSeverity(Severity severity) {
        return targets.stream().filter(target -> !target.accepts(severity)).toList();
    }

    /** Returns what is wrong with the names, and which groups and listed destinations exist; empty where nothing is wrong. */
    public Optional<String> validationError() {
        return unknown.stream()
                .map(name -> isMention(name)
                        ? Messages.AddresseeOption_mention(name)
                        : Messages.AddresseeOption_unknown(name, Involvement.listed(), knownDestinations()))
                .reduce((one, other) -> one + " " + other);
    }

    /** Whether a name is one that notifies somebody in a channel, and nobody in person. */
    private static boolean isMention(String name) {
        return Mention.ofEverybody(name).isPresent() || SlackId.USER_GROUP.matches(name);
    }

    private String knownDestinations() {
        return destinations.isEmpty() ? "" : Messages.AddresseeOption_destinations(String.join(", ", destinations));
    }

    /** Whether this Jenkins has an account. Does not ask the security realm, which may be slow. */
    public static boolean isAccount(String id) {
        return User.getById(id, false) != null;
    }

    private static boolean isKnown(String name, Predicate<String> isAccount) {
        return name.indexOf('@') > 0 || isAccount.test(name);
    }
}
