package io.jenkins.plugins.slacknotify.slack.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppTokenTest {
    private static final String SECRET = "xapp-1-A0JENKINS-123-abcdef";

    @Test
    void shouldTakeAnAppLevelTokenAndKnowItsApp() {
        AppToken token = AppToken.of(SECRET);

        assertThat(token.reveal()).isEqualTo(SECRET);
        assertThat(token.appId()).contains("A0JENKINS");
        assertThat(AppToken.of("xapp-something").appId()).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "xoxb-1-secretpart",
                "xoxe.xoxb-1-secretpart",
                "xoxp-1-secretpart",
                "secretpart",
                "xapp-1 secretpart"
            })
    void shouldSayWhatToUseInstead(String secret) {
        assertThatThrownBy(() -> AppToken.of(secret))
                .isInstanceOf(WrongTokenException.class)
                .hasMessageContaining("xapp-")
                .hasMessageContaining("connections:write")
                .message()
                .doesNotContain("secretpart");
    }

    @Test
    void shouldMaskTheSecret() {
        assertThat(AppToken.of(SECRET)).hasToString("xapp-****");
        assertThat(AppToken.of(SECRET).redact("in " + SECRET)).isEqualTo("in xapp-****");
    }

    @Test
    void shouldEqualATokenOfTheSameSecret() {
        assertThat(AppToken.of(SECRET)).isEqualTo(AppToken.of(SECRET)).isNotEqualTo(AppToken.of(SECRET + "x"));
    }
}
