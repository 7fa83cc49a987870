package io.jenkins.plugins.slacknotify.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.Addressees;
import io.jenkins.plugins.slacknotify.event.Involvement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AddresseeNamesTest {
    private static AddresseeNames names(String text) {
        return AddresseeNames.parse(Words.of(text), Set.of("ada", "culprits")::contains);
    }

    private static Addressees parse(String text) {
        AddresseeNames names = names(text);
        assertThat(names.problem()).isEmpty();
        return names.known();
    }

    @Test
    void shouldTellGroupsFromAccountsAndAddresses() {
        assertThat(parse("committers, requester ada, bob@example.org"))
                .isEqualTo(new Addressees(
                        Set.of(Involvement.COMMITTER, Involvement.REQUESTER), List.of("ada", "bob@example.org")));
    }

    @Test
    void shouldReadGroupsAsPeopleWriteThem() {
        assertThat(parse("Committer BREAKERS").involvements())
                .containsExactlyInAnyOrder(Involvement.COMMITTER, Involvement.BREAKER);
    }

    @Test
    void shouldTakeGroupBeforeAccountOfTheSameName() {
        assertThat(parse("culprits")).isEqualTo(new Addressees(Set.of(Involvement.CULPRIT), List.of()));
    }

    @Test
    void shouldNameNobodyWhereNothingIsSaid() {
        assertThat(parse(null)).isEqualTo(Addressees.NOBODY);
        assertThat(parse(" , ")).isEqualTo(Addressees.NOBODY);
    }

    @Test
    void shouldComplainOfWhoeverIsUnknownAndReadTheOthers() {
        AddresseeNames names = names("commiters, ada, requester, eve");

        assertThat(names.known()).isEqualTo(new Addressees(Set.of(Involvement.REQUESTER), List.of("ada")));
        assertThat(names.problem())
                .contains(
                        "'commiters' is neither an e-mail address nor an account of this Jenkins nor one of the groups"
                                + " committers, culprits, breakers, requester. 'eve' is neither an e-mail address nor an account"
                                + " of this Jenkins nor one of the groups committers, culprits, breakers, requester.");
    }
}
