package io.jenkins.plugins.slacknotify.config.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlashCommandNameTest {
    @ParameterizedTest
    @CsvSource({"/jenkins, /jenkins", "' ci ', /ci", "/ci-2_b, /ci-2_b"})
    void shouldTakeWhatSlackTakes(String typed, String name) {
        assertThat(SlashCommandName.checked(typed)).isEqualTo(name);
    }

    @Test
    void shouldBeTheStandardOneWhereNothingIsTyped() {
        assertThat(SlashCommandName.checked(" ")).isEqualTo("/jenkins");
        assertThat(SlashCommandName.checked(null)).isEqualTo("/jenkins");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Jenkins", "/two words", "//x", "/", "/jénkins", "/01234567890123456789012345678901"})
    void shouldRefuseWhatSlackTakesNot(String typed) {
        assertThatThrownBy(() -> SlashCommandName.checked(typed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + typed + "' is not a name for a slash command");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/invite", "remind"})
    void shouldRefuseCommandsOfSlackItself(String typed) {
        assertThatThrownBy(() -> SlashCommandName.checked(typed)).hasMessageContaining("of its own");
    }
}
