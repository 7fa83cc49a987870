package io.jenkins.plugins.slacknotify.page.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.config.form.StoredElements;
import io.jenkins.plugins.slacknotify.config.rules.RuleConfig;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElementListTest {
    @Test
    void shouldSwitchARuleOffAndOnAgain() {
        RuleConfig rule = ElementKeyTest.rule("One");

        RuleConfig off = ElementList.switched(rule);

        assertThat(off.isDisabled()).isTrue();
        assertThat(ElementList.switched(off).isDisabled()).isFalse();
        assertThat(rule.isDisabled()).as("the element that was there").isFalse();
    }

    /** Without the condition that nobody can read here, the rule would be for every build. */
    @Test
    void shouldKeepAnInvalidConditionOfARuleThatIsSwitched() {
        RuleConfig stored =
                StoredElements.read(ElementKeyTest.rule("Of tomorrow"), "events", List.of("failure", "of-tomorrow"));

        RuleConfig off = ElementList.switched(stored);

        assertThat(off.getEvents()).containsExactly("failure", "of-tomorrow");
        assertThat(off.isInvalid()).isTrue();
        assertThat(off.isDisabled()).isTrue();
        assertThat(ElementList.switched(off).getEvents()).containsExactly("failure", "of-tomorrow");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        0  | ''         | 1    | ?rules-page=1#rules-1
        57 | ''         | 1    | ?rules-page=1#rules-58
        57 | ops        | 1    | ?rules-search=ops&rules-page=1#rules-58
        3  | ' a & b# ' | 2    | ?rules-search=a+%26+b%23&rules-page=2#rules-4
        3  | größe+100% | 2    | ?rules-search=gr%C3%B6%C3%9Fe%2B100%25&rules-page=2#rules-4
        """, delimiter = '|')
    void shouldStayWhereTheListIsSearchedAndTurned(int index, String search, String page, String address) {
        assertThat(ElementList.address("rules", index, search, page)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two", "-1", "1e3"})
    @NullSource
    void shouldTurnToTheRowWhereNoPageIsKnown(String page) {
        assertThat(ElementList.address("rules", 57, null, page)).isEqualTo("?rules-page=2#rules-58");
    }
}
