package io.jenkins.plugins.slacknotify.personal;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.people.account.Account;
import io.jenkins.plugins.slacknotify.people.policy.Preferences;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JenkinsAccountsTest {
    /** Nobody keeps the messages of others from them by calling oneself like their account. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            grace,         grace,          grace
            Grace Hopper,  grace,          grace
            grace,         grace|mallory,  grace
            Grace,         mallory|grace,  grace
            Grace Hopper,  grace|mallory,  -
            """)
    void shouldMeanTheIdWhereOthersHaveChosenItAsTheirName(String name, String called, String meant) {
        List<Account> accounts = Arrays.stream(called.split("\\|"))
                .map(id -> new Account(id, name, null, null, Preferences.STANDARD))
                .toList();

        assertThat(JenkinsAccounts.meant(accounts, name))
                .extracting(Account::id)
                .containsExactlyElementsOf(meant == null ? List.of() : List.of(meant));
    }
}
