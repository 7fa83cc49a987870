package io.jenkins.plugins.slacknotify.trigger.blame;

import io.jenkins.plugins.slacknotify.event.participants.Involvement;
import io.jenkins.plugins.slacknotify.event.participants.Participant;
import io.jenkins.plugins.slacknotify.event.participants.Person;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Collects the people of a build, and merges those that are the same person: by account, by address or, where both are
 * missing, by name.
 */
public final class ParticipantCollector {
    /**
     * The number of participants at most. A branch that is merged after a long time names everybody, and so many
     * messages about one build help nobody.
     */
    private static final int MAX_PARTICIPANTS = 100;

    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Map<String, Set<Involvement>> involvements = new LinkedHashMap<>();

    /** Adds people who are involved in the build in one way. Ignores those without account, address and name. */
    public ParticipantCollector add(Involvement involvement, Stream<Person> some) {
        // Most people are added many times, for example as committers of all bad builds in a row.
        some.distinct().filter(ParticipantCollector::isIdentified).forEach(person -> {
            people.merge(key(person), person, (known, again) -> known.name().isBlank() ? again : known);
            involvements
                    .computeIfAbsent(key(person), key -> EnumSet.noneOf(Involvement.class))
                    .add(involvement);
        });
        return this;
    }

    private static boolean isIdentified(Person person) {
        return person.account() != null
                || person.address() != null
                || !person.name().isBlank();
    }

    private static String key(Person person) {
        String account = person.account();
        if (account != null) {
            return "account " + account.toLowerCase(Locale.ROOT);
        }
        String address = person.address();
        return address != null ? "address " + address.toLowerCase(Locale.ROOT) : "name " + person.name();
    }

    /**
     * Returns the participants in the order in which they were added, so the most important ones come first; at most
     * {@value #MAX_PARTICIPANTS}.
     */
    public List<Participant> list() {
        return people.entrySet().stream()
                .limit(MAX_PARTICIPANTS)
                .map(entry -> new Participant(entry.getValue(), involvements.get(entry.getKey())))
                .toList();
    }
}
