package io.jenkins.plugins.slacknotify.config;

import static org.assertj.core.api.Assertions.assertThat;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.config.rules.RuleConfig;
import io.jenkins.plugins.slacknotify.config.rules.RuleScopeConfig;
import io.jenkins.plugins.slacknotify.routing.ChannelSource;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.RuleScope;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfiguredChannelsTest {
    private final RuleConfig other = rule(null, "main", "#leads");

    @ParameterizedTest
    @ValueSource(strings = {"", "Ops"})
    void shouldLeadToTheCorrectedName(String name) {
        List<RuleConfig> before = List.of(other, rule(name, "release/*", "#opps", "#dev"));

        assertThat(now(before, List.of(other, rule(name, "release/*", "#ops", "#dev"))))
                .contains(new Destination(null, "ops"));
    }

    @Test
    void shouldFindARuleByItsNameWhateverItsConditionsAre() {
        assertThat(now(
                        List.of(other, rule("Ops", "release/*", "#opps")),
                        List.of(rule("Ops", "*", "#ops"), other, rule(null, "x", "#x"))))
                .contains(new Destination(null, "ops"));
    }

    /** What is said of a build may be for nobody else. */
    @Test
    void shouldLeadToNoChannelOfARuleThatHasTakenThePlace() {
        RuleConfig unnamed = rule(null, "release/*", "#opps");
        List<RuleConfig> before = List.of(other, unnamed, rule(null, "release/*", "#managers"));

        assertThat(now(before, List.of(rule(null, "*", "#all"), other, unnamed, before.get(2))))
                .as("one was added on top")
                .isEmpty();
        assertThat(now(before, List.of(unnamed, other, before.get(2))))
                .as("another order")
                .isEmpty();
        assertThat(now(before, List.of(other, before.get(2))))
                .as("it is gone, and the next has the same conditions")
                .isEmpty();
    }

    /** As the button that duplicates a rule makes them. */
    @Test
    void shouldLeadToNoChannelOfAnotherRuleOfThatName() {
        RuleConfig named = rule("Ops", "main", "#leads");
        List<RuleConfig> before = List.of(named, rule("Ops", "release/*", "#opps"));
        List<RuleConfig> alike = List.of(named, rule("Ops", "main", "#opps"));

        assertThat(now(before, before)).contains(new Destination(null, "opps"));
        assertThat(now(before, List.of(named, rule("Ops", "release/*", "#ops"))))
                .contains(new Destination(null, "ops"));
        assertThat(now(before, List.of(named))).as("it is gone").isEmpty();
        assertThat(now(alike, alike)).as("with the same conditions").isEmpty();
        assertThat(now(alike, List.of(named))).as("one of these is gone").isEmpty();
    }

    @Test
    void shouldLeadToNoOtherChannelOfARuleFromWhichTheMisspeltOneWasTaken() {
        RuleConfig before = rule("Ops", "release/*", "#opps", "#dev");

        assertThat(now(List.of(before), List.of(rule("Ops", "release/*", "#dev"))))
                .isEmpty();
    }

    /** Where the channel that the second or only rule has named leads after a change of the rules. */
    private static Optional<Destination> now(List<RuleConfig> before, List<RuleConfig> after) {
        ChannelSource source = scopes(before)
                .rules()
                .get(before.size() > 1 ? 1 : 0)
                .targets()
                .get(0)
                .options()
                .channelSource();
        return ConfiguredChannels.current(source, scopes(after));
    }

    private static RuleScopes scopes(List<RuleConfig> rules) {
        return new RuleScopes(List.of(new RuleScopeConfig(RuleScope.SYSTEM, "", List.of(), List.of(), rules)));
    }

    private static RuleConfig rule(@CheckForNull String name, String branches, String... to) {
        RuleConfig rule = new RuleConfig();
        rule.setName(name);
        rule.setBranches(List.of(branches));
        rule.setTo(List.of(to));
        return rule;
    }
}
