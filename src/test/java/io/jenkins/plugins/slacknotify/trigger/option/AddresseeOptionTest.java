package io.jenkins.plugins.slacknotify.trigger.option;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.config.rules.DestinationConfig;
import io.jenkins.plugins.slacknotify.config.rules.NameResolver;
import io.jenkins.plugins.slacknotify.config.rules.RuleScopeConfig;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.participants.Addressees;
import io.jenkins.plugins.slacknotify.event.participants.Involvement;
import io.jenkins.plugins.slacknotify.routing.DestinationProfile;
import io.jenkins.plugins.slacknotify.routing.RuleScope;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AddresseeOptionTest {
    private static AddresseeOption names(String text) {
        return AddresseeOption.parse(NameList.parse(text), NameResolver.EMPTY, Set.of("ada", "culprits")::contains);
    }

    private static Addressees parse(String text) {
        AddresseeOption names = names(text);
        assertThat(names.validationError()).isEmpty();
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
    void shouldReadPeopleAsSlackWritesThem() {
        assertThat(parse("U0123ABCD <@U0123ABCE> <@W0123ABCF|bob>"))
                .isEqualTo(Addressees.ofMembers(List.of("U0123ABCD", "U0123ABCE", "W0123ABCF")));
        assertThat(parse("@ada @bob@example.org").named()).containsExactly("ada", "bob@example.org");
    }

    @Test
    void shouldSayThatAUserGroupAndEverybodyAreMentioned() {
        assertThat(names("@here").validationError())
                .hasValueSatisfying(it -> assertThat(it).contains("mention: 'here'"));
        assertThat(names("S0614TZR7").validationError())
                .hasValueSatisfying(it -> assertThat(it).contains("mention: 'S0614TZR7'"));
    }

    @Test
    void shouldTakeAnAccountBeforeAMemberWhoseIdItHas() {
        var names = AddresseeOption.parse(List.of("U0123ABCD"), NameResolver.EMPTY, Set.of("U0123ABCD")::contains);

        assertThat(names.known()).isEqualTo(new Addressees(Set.of(), List.of("U0123ABCD")));
    }

    @Test
    void shouldNameNobodyWhereNothingIsSaid() {
        assertThat(parse(null)).isEqualTo(Addressees.NOBODY);
        assertThat(parse(" , ")).isEqualTo(Addressees.NOBODY);
    }

    @Test
    void shouldComplainOfWhoeverIsUnknownAndReadTheOthers() {
        AddresseeOption names = names("commiters, ada, requester, eve");

        assertThat(names.known()).isEqualTo(new Addressees(Set.of(Involvement.REQUESTER), List.of("ada")));
        assertThat(names.validationError())
                .hasValueSatisfying(problem -> assertThat(problem)
                        .contains(
                                "'commiters' is neither an e-mail address nor an account of this Jenkins nor one of the"
                                        + " groups committers, culprits, breakers, requester nor a destination. 'eve'"
                                        + " is neither"));
    }

    @Test
    void shouldTellDestinationsFromPeople() {
        DestinationConfig ops = new DestinationConfig("ops", "#operations");
        ops.setMinimumSeverity("ERROR");
        NameResolver known = NameResolver.EMPTY.with(
                new RuleScopeConfig(
                        RuleScope.SYSTEM,
                        "",
                        List.of(ops, new DestinationConfig("ada", "#ada-lovelace")),
                        List.of(),
                        List.of()),
                true);

        AddresseeOption names =
                AddresseeOption.parse(NameList.parse("ops, breakers, ada, #all, opps"), known, Set.of("ada")::contains);

        assertThat(names.targets())
                .extracting(target -> target.destination().label())
                .containsExactly("#operations", "#ada-lovelace", "#all");
        assertThat(names.known()).isEqualTo(new Addressees(Set.of(Involvement.BREAKER), List.of()));
        assertThat(names.ignoringSeverity(Severity.WARNING))
                .extracting(DestinationProfile::name)
                .containsExactly("ops");
        assertThat(names.ignoringSeverity(Severity.ERROR)).isEmpty();
        assertThat(names.validationError())
                .hasValueSatisfying(problem -> assertThat(problem)
                        .startsWith("'opps' is neither")
                        .endsWith("nor a destination, of which there are ops, ada."));
    }
}
