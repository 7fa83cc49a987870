package io.jenkins.plugins.slacknotify.slack.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BotTokenTest {

    @ParameterizedTest
    @ValueSource(strings = {"xoxb-123-456-abcDEF", "xoxe.xoxb-1-MiQwLjE"})
    void shouldTakeABotToken(String secret) {
        assertThat(BotToken.of(secret).reveal()).isEqualTo(secret);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        xoxp-1-2-secretpart, user token
        xoxe.xoxp-1-secretpart, configuring apps
        xoxe-1-secretpart, refresh token
        xapp-1-A0-secretpart, app-level token
        xwfp-secretpart, workflow token
        xoxc-1-secretpart, browser session
        xoxd-secretpart, browser session
        xoxa-2-secretpart, legacy
        xoxr-secretpart, legacy
        xoxs-1-secretpart, legacy
        https://hooks.slack.com/services/T0/B0/secretpart, incoming webhook
        https://acme.slack.com/secretpart, web address
        0123456789abcdef0123456789abcdef, signing secret
        AbCdEfGhIjKlMnOpQrStUvWx, Jenkins CI
        xoxb-1-secret\u2026part, characters
        xoxb-, characters
        'xoxb-1-secret part', white space
        secretpart, not a token
        """)
    void shouldSayWhatItIsInstead(String secret, String what) {
        assertThatThrownBy(() -> BotToken.of(secret))
                .isInstanceOf(WrongTokenException.class)
                .hasMessageContaining(what)
                .hasMessageContaining("Bot User OAuth Token")
                .hasMessageContaining("OAuth & Permissions")
                .message()
                .doesNotContain("secretpart", "0123456789abcdef", "AbCdEf");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {" xoxb-1-abc", "xoxb-1-abc\n", "\txoxb-1-abc\r\n", "\u00a0xoxb-1-abc\u200b", "\ufeffxoxb-1-abc"})
    void shouldLeaveOutTheBlanksThatWereCopiedAlong(String pasted) {
        assertThat(BotToken.of(pasted).reveal()).isEqualTo("xoxb-1-abc");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  \n"})
    void shouldSayThatItIsEmpty(String secret) {
        assertThatThrownBy(() -> BotToken.of(secret))
                .isInstanceOf(WrongTokenException.class)
                .hasMessageContaining("empty");
    }

    @Test
    void shouldMaskItselfInText() {
        BotToken token = BotToken.of("xoxb-1-secretpart");

        assertThat(token + " " + SlackConnection.toSlack(token)).doesNotContain("secretpart");
    }

    @Test
    void shouldBeEqualIfTheSecretIs() {
        assertThat(BotToken.of("xoxb-1")).isEqualTo(BotToken.of("xoxb-1")).hasSameHashCodeAs(BotToken.of("xoxb-1"));
        assertThat(BotToken.of("xoxb-1")).isNotEqualTo(BotToken.of("xoxb-2"));
    }

    @Test
    void shouldKnowATokenThatRotates() {
        assertThat(BotToken.of("xoxe.xoxb-1-abc").isRotating()).isTrue();
        assertThat(BotToken.of("xoxb-1-abc").isRotating()).isFalse();
    }
}
