package io.jenkins.plugins.slacknotify.trigger.option;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NameListTest {
    @Test
    void shouldSeparateWordsByCommasAndWhiteSpace() {
        assertThat(NameList.parse(" #a, #b\n#c,,#d ")).containsExactly("#a", "#b", "#c", "#d");
        assertThat(NameList.parse(null)).isEmpty();
    }

    @Test
    void shouldJoinListThatReadsTheSame() {
        Object joined = NameList.join(Arrays.asList("#a", new StringBuilder("#b"), null));
        assertThat(joined).isEqualTo("#a, #b");
        assertThat(NameList.parse((String) joined)).isEqualTo(List.of("#a", "#b"));
    }

    @Test
    void shouldJoinWhatAScriptHasSplit() {
        assertThat(NameList.join("#a,#b".split(","))).isEqualTo("#a, #b");
        assertThat(NameList.join(new Object[] {"#a", null, 7})).isEqualTo("#a, 7");
        assertThat(NameList.join(new String[0])).isEqualTo(",");
    }

    @Test
    void shouldTellEmptyListFromNothing() {
        assertThat(NameList.join(List.of())).isEqualTo(",");
        assertThat(NameList.join(Arrays.asList(null, ""))).isEqualTo(",");
        assertThat(NameList.parse(",")).isEmpty();
    }

    @Test
    void shouldLeaveTextAlone() {
        assertThat(NameList.join("#a #b")).isEqualTo("#a #b");
    }
}
