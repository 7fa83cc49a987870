package io.jenkins.plugins.slacknotify.event.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
        assertThat(all(one + "b")).containsExactly(one, "b");
        assertThat(Graphemes.fittingLength(one + "b", one.length())).isEqualTo(one.length());
        assertThat(Graphemes.fittingLength("a" + one, one.length())).isEqualTo(1);
    }

    @Test
    void shouldNotJoinWhatIsNoEmoji() {
        assertThat(all("a\u200db")).containsExactly("a\u200d", "b");
    }

    @Test
    void shouldSayThatTheFirstDoesNotFit() {
        assertThat(Graphemes.fittingLength(PIRATE_FLAG, 2)).isZero();
    }

    /** What a commit, a test or a stage may be called so that whoever shows it fails, or takes for ever. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "─\u200d", // joined symbols
                "\u200d", // joiners alone
                "\u0301", // combining marks alone
                "👩\u200d",
                "🇩", // half a flag, over and over
                "\u0604", // prepended marks
                "\u0604─\u200d",
                "\u1112", // Hangul syllables that never end
                "\u1161",
                "👍🏽",
                "\ufe0f",
                "\u0e33", // spacing marks
                "\ud800", // half a character
                "\udc00",
                "\r\n",
                "a"
            })
    void shouldSplitTextsOfAnyLength(String repeated) {
        String text = repeated.repeat(300_000 / repeated.length());

        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            List<String> graphemes = all(text);
            assertThat(String.join("", graphemes)).isEqualTo(text);
            assertThat(graphemes).allMatch(one -> !one.isEmpty() && one.length() <= Graphemes.MAX_LENGTH);
            assertThat(Graphemes.fittingLength(text, 300)).isBetween(300 - Graphemes.MAX_LENGTH, 300);
        });
    }

    private static List<String> all(String text) {
        List<String> all = new ArrayList<>();
        Graphemes graphemes = Graphemes.of(text);
        for (String one = graphemes.next(); one != null; one = graphemes.next()) {
            all.add(one);
        }
        return all;
    }
}
