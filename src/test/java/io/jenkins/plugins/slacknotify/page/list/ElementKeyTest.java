package io.jenkins.plugins.slacknotify.page.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.config.rules.RuleConfig;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElementKeyTest {
    /** In place of the digest of the XML that Jenkins would write. */
    static final Function<Object, String> VERSIONS =
            rule -> ((RuleConfig) rule).getName() + ((RuleConfig) rule).isDisabled();

    private final List<RuleConfig> rules = new ArrayList<>(List.of(rule("One"), rule("Two"), rule("Three")));

    @Test
    void shouldFindTheElementWhereItStood() {
        assertThat(keyOf(2).find(rules, VERSIONS)).hasValue(1);
    }

    @Test
    void shouldFindAnElementThatWasMoved() {
        ElementKey key = keyOf(1);
        Collections.reverse(rules);

        assertThat(key.find(rules, VERSIONS)).hasValue(2);
    }

    @Test
    void shouldFindAnElementBelowOneThatWasDeleted() {
        ElementKey key = keyOf(3);
        rules.remove(0);

        assertThat(key.find(rules, VERSIONS)).hasValue(1);
    }

    @Test
    void shouldNotFindAnElementThatWasChanged() {
        ElementKey key = keyOf(2);
        rules.get(1).setDisabled(true);

        assertThat(key.find(rules, VERSIONS)).isEmpty();
    }

    @Test
    void shouldNotFindAnElementThatWasDeleted() {
        ElementKey key = keyOf(3);
        rules.remove(2);

        assertThat(key.find(rules, VERSIONS)).isEmpty();
    }

    @Test
    void shouldPreferOfEqualElementsTheOneAtItsPosition() {
        rules.add(rule("One"));

        assertThat(keyOf(4).find(rules, VERSIONS)).hasValue(3);
        assertThat(keyOf(1).find(rules, VERSIONS)).hasValue(0);
    }

    @Test
    void shouldReadTheFieldsOfAForm() {
        ElementKey key = keyOf(2);

        assertThat(ElementKey.parse(" 2 ", key.version())).isEqualTo(key);
    }

    /** The version finds the element, whatever the position is; without a version there is none. */
    @ParameterizedTest
    @CsvSource({"0", "-1", "4", "two", "''", "99999999999"})
    void shouldFindByTheVersionAloneWhereThePositionIsNone(String position) {
        assertThat(ElementKey.parse(position, keyOf(2).version()).find(rules, VERSIONS))
                .hasValue(1);
        assertThat(ElementKey.parse(position, null).find(rules, VERSIONS)).isEmpty();
        assertThat(ElementKey.parse(position, "").find(rules, VERSIONS)).isEmpty();
    }

    @Test
    void shouldFindNothingInAnEmptyList() {
        assertThat(keyOf(1).find(List.<RuleConfig>of(), VERSIONS)).isEmpty();
    }

    private ElementKey keyOf(int position) {
        return new ElementKey(position, VERSIONS.apply(rules.get(position - 1)));
    }

    static RuleConfig rule(String name) {
        RuleConfig rule = new RuleConfig();
        rule.setName(name);
        return rule;
    }
}
