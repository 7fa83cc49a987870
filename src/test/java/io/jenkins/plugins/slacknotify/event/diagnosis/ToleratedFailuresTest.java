package io.jenkins.plugins.slacknotify.event.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** By what the diagnosis says, as only that counts. */
class ToleratedFailuresTest {
    private static final String FIRST = "error: the first";
    private static final String SECOND = "error: the second";

    @Test
    void shouldNotReadWhatTheScriptWentOnAfter() {
        assertThat(why("+ a", FIRST, "+ b", SECOND)).isEqualTo(SECOND);
        assertThat(why("+ a", FIRST, "+ true", "+ b", SECOND)).isEqualTo(SECOND);
        assertThat(why("+ a", FIRST, "+ b")).isEqualTo("-");
        assertThat(why("C:\\w>a || exit 0", FIRST, "C:\\w>b", SECOND)).isEqualTo(SECOND);
    }

    @Test
    void shouldNotReadWhatWasTriedAgain() {
        assertThat(why("+ set +e", "+ a", FIRST, "+ sleep 1", "+ a", "+ exit 1"))
                .isEqualTo("-");
        assertThat(why("+ set +e", "+ a", FIRST, "+ sleep 1", "+ a", SECOND, "+ exit 1"))
                .isEqualTo(SECOND);
    }

    @Test
    void shouldReadWhatTheScriptFailsForLater() {
        assertThat(why("+ a", FIRST, "+ echo failed", "+ exit 1")).isEqualTo(FIRST);
        assertThat(why("+ set +e", "+ a", FIRST, "+ b", "+ c")).isEqualTo(FIRST);
        assertThat(why("+ a", FIRST, "+ rc=1", "+ b", "+ '[' 1 -ne 0 ']'", "+ exit 1"))
                .isEqualTo(FIRST);
        assertThat(why("+ a", FIRST, "+ b", "+ [ 1 = 0 ]")).isEqualTo(FIRST);
    }

    @Test
    void shouldReadWhatCleaningUpFollows() {
        assertThat(why("+ a", FIRST, "+ rm -rf out", "rm: cannot remove 'out': Is a directory", "+ true"))
                .isEqualTo(FIRST);
        assertThat(why("+ trap tidy EXIT", "+ a", FIRST, "+ tidy", "+ b")).isEqualTo(FIRST);
        assertThat(why("+ trap 'tidy; b' EXIT", "+ a", FIRST, "+ tidy", "+ b")).isEqualTo(FIRST);
        assertThat(why("+ a", FIRST, "Build step 'Execute shell' marked build as failure", "+ b", "+ c"))
                .isEqualTo(FIRST);
        assertThat(why("[Pipeline] sh", "+ a", FIRST, "[Pipeline] // stage", "[Pipeline] sh", "+ b", "+ c"))
                .isEqualTo(FIRST);
    }

    @Test
    void shouldTellBranchesApart() {
        assertThat(why("[x] + a", "[y] + b", "[x] " + FIRST, "[y] + c", "[y] + d"))
                .isEqualTo(FIRST);
        assertThat(why("[x] + a", "[y] + b", "[x] " + FIRST, "[x] + true", "[y] " + SECOND))
                .isEqualTo(SECOND);
    }

    @Test
    void shouldNotTakeADifferenceForCommands() {
        assertThat(why("+ a", FIRST, "- Expected", "+ Received", "", "- [ 1 ]", "+ [ 2 ]"))
                .isEqualTo(FIRST);
    }

    @Test
    void shouldNotReadWhatAnsibleIgnores() {
        assertThat(why(
                        "TASK [a]",
                        "fatal: [web1]: FAILED! => first",
                        "...ignoring",
                        "TASK [b]",
                        "fatal: [web1]: FAILED! => second"))
                .isEqualTo("fatal: [web1]: FAILED! => second");
    }

    @Test
    void shouldNotReadWhatTestsWrite() {
        assertThat(why("stderr | a.test.ts > works", "Error: on purpose", "", "Error: for real"))
                .isEqualTo("Error: for real");
        assertThat(why("PASS a.test.js", "  ● Console", "", "Error: on purpose", "FAIL b.test.js", "Error: for real"))
                .isEqualTo("Error: for real");
    }

    private static String why(String... lines) {
        return LogDiagnosis.of(List.of(lines)).orElse("-");
    }
}
