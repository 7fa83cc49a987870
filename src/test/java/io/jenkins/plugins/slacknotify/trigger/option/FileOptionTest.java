package io.jenkins.plugins.slacknotify.trigger.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileOptionTest {
    @Test
    void shouldBeThereForANameWithoutAFileSoThatTheRestIsSent() {
        assertThat(FileOption.of(null, null, null, "Lint")).isEqualTo(new FileOption(null, null, "Lint", "Lint"));
        assertThat(FileOption.of(null, null, "lint.txt", null))
                .isEqualTo(new FileOption(null, null, "lint.txt", "lint.txt"));
        assertThat(FileOption.of(null, null, null, null)).isNull();
    }

    @Test
    void shouldRefuseTwoFiles() {
        assertThatIllegalArgumentException().isThrownBy(() -> FileOption.of("a.txt", "text", null, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /ws/shop      | /ws/shop/report/a.txt   | report/a.txt
            /ws/shop/     | /ws/shop//a.txt         | a.txt
            /ws/shop      | /ws/shop/../other/a.txt | ../other/a.txt
            /ws/shop      | /ws/shop@tmp/a.txt      | /ws/shop@tmp/a.txt
            /ws/shop      | /ws/shop                | /ws/shop
            /ws/shop      | /etc/hostname           | /etc/hostname
            /ws/shop      | report/a.txt            | report/a.txt
            C:\\ws\\shop  | C:\\ws\\shop\\r\\a.txt  | r\\a.txt
            C:\\ws\\shop  | C:\\ws\\shop/r/a.txt    | r/a.txt
            """)
    void shouldTakeAPathThatBeginsWithTheWorkspaceFromThereOn(String workspace, String path, String below) {
        assertThat(FileOption.relative(workspace, path)).isEqualTo(below);
    }

    @Test
    void shouldTellAPathThatLeadsOut() {
        assertThat(FileOption.staysInside("a/../b.txt")).isTrue();
        assertThat(FileOption.staysInside("../b.txt")).isFalse();
    }
}
