package io.jenkins.plugins.slacknotify.engine.stored;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.participants.Addressees;
import io.jenkins.plugins.slacknotify.event.participants.Involvement;
import io.jenkins.plugins.slacknotify.event.participants.Participant;
import io.jenkins.plugins.slacknotify.event.participants.Person;
import io.jenkins.plugins.slacknotify.people.Recipient;
import java.util.List;

/** The stored forms of people. */
final class StoredPeople {
    private StoredPeople() {}

    /** The stored form of {@link Addressees}. */
    record StoredAddressees(
            List<String> involvements,
            List<String> named,
            @CheckForNull List<String> members) {
        @CheckForNull
        static StoredAddressees of(@CheckForNull Addressees addressees) {
            return addressees == null
                    ? null
                    : new StoredAddressees(
                            EnumNames.sorted(addressees.involvements()),
                            addressees.named(),
                            addressees.members().isEmpty() ? null : addressees.members());
        }

        Addressees toAddressees() {
            return new Addressees(
                    EnumNames.set(Involvement.class, involvements), StoredList.of(named), StoredList.of(members));
        }
    }

    /** The stored form of a {@link Recipient}. */
    record StoredRecipient(String slackId, @CheckForNull String account, String name, List<String> involvements) {
        @CheckForNull
        static StoredRecipient of(@CheckForNull Recipient recipient) {
            return recipient == null
                    ? null
                    : new StoredRecipient(
                            recipient.slackId(),
                            recipient.account(),
                            recipient.name(),
                            EnumNames.sorted(recipient.involvements()));
        }

        Recipient toRecipient() {
            return new Recipient(slackId, account, name, EnumNames.set(Involvement.class, involvements));
        }
    }

    /** The stored form of a {@link Participant}. */
    record StoredParticipant(StoredPerson person, List<String> involvements) {
        static StoredParticipant of(Participant participant) {
            return new StoredParticipant(
                    StoredPerson.of(participant.person()), EnumNames.sorted(participant.involvements()));
        }

        Participant toParticipant() {
            return new Participant(person.toPerson(), EnumNames.set(Involvement.class, involvements));
        }
    }

    /** The stored form of a {@link Person}. */
    record StoredPerson(
            @CheckForNull String account,
            String name,
            @CheckForNull String address) {
        static StoredPerson of(Person person) {
            return new StoredPerson(person.account(), person.name(), person.address());
        }

        Person toPerson() {
            return new Person(account, name, address);
        }
    }
}
