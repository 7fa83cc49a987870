package io.jenkins.plugins.slacknotify.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.config.rules.RuleConfig;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ImportableJobTest {
    @Test
    void shouldLeaveOutWhatTheJobHasAlready() {
        List<RuleConfig> wanted = List.of(rule("#ops", rule -> {}), rule("#web", rule -> {}));

        assertThat(ImportableJob.missing(wanted, List.of())).containsExactlyElementsOf(wanted);
        assertThat(ImportableJob.missing(wanted, List.of(rule("#web", rule -> {}))))
                .containsExactly(wanted.get(0));
        assertThat(ImportableJob.missing(wanted, List.of(rule("#web", rule -> {}), rule("#ops", rule -> {}))))
                .isEmpty();
    }

    @Test
    void shouldNotTakeARuleForTheSameThatDoesLessOrMore() {
        List<RuleConfig> wanted = List.of(rule("#ops", rule -> {}));

        assertThat(ImportableJob.missing(
                        wanted,
                        List.of(
                                rule("#ops", rule -> rule.setDisabled(true)),
                                rule("#ops", rule -> rule.setBranches(List.of("main"))),
                                rule("#ops", rule -> rule.setMinimumSeverity("ERROR")))))
                .containsExactlyElementsOf(wanted);
    }

    private static RuleConfig rule(String to, Consumer<RuleConfig> change) {
        RuleConfig rule = new RuleConfig();
        rule.setEvents(List.of("failure"));
        rule.setTo(List.of(to));
        change.accept(rule);
        return rule;
    }
}
