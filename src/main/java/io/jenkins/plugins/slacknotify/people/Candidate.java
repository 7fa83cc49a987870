package io.jenkins.plugins.slacknotify.people;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.participants.Involvement;
import io.jenkins.plugins.slacknotify.event.participants.Person;
import io.jenkins.plugins.slacknotify.people.account.Account;
import io.jenkins.plugins.slacknotify.people.policy.Preferences;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A candidate for a notification: everything that a query says about one account or, where no account is found, about one
 * address.
 *
 * @param account null while none is found
 * @param persons the names of the candidate in the build, in its order; at least one
 * @param involvements those that the query addresses
 * @param named whether the query names them, however they are involved in the build
 * @param member the id of a member in Slack by which the query names them; null where it does not. Nothing else leads to their account
 */
record Candidate(
        @CheckForNull Account account,
        Set<Person> persons,
        Set<Involvement> involvements,
        boolean named,
        @CheckForNull String member) {

    Candidate {
        persons = Collections.unmodifiableSet(new LinkedHashSet<>(persons));
        involvements = Set.copyOf(involvements);
    }

    /** Returns the candidate of a participant of the build, without an account yet. */
    static Candidate involved(Person person, Set<Involvement> involvements) {
        return new Candidate(null, Set.of(person), involvements, false, null);
    }

    /**
     * Returns the candidate of a name in the query, without an account yet.
     *
     * @param name an address, or the id of an account; some security realms have addresses for ids, so an address may be both
     */
    static Candidate named(String name) {
        Person person = name.contains("@") ? new Person(null, name, name) : Person.ofAccount(name);
        return new Candidate(null, Set.of(person), Set.of(), true, null);
    }

    /** Returns the candidate of a member in Slack whom the query names, without an account yet. */
    static Candidate member(String slackId) {
        return new Candidate(null, Set.of(new Person(null, slackId, null)), Set.of(), true, slackId);
    }

    /** Merges candidates with equal keys, at the position of the first of them. */
    static Collection<Candidate> merged(Stream<Candidate> people, Function<Candidate, ?> key) {
        Map<Object, Candidate> merged = new LinkedHashMap<>();
        people.forEach(one -> merged.merge(key.apply(one), one, Candidate::merge));
        return merged.values();
    }

    Candidate withAccount(Account found) {
        return new Candidate(found, persons, involvements, named, member);
    }

    /** The identity by which candidates without an account are merged. A member has nothing in common with a person of that name. */
    List<Object> personKey() {
        return List.of(persons, member == null ? "" : member);
    }

    /** The identity by which candidates are merged: the account or, where there is none, the address, in any case. */
    List<String> key() {
        if (account != null) {
            return List.of("account", account.id());
        }
        return addresses()
                .findFirst()
                .map(address -> List.of("address", address))
                .orElseGet(() -> List.of("name", name()));
    }

    String name() {
        return account != null ? account.name() : persons.iterator().next().name();
    }

    /** The addresses in the build, in lower case, each once. */
    Stream<String> addresses() {
        return persons.stream()
                .map(Person::address)
                .filter(address -> address != null && !address.isBlank())
                .map(address -> address.strip().toLowerCase(Locale.ROOT))
                .distinct();
    }

    Preferences preferences() {
        return account == null ? Preferences.STANDARD : account.preferences();
    }

    Recipient toRecipient(String slackId) {
        return new Recipient(slackId, account == null ? null : account.id(), name(), involvements);
    }

    AssessedCandidate assessedAs(@CheckForNull ExclusionReason exclusionReason) {
        return new AssessedCandidate(name(), account == null ? null : account.id(), involvements, exclusionReason);
    }

    private Candidate merge(Candidate same) {
        return new Candidate(
                account,
                union(persons, same.persons),
                union(involvements, same.involvements),
                named || same.named,
                member == null ? same.member : member);
    }

    private static <T> Set<T> union(Set<T> some, Set<T> more) {
        Set<T> all = new LinkedHashSet<>(some);
        all.addAll(more);
        return all;
    }
}
