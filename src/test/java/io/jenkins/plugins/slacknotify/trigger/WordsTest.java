package io.jenkins.plugins.slacknotify.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void shouldSeparateWordsByCommasAndWhiteSpace() {
        assertThat(Words.of(" #a, #b\n#c,,#d ")).containsExactly("#a", "#b", "#c", "#d");
        assertThat(Words.of(null)).isEmpty();
    }

    @Test
    void shouldJoinListThatReadsTheSame() {
        Object joined = Words.join(Arrays.asList("#a", new StringBuilder("#b"), null));
        assertThat(joined).isEqualTo("#a, #b");
        assertThat(Words.of((String) joined)).isEqualTo(List.of("#a", "#b"));
    }

    @Test
    void shouldTellEmptyListFromNothing() {
        assertThat(Words.join(List.of())).isEqualTo(",");
        assertThat(Words.join(Arrays.asList(null, ""))).isEqualTo(",");
        assertThat(Words.of(",")).isEmpty();
    }

    @Test
    void shouldLeaveTextAlone() {
        assertThat(Words.join("#a #b")).isEqualTo("#a #b");
    }
}
