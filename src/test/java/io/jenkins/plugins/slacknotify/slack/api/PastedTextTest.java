package io.jenkins.plugins.slacknotify.slack.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PastedTextTest {
    private static final List<String> BLANKS = List.of(" ", "\n", "\t", "\r\n", "\u00a0", "\u200b", "\ufeff", "\u2003");

    static Stream<Arguments> shouldCleanEachTokenThatIsPasted() {
        Function<String, ApiSecret> bot = BotToken::of;
        Function<String, ApiSecret> app = AppToken::of;
        Function<String, ApiSecret> configuration = ConfigurationToken::of;
        return BLANKS.stream()
                .flatMap(blank -> Stream.of(
                        Arguments.of(blank, "xoxb-1-abc", bot),
                        Arguments.of(blank, "xapp-1-A0-1-abc", app),
                        Arguments.of(blank, "xoxe.xoxp-1-abc", configuration)));
    }

    @ParameterizedTest
    @MethodSource
    void shouldCleanEachTokenThatIsPasted(String blank, String token, Function<String, ApiSecret> kind) {
        assertThat(kind.apply(blank + token + blank + blank).reveal()).isEqualTo(token);
        assertThatThrownBy(() -> kind.apply(blank))
                .isInstanceOf(WrongTokenException.class)
                .hasMessageContaining("empty");
    }

    @Test
    void shouldReadManyBlanksAtOnce() {
        String blanks = " \u200b".repeat(200_000);

        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThat(PastedText.clean(blanks + "a" + blanks + "b" + blanks))
                        .isEqualTo("a" + blanks + "b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a\u200bb", "a\nb"})
    void shouldKeepWhatStandsWithin(String secret) {
        assertThat(PastedText.clean(" " + secret + "\u200b")).isEqualTo(secret);
    }

    @Test
    void shouldTakeNothingForNothing() {
        assertThat(PastedText.clean(null)).isEmpty();
    }
}
