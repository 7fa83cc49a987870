package io.jenkins.plugins.slacknotify.people.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleInputValidatorTest {
    @ParameterizedTest
    @ValueSource(strings = {"team", "team/app", "team/*", "team/**", "**", " **/main ", "team/my app/feature%2Fx"})
    void shouldTakePatternsForJobs(String pattern) {
        assertThat(PeopleInputValidator.validateJobPattern(pattern)).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "'', has 1 to 500 characters",
        "/team, neither begins nor ends",
        "team/, neither begins nor ends",
        "team//app, no two in a row",
        "team\\app, Put /",
        "team/***, there is no ***",
    })
    void shouldSayWhatToWriteForJobs(String pattern, String advice) {
        assertThat(PeopleInputValidator.validateJobPattern(pattern).orElseThrow())
                .contains(advice);
    }

    @Test
    void shouldTakeTheStandardListAsItIs() {
        assertThat(PeoplePolicy.STANDARD_IGNORED)
                .allSatisfy(pattern -> assertThat(PeopleInputValidator.validateAddressPattern(pattern))
                        .isEmpty());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "*, fits every address",
        "*@*, fits every address",
        "**@**, fits every address",
        "'', one @",
        "example.com, one @",
        "@example.com, one @",
        "a@b@c, one @",
        "a b@c, one @",
        "***x@y, there is no ***",
    })
    void shouldSayWhatToWriteForAddresses(String pattern, String advice) {
        assertThat(PeopleInputValidator.validateAddressPattern(pattern).orElseThrow())
                .contains(advice);
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com", " Mail.Example.COM ", "xn--mnchen-3ya.de"})
    void shouldTakeDomains(String domain) {
        assertThat(PeopleInputValidator.validateDomain(domain)).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "ada@example.com, without the @",
        "@example.com, without the @",
        "*.example.com, each by itself",
        "example, with its dots",
        "'', with its dots",
        "example.com., with its dots",
        "exa mple.com, with its dots",
        "münchen.de, xn--",
    })
    void shouldSayWhatToWriteForADomain(String domain, String advice) {
        assertThat(PeopleInputValidator.validateDomain(domain).orElseThrow()).contains(advice);
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({
        "ada, U012AB3CD",
        "ada, ada@example.com",
        "ada@old.example, W012AB3CD",
        "*@old.example, *@new.example",
        "x-*@old.example, *.x@new.example",
    })
    void shouldTakeAliases(String from, String to) {
        assertThat(PeopleInputValidator.validateAlias(from, to)).isEmpty();
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource({
        "'', ada@example.com, Name whom",
        "*@*.example, *@new.example, one * at most",
        "*, *@new.example, one @",
        "*@*, *@new.example, one * at most",
        "*@old.example, U012AB3CD, one person in Slack",
        "*@old.example, ada@new.example, one person in Slack",
        "ada, *@new.example, stands for nothing",
        "ada, bob, Write an e-mail address",
        "ada, @ada, Write an e-mail address",
        "*@old.example, **@new.example, Write an e-mail address",
        "ada, '', Write an e-mail address",
    })
    void shouldSayWhatToWriteForAnAlias(String from, String to, String advice) {
        assertThat(PeopleInputValidator.validateAlias(from, to).orElseThrow()).contains(advice);
    }
}
