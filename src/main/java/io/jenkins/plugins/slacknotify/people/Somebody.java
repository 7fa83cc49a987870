package io.jenkins.plugins.slacknotify.people;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.Involvement;
import io.jenkins.plugins.slacknotify.event.Person;
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
 * Everything that an occasion has to do with one account or, where nobody has an account, with one address.
 *
 * @param account null as long as none is found
 * @param persons as the build names them, in its order; one at least
 * @param involvements those that the occasion is for
 * @param named whether the occasion names them, whatever they have to do with the build
 */
record Somebody(@CheckForNull Account account, Set<Person> persons, Set<Involvement> involvements, boolean named) {

    Somebody {
        persons = Collections.unmodifiableSet(new LinkedHashSet<>(persons));
        involvements = Set.copyOf(involvements);
    }

    static Somebody involved(Person person, Set<Involvement> involvements) {
        return new Somebody(null, Set.of(person), involvements, false);
    }

    /** @param name an address, or the id of an account; some security realms have addresses for ids, so an address may be both */
    static Somebody named(String name) {
        Person person = name.contains("@") ? new Person(null, name, name) : Person.ofAccount(name);
        return new Somebody(null, Set.of(person), Set.of(), true);
    }

    /** Those who have the same key made one, at the place of the first of them. */
    static Collection<Somebody> merged(Stream<Somebody> people, Function<Somebody, ?> key) {
        Map<Object, Somebody> merged = new LinkedHashMap<>();
        people.forEach(one -> merged.merge(key.apply(one), one, Somebody::and));
        return merged.values();
    }

    Somebody withAccount(Account found) {
        return new Somebody(found, persons, involvements, named);
    }

    /** The same for all that is about one account or, where there is none, one address in whatever case. */
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

    /** In lower case, each once. */
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

    Recipient as(String slackId) {
        return new Recipient(slackId, account == null ? null : account.id(), name(), involvements);
    }

    Prospect prospect(@CheckForNull LeftOut leftOut) {
        return new Prospect(name(), account == null ? null : account.id(), involvements, leftOut);
    }

    private Somebody and(Somebody same) {
        return new Somebody(
                account, union(persons, same.persons), union(involvements, same.involvements), named || same.named);
    }

    private static <T> Set<T> union(Set<T> some, Set<T> more) {
        Set<T> all = new LinkedHashSet<>(some);
        all.addAll(more);
        return all;
    }
}
