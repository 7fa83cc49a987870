package io.jenkins.plugins.slacknotify.sidebyside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SheetTest {
    private static final List<String> COLUMNS = List.of("lost", "sent twice");

    @Test
    void shouldSetEachColumnOfTheContendersSideBySide() {
        var sheets = new LinkedHashMap<String, Sheet>();
        sheets.put("ours", sheet(Map.of("answers 503", List.of("0", "1"))));
        sheets.put("theirs", sheet(Map.of("answers 503", List.of("8", "9"))));

        assertThat(Sheet.sideBySide(sheets)).isEqualTo("""
                | Slack | lost: ours | lost: theirs | sent twice: ours | sent twice: theirs |
                |---|---|---|---|---|
                | answers 503 | 0 | 8 | 1 | 9 |""");
    }

    @Test
    void shouldKeepTheRowsInOrder() {
        var rows = new LinkedHashMap<String, List<String>>();
        for (var name : List.of("b", "a", "c")) {
            rows.put(name, List.of("1", "2"));
        }

        assertThat(Sheet.sideBySide(Map.of("ours", sheet(rows))).lines().skip(2))
                .containsExactly("| b | 1 | 2 |", "| a | 1 | 2 |", "| c | 1 | 2 |");
    }

    @Test
    void shouldNotTakeARowThatDoesNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sheet(Map.of("answers 503", List.of("0"))))
                .withMessageContaining("answers 503");
    }

    @Test
    void shouldNotCompareWhatWasNotMeasuredForBoth() {
        var sheets = new LinkedHashMap<String, Sheet>();
        sheets.put("ours", sheet(Map.of("answers 503", List.of("0", "1"))));
        sheets.put("theirs", sheet(Map.of()));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sheet.sideBySide(sheets))
                .withMessageContaining("answers 503");
    }

    private static Sheet sheet(Map<String, List<String>> rows) {
        return new Sheet("Slack", COLUMNS, rows);
    }
}
