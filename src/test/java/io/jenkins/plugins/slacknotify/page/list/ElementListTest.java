package io.jenkins.plugins.slacknotify.page.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.config.form.StoredElements;
import io.jenkins.plugins.slacknotify.config.rules.RuleConfig;
import java.util.List;
import org.junit.jupiter.api.Test;

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
}
