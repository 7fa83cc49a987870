package io.jenkins.plugins.slacknotify.page.list;

import static io.jenkins.plugins.slacknotify.page.list.ElementKeyTest.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.config.rules.DestinationConfig;
import io.jenkins.plugins.slacknotify.config.rules.RuleConfig;
import java.util.List;
import org.junit.jupiter.api.Test;

class ElementAddressTest {
    @Test
    void shouldFindAnElementByItsName() {
        List<DestinationConfig> destinations =
                List.of(new DestinationConfig("ops", "#ops"), new DestinationConfig("dev", "#dev"));

        assertThat(ElementAddress.segment("destination", destinations, "dev")).isEqualTo("destination/2/");
    }

    @Test
    void shouldFindARuleWithoutANameByItsNumber() {
        assertThat(ElementAddress.segment("rule", List.of(rule("One"), new RuleConfig()), "Rule 2"))
                .isEqualTo("rule/2/");
    }

    @Test
    void shouldLeadToAllWhereTheNameIsGone() {
        assertThat(ElementAddress.segment("rule", List.of(rule("One")), "Two")).isEmpty();
        assertThat(ElementAddress.segment("rule", List.of(), "Two")).isEmpty();
    }
}
