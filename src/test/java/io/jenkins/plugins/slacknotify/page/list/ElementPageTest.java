package io.jenkins.plugins.slacknotify.page.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.config.rules.ChannelLimitConfig;
import io.jenkins.plugins.slacknotify.config.rules.RuleConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElementPageTest {
    @Test
    void shouldFindTheOnlyElementOfAName() {
        List<RuleConfig> rules = List.of(new RuleConfig(), ElementKeyTest.rule("One"), ElementKeyTest.rule("Two"));

        assertThat(ElementPage.named(rules, "Two")).isEqualTo(2);
        assertThat(ElementPage.named(rules, "Three")).isEqualTo(-1);
    }

    /** It might be anybody's. */
    @Test
    void shouldFindNoElementWithoutAName() {
        assertThat(ElementPage.named(List.of(new RuleConfig(), new RuleConfig()), ""))
                .isEqualTo(-1);
        assertThat(ElementPage.named(List.of(new ChannelLimitConfig()), "")).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource({"Rule 0", "Rule 1", "Rule 2"})
    void shouldNotTakeTheNumberOfARuleForItsName(String number) {
        assertThat(ElementPage.named(List.of(new RuleConfig(), new RuleConfig()), number))
                .isEqualTo(-1);
    }

    @Test
    void shouldFindNoneOfTwoElementsOfOneName() {
        assertThat(ElementPage.named(List.of(ElementKeyTest.rule("One"), ElementKeyTest.rule("One")), "One"))
                .isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    replaces in its place,      1,  ,  a x c
                    replaces and moves up,      2, 1,  x a b
                    replaces and moves down,    0, 3,  b c x
                    is added at its position,  -1, 2,  a x b c
                    is added at the end,       -1,  ,  a b c x
                    ends where the list ends,  -1, 99, a b c x
                    begins where it begins,     1, 0,  x a c
                    """)
    void shouldPutAnElement(String what, int index, Integer to, String then) {
        List<String> elements = new ArrayList<>(List.of("a", "b", "c"));

        int target = ElementPage.put(elements, index, "x", to == null ? OptionalInt.empty() : OptionalInt.of(to));

        assertThat(String.join(" ", elements)).as(what).isEqualTo(then);
        assertThat(elements.get(target)).isEqualTo("x");
    }
}
