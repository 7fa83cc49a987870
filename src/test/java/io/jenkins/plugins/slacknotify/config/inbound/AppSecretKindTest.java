package io.jenkins.plugins.slacknotify.config.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppSecretKindTest {
    private static final String HEX = "0123456789abcdef0123456789abcdef";

    @ParameterizedTest
    @CsvSource({
        "SIGNING_SECRET, " + HEX,
        "CLIENT_SECRET, " + HEX,
        "CLIENT_ID, 1234567890.1234567890123",
        "APP_TOKEN, xapp-1-A0123456789-1234567890-" + HEX
    })
    void shouldTakeWhatSlackMakes(AppSecretKind kind, String secret) {
        assertThat(kind.errorOf(secret)).isEmpty();
        assertThat(kind.warningOf(secret)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        SIGNING_SECRET | xapp-1-A0123456789-1-zzz | This is an app-level token  | Signing Secret
        SIGNING_SECRET | xoxb-1-2-zzz             | This is the token of a bot  | Signing Secret
        SIGNING_SECRET | xoxe.xoxb-1-zzz          | This is the token of a bot  | Signing Secret
        SIGNING_SECRET | xoxp-1-zzz               | This is a token of Slack    | Signing Secret
        SIGNING_SECRET | 12345.67890              | This is a client id         | Signing Secret
        SIGNING_SECRET | A0123456789              | This is the id of an app    | Signing Secret
        SIGNING_SECRET | ''                       | The credential is empty     | Signing Secret
        CLIENT_SECRET  | xapp-1-A0123456789-1-zzz | This is an app-level token  | Client Secret
        CLIENT_SECRET  | 12345.67890              | This is a client id         | Client Secret
        CLIENT_ID      | 0123456789abcdef0123456789abcdef | This is a secret    | Client ID
        CLIENT_ID      | xoxb-1-2-zzz             | This is the token of a bot  | Client ID
        APP_TOKEN      | xoxb-1-2-zzz             | This is the token of a bot  | App-Level Tokens
        APP_TOKEN      | 0123456789abcdef0123456789abcdef | This is not an app-level token | App-Level Tokens
        APP_TOKEN      | ''                       | The token is empty          | App-Level Tokens
        """, delimiter = '|')
    void shouldSayWhatItIsInsteadAndWhereToFindTheRightOne(
            AppSecretKind kind, String secret, String what, String where) {
        assertThat(kind.errorOf(secret))
                .hasValueSatisfying(error -> assertThat(error)
                        .contains(what)
                        .contains(where)
                        .contains("https://api.slack.com/apps")
                        .doesNotContain("zzz", "{", "0123456789", "67890"));
    }

    @ParameterizedTest
    @CsvSource({
        "SIGNING_SECRET, 0123456789abcdef0123456789abcde, 32 of the digits",
        "SIGNING_SECRET, 0123456789ABCDEF0123456789ABCDEF, 32 of the digits",
        "CLIENT_SECRET, anything, 32 of the digits",
        "CLIENT_ID, anything, two numbers"
    })
    void shouldWarnOfAnUnusualForm(AppSecretKind kind, String secret, String form) {
        assertThat(kind.errorOf(secret)).isEmpty();
        assertThat(kind.warningOf(secret))
                .hasValueSatisfying(warning -> assertThat(warning)
                        .contains(form)
                        .doesNotContain(secret)
                        .doesNotContain("{"));
    }
}
