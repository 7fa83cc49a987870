package io.jenkins.plugins.slacknotify.event.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalTextTest {
    @Test
    void shouldTakeOutWhatControlsATerminal() {
        String e = "\u001b";
        assertThat(TerminalText.withoutColours(e + "[1;31mred" + e + "[0m")).isEqualTo("red");
        assertThat(TerminalText.withoutColours(e + "[38:2::1:2:3mtrue" + e + "[m"))
                .isEqualTo("true");
        assertThat(TerminalText.withoutColours(e + "[2K" + e + "[1Gat" + e + "[?25h"))
                .isEqualTo("at");
        assertThat(TerminalText.withoutColours(e + "]8;;https://ci/" + e + "\\link" + e + "]8;;" + e + "\\"))
                .isEqualTo("link");
        assertThat(TerminalText.withoutColours(e + "]0;title\u0007text")).isEqualTo("text");
        assertThat(TerminalText.withoutColours(e + "(Ba" + e + "7b" + e + "=c")).isEqualTo("abc");
        assertThat(TerminalText.withoutColours("none")).isEqualTo("none");
        assertThat(TerminalText.withoutColours("cut off " + e + "[")).startsWith("cut off ");
    }

    @Test
    void shouldTakeOutColoursThatHaveLostTheirControlCharacter() {
        assertThat(TerminalText.withoutTornColours("Expected: [32m\"adult\"[39m, [1;31mbold[22m[m"))
                .isEqualTo("Expected: \"adult\", bold");
        assertThat(TerminalText.withoutTornColours("\u001b[31mred\u001b[0m")).isEqualTo("red");
        assertThat(TerminalText.withoutTornColours("sum(rate(x[5m])) by [1m")).isEqualTo("sum(rate(x[5m])) by [1m");
    }

    @Test
    void shouldReadAColourOfAnyLength() {
        assertThat(TerminalText.withoutTornColours("[0m[1" + ";1".repeat(50_000) + "mred"))
                .isEqualTo("red");
        assertThat(TerminalText.withoutTornColours("[0m[1" + ";1".repeat(50_000) + " red"))
                .endsWith(" red");
    }

    @Test
    void shouldShowWhatIsLeftOfAProgressBar() {
        assertThat(TerminalText.lastOverwritten("10 %\r50 %\r100 %")).isEqualTo("100 %");
        assertThat(TerminalText.lastOverwritten("10 %\r100 %\r\r")).isEqualTo("100 %");
        assertThat(TerminalText.lastOverwritten("windows\r")).isEqualTo("windows");
        assertThat(TerminalText.lastOverwritten("plain")).isEqualTo("plain");
        assertThat(TerminalText.lastOverwritten("\r")).isEmpty();
        assertThat(TerminalText.lastOverwritten("")).isEmpty();
    }
}
