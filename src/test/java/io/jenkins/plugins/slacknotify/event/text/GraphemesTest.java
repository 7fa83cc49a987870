package io.jenkins.plugins.slacknotify.event.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.MatchResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphemesTest {
    private static final String PIRATE_FLAG = "🏴\u200d☠\ufe0f";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "👨‍👩‍👧‍👦",
                "🇩🇪",
                "👍🏽",
                "ǝ\u0301\u0327",
                "\u1112\u1161\u11ab",
                PIRATE_FLAG,
                "\u0604" + PIRATE_FLAG
            })
    void shouldTakeForOneWhatPeopleDo(String one) {
        assertThat(Graphemes.matcher(one + "b").results().map(MatchResult::group))
                .containsExactly(one, "b");
        assertThat(Graphemes.fittingLength(one + "b", one.length())).isEqualTo(one.length());
        assertThat(Graphemes.fittingLength("a" + one, one.length())).isEqualTo(1);
    }

    @Test
    void shouldNotJoinWhatIsNoEmoji() {
        assertThat(Graphemes.matcher("a\u200db").results().map(MatchResult::group))
                .containsExactly("a\u200d", "b");
    }

    @Test
    void shouldSayThatTheFirstDoesNotFit() {
        assertThat(Graphemes.fittingLength(PIRATE_FLAG, 2)).isZero();
    }
}
