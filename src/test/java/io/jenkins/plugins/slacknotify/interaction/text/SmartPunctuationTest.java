package io.jenkins.plugins.slacknotify.interaction.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmartPunctuationTest {
    @ParameterizedTest
    @ValueSource(strings = {"{“a”: 1}", "[“a”]", "{\"a\": “b”}", "[\"a”]", "{\"a\": 1} {“b”: 2}", "x —force"})
    void shouldFindWhatAKeyboardMayHaveMade(String value) {
        assertThat(SmartPunctuation.of(value)).isPresent();
    }

    /** A text in valid JSON may have any quotes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "“a”",
                "{\"a\": 1}",
                "{\"text\": \"They say “hello”\"}",
                " [\"“\", {\"“a”\": \"\\\"b”\"}]\n",
                "a — b",
                "1–2"
            })
    void shouldTakeWhatIsMeant(String value) {
        assertThat(SmartPunctuation.of(value)).isEmpty();
    }
}
