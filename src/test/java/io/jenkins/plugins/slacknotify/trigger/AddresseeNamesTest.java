package io.jenkins.plugins.slacknotify.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.config.rules.NamedDestination;
import io.jenkins.plugins.slacknotify.config.rules.Names;
import io.jenkins.plugins.slacknotify.event.Addressees;
import io.jenkins.plugins.slacknotify.event.Involvement;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.routing.Target;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AddresseeNamesTest {
    private static AddresseeNames names(String text) {
        return AddresseeNames.parse(Words.of(text), Names.NONE, Set.of("ada", "culprits")::contains);
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
                .hasValueSatisfying(problem -> assertThat(problem)
                        .contains(
                                "'commiters' is neither an e-mail address nor an account of this Jenkins nor one of the"
                                        + " groups committers, culprits, breakers, requester nor a destination, of which there"
                                        + " are none. 'eve' is neither"));
    }

    @Test
    void shouldTellDestinationsFromPeople() {
        NamedDestination ops = new NamedDestination("ops", "#operations");
        ops.setMinimumSeverity("ERROR");
        Names known = Names.NONE.with(List.of(ops, new NamedDestination("ada", "#ada-lovelace")), List.of());

        AddresseeNames names =
                AddresseeNames.parse(Words.of("ops, breakers, ada, #all, opps"), known, Set.of("ada")::contains);

        assertThat(names.targets())
                .extracting(target -> target.destination().label())
                .containsExactly("#operations", "#ada-lovelace", "#all");
        assertThat(names.known()).isEqualTo(new Addressees(Set.of(Involvement.BREAKER), List.of()));
        assertThat(names.quietAt(Severity.WARNING)).extracting(Target::name).containsExactly("ops");
        assertThat(names.quietAt(Severity.ERROR)).isEmpty();
        assertThat(names.problem())
                .hasValueSatisfying(problem -> assertThat(problem)
                        .startsWith("'opps' is neither")
                        .endsWith("nor a destination, of which there are ops, ada."));
    }
}
