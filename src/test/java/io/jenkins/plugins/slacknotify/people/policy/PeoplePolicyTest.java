package io.jenkins.plugins.slacknotify.people.policy;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aFailure;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.participants.Person;
import io.jenkins.plugins.slacknotify.people.Policies;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeoplePolicyTest {
    @Test
    void shouldKnowAMandatoryKindAmongThoseOfABuild() {
        PeoplePolicy policy = Policies.mandatory(EventKind.REGRESSED);

        assertThat(policy.isMandatory(aFailure())).isTrue();
        assertThat(policy.isMandatory(aBuild().build())).isFalse();
        assertThat(PeoplePolicy.NOBODY.isMandatory(aFailure())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@users.noreply.github.com",
                "1234+ada@users.noreply.github.com",
                "7-ada@users.noreply.gitlab.com",
                "49699333+dependabot[bot]@users.noreply.github.com",
                "renovate[bot]@example.com",
                "NoReply@GitHub.com",
                "commits-noreply@bitbucket.org",
                "no-reply@example.com",
                "ada@noreply.git.example.com",
                "jenkins@localhost",
            })
    void shouldIgnoreAddressesBehindWhichIsNoPerson(String address) {
        assertThat(PeoplePolicy.NOBODY.ignores(author("Ada", address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@example.com", "robot@example.com", "bot@example.com", "ada@replynow.example"})
    void shouldNotIgnorePeople(String address) {
        assertThat(PeoplePolicy.NOBODY.ignores(author("Ada", address))).isFalse();
    }

    @Test
    void shouldIgnoreWhoeverIsCalledABot() {
        assertThat(PeoplePolicy.NOBODY.ignores(author("renovate[bot]", "hi@example.com")))
                .isTrue();
        assertThat(PeoplePolicy.NOBODY.ignores(author("renovate[bot]", null))).isTrue();
        assertThat(PeoplePolicy.NOBODY.ignores(author("Ada", null))).isFalse();
    }

    @Test
    void shouldTakeAnAddressForAPersonsIfAnAliasNamesExactlyIt() {
        String masked = "1+ada@users.noreply.github.com";

        assertThat(Policies.with(new Alias(masked, "ada@corp.com")).ignores(author("Ada", masked)))
                .isFalse();
        assertThat(Policies.with(new Alias("*@users.noreply.github.com", "*@corp.com"))
                        .ignores(author("Ada", masked)))
                .isTrue();
    }

    /** GitHub has made addresses of both forms, and people know theirs by the name in it. */
    @ParameterizedTest
    @CsvSource({
        "ada@users.noreply.github.com,       12345+ada@users.noreply.github.com",
        "12345+ada@users.noreply.github.com, Ada@users.noreply.github.com",
        "12345+ada@users.noreply.github.com, 12345+ada@Users.NoReply.github.com",
        "ada@users.noreply.git.example.com,  7+ada@users.noreply.git.example.com"
    })
    void shouldTakeAnAliasWithAndWithoutTheNumberOfAnAddressThatGitHubHasMade(String from, String address) {
        var policy = Policies.with(new Alias(from, "ada@corp.com"));

        assertThat(policy.ignores(author("Ada", address))).isFalse();
        assertThat(policy.alias(address)).contains("ada@corp.com");
    }

    @Test
    void shouldTakeTwoNumbersOfGitHubForTwoAccounts() {
        var policy = Policies.with(new Alias("12345+ada@users.noreply.github.com", "ada@corp.com"));
        String other = "777+ada@users.noreply.github.com";

        assertThat(policy.alias(other)).isEmpty();
        assertThat(policy.ignores(author("Ada", other))).isTrue();
    }

    @Test
    void shouldTakeTheAliasThatHasAnAddressOfGitHubAsItIs() {
        var policy = Policies.with(
                new Alias("ada@users.noreply.github.com", "ada@corp.com"),
                new Alias("777+ada@users.noreply.github.com", "ada.new@corp.com"));

        assertThat(policy.alias("777+ada@users.noreply.github.com")).contains("ada.new@corp.com");
        assertThat(policy.alias("12345+ada@users.noreply.github.com")).contains("ada@corp.com");
    }

    @Test
    void shouldTakeAPatternWithTheNumberOfAnAddressThatGitHubHasMade() {
        assertThat(Policies.with(new Alias("*+ada@users.noreply.github.com", "ada@corp.com"))
                        .alias("12345+ada@users.noreply.github.com"))
                .contains("ada@corp.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7+ada@example.com", "7+bob@users.noreply.github.com", "x+ada@users.noreply.github.com"})
    void shouldLeaveTheNumbersOfOtherAddresses(String address) {
        assertThat(Policies.with(
                                new Alias("ada@users.noreply.github.com", "ada@corp.com"),
                                new Alias("ada@example.com", "ada@corp.com"))
                        .alias(address))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@corp.com", "Ada@CORP.com", "a.b+c@corp.com"})
    void shouldAllowTheAddressesOfADomain(String address) {
        assertThat(Policies.allowing("Corp.com").allowsWithoutAccount(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x@evilcorp.com",
                "x@mail.corp.com",
                "x@corp.com.evil.com",
                "x@corp.com@evil.com",
                "x@evil.com@corp.com",
                "\"x@evil.com\"@corp.com",
                "x@evil.com,y@corp.com",
                "<x@evil.com>y@corp.com",
                "x y@corp.com",
                "x@corp.com ",
                "x@corp.com\n",
                "x\u0000@corp.com",
                "x@cor\u212A.com",
                "x@corp.com.",
                "@corp.com",
                "corp.com",
                "",
            })
    void shouldAllowNothingThatOnlyLooksLikeTheDomain(String address) {
        assertThat(Policies.allowing("corp.com", "cork.com").allowsWithoutAccount(address))
                .isFalse();
    }

    @Property
    void shouldAllowNobodyWhereNoDomainIsNamed(@ForAll String address) {
        assertThat(PeoplePolicy.NOBODY.allowsWithoutAccount(address)).isFalse();
    }

    @Property
    void shouldAllowNothingBeforeWhichIsMoreThanAPlainName(
            @ForAll String before, @ForAll @AlphaChars @StringLength(min = 1, max = 9) String name) {
        PeoplePolicy policy = Policies.allowing("corp.com");

        assertThat(policy.allowsWithoutAccount(name + "@corp.com")).isTrue();
        assertThat(policy.allowsWithoutAccount(name + "@" + before + "@corp.com"))
                .isFalse();
        assertThat(policy.allowsWithoutAccount(name + "@" + name + before + ".corp.com"))
                .isFalse();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "ada, U0ADA",
        "ADA, U0ADA",
        "ada@old.example, ada@new.example",
        "Bob@OLD.example, Bob@new.example",
        "special@old.example, chief@new.example",
        "jane@eu.corp.com, jane@corp.com",
        "x-42@ci.example, 42@corp.com",
    })
    void shouldSayWhereSomebodyIsFound(String from, String to) {
        assertThat(aliases().alias(from)).contains(to);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ad", "adam", "@old.example", "ada@older.example", "x@y@old.example", "x-@ci.example", ""})
    void shouldSayNothingOfOthers(String from) {
        assertThat(aliases().alias(from)).isEmpty();
    }

    private static PeoplePolicy aliases() {
        return Policies.with(
                new Alias("ada", "U0ADA"),
                new Alias("special@old.example", "chief@new.example"),
                new Alias("*@old.example", "*@new.example"),
                new Alias("jane@*.corp.com", "jane@corp.com"),
                new Alias("x-*@ci.example", "*@corp.com"));
    }

    private static Person author(String name, String address) {
        return new Person(null, name, address);
    }
}
