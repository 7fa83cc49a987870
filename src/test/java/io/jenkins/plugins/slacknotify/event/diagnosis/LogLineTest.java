package io.jenkins.plugins.slacknotify.event.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogLineTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.c:3: error: no",
                "[2026-11-28T10:14:02.318Z] a.c:3: error: no",
                "10:14:02 a.c:3: error: no",
                "[10:14:02]: ▸ a.c:3: error: no",
                "[unit] a.c:3: error: no",
                "2026-11-28 10:14:02 [unit tests] a.c:3: error: no",
                "    [javac] a.c:3: error: no",
                "#9 0.903 a.c:3: error: no",
                "0.903 a.c:3: error: no",
                "@shop/web:build: a.c:3: error: no",
                "packages/web build: a.c:3: error: no",
                "tests-1  | a.c:3: error: no"
            })
    void shouldLeaveOutWhatStandsBeforeTheWords(String line) {
        assertThat(LogLine.withoutStamp(line)).isEqualTo("a.c:3: error: no");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[ERROR] a",
                "[error] a",
                "[INFO] a",
                "[Pipeline] sh",
                "[FATAL] a",
                "[FAILURE] a",
                "Login | FAIL |",
                "12 | code",
                "[x]",
                "1.2.3 is out",
                "error: build: a",
                "    4 spaces"
            })
    void shouldLeaveLevelsAndWordsAlone(String line) {
        assertThat(LogLine.withoutStamp(line)).isEqualTo(line);
    }

    @Test
    void shouldReadOnWhereALineAnnouncesTheNext() {
        assertThat(announced(
                        "failed on project shop:",
                        "[ERROR] Rule 1 failed with message:",
                        "",
                        "[ERROR] Java 11 is too old"))
                .isEqualTo("Java 11 is too old");
        assertThat(announced("would be overwritten by merge:", "\tsrc/a.c"))
                .isEqualTo("would be overwritten by merge: src/a.c");
        assertThat(announced("a.hs:1:2: error: [GHC-88464]", "    Variable not in scope: tax"))
                .isEqualTo("Variable not in scope: tax");
    }

    @Test
    void shouldKeepTheLineWhereNothingOfWorthFollows() {
        assertThat(announced("it failed:")).isEqualTo("it failed:");
        assertThat(announced("it failed:", "------", "")).isEqualTo("it failed:");
        assertThat(announced("it failed:", "\tat a.B.c(B.java:1)")).isEqualTo("it failed:");
        assertThat(announced("it failed:", "WARNING: nothing at all to see")).isEqualTo("it failed:");
        assertThat(announced("it failed", "for a reason that is here")).isEqualTo("it failed");
    }

    private static String announced(String text, String... following) {
        List<String> lines =
                Stream.concat(Stream.of(text), Stream.of(following)).toList();
        return LogLine.announced(text, lines, 0);
    }
}
