package io.jenkins.plugins.slacknotify.slack.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlackIdTest {
    @ParameterizedTest
    @CsvSource({
        "U024BE91L,   MEMBER",
        "W012A3CDEFG, MEMBER",
        "USLACKBOT,   MEMBER",
        "C024BE91L,   CHANNEL",
        "G01234567,   GROUP",
        "D024BE91L,   DIRECT_MESSAGE",
        "S0614TZR7,   USER_GROUP",
        "T024BE7LD,   WORKSPACE",
        "E0123456789, ORGANISATION",
        "A0123456789, APP",
    })
    void shouldKnowEachKindByItsFirstLetter(String id, SlackId kind) {
        assertThat(Arrays.stream(SlackId.values()).filter(one -> one.matches(id)))
                .containsExactly(kind);
        assertThat(Pattern.matches(SlackId.regex(SlackId.values()), id)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "U",
                "U024B",
                "u024be91l",
                "U024BE91l",
                "U024BE91L ",
                "#C024BE91L",
                "C024-BE91L",
                "B024BE91L",
                "Ü024BE91L"
            })
    void shouldTakeNothingElse(String text) {
        assertThat(SlackId.isAny(text, SlackId.values())).isFalse();
        assertThat(Pattern.matches(SlackId.regex(SlackId.values()), text)).isFalse();
    }

    @Test
    void shouldTakeNoTextOfAnyLength() {
        assertThat(SlackId.MEMBER.matches("U" + "0".repeat(SlackId.MAX_LENGTH - 1)))
                .isTrue();
        assertThat(SlackId.MEMBER.matches("U" + "0".repeat(SlackId.MAX_LENGTH))).isFalse();
    }
}
