package io.jenkins.plugins.slacknotify.control.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.routing.Condition;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.DestinationProfile;
import io.jenkins.plugins.slacknotify.routing.NamePatterns;
import io.jenkins.plugins.slacknotify.routing.Rule;
import io.jenkins.plugins.slacknotify.routing.RuleScope;
import io.jenkins.plugins.slacknotify.routing.RuleSet;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PrivateJobsTest {
    private static final Condition PAYROLL = new Condition(
            NamePatterns.of(List.of("payroll/**")), NamePatterns.ANY, Set.of(), Set.of(), Severity.INFO, Set.of());

    private static Rule last(Condition when, String... channels) {
        return Rule.builder("rule", when)
                .targets(Arrays.stream(channels)
                        .map(channel -> DestinationProfile.of(new Destination(null, channel)))
                        .toList())
                .stopsEvaluation(true)
                .build();
    }

    private static boolean isPrivate(String job, Rule... rules) {
        return PrivateJobs.isPrivate(job, null, List.of(), List.of(new RuleSet(RuleScope.SYSTEM, "", List.of(rules))));
    }

    @Test
    void shouldFindJobsOfWhichNoChannelHears() {
        assertThat(isPrivate("payroll/run", last(PAYROLL))).isTrue();
        assertThat(isPrivate("payroll/run", last(PAYROLL, "U0123456789")))
                .as("a person")
                .isTrue();
        assertThat(isPrivate("shop", last(PAYROLL))).as("another job").isFalse();
        assertThat(isPrivate("payroll/run", last(PAYROLL, "#payroll")))
                .as("a channel")
                .isFalse();
        assertThat(isPrivate("payroll/run", last(Condition.ALWAYS, "#all"), last(PAYROLL)))
                .as("the list has ended before")
                .isFalse();
        assertThat(isPrivate("payroll/run", Rule.notifying("rule", PAYROLL, List.of())))
                .as("the rules after it are asked")
                .isFalse();
        assertThat(isPrivate("payroll/run")).as("no rule").isFalse();
    }

    @Test
    void shouldNotAskRulesThatAreSwitchedOff() {
        assertThat(isPrivate("payroll/run", switchedOff(last(Condition.ALWAYS, "#all")), last(PAYROLL)))
                .as("the rule that would have told a channel is off")
                .isTrue();
        assertThat(isPrivate("payroll/run", switchedOff(last(PAYROLL)), last(Condition.ALWAYS, "#all")))
                .as("the rule that would have made the job private is off")
                .isFalse();
        assertThat(isPrivate("payroll/run", switchedOff(last(PAYROLL))))
                .as("no rule that is on")
                .isFalse();
    }

    private static Rule switchedOff(Rule rule) {
        return Rule.builder(rule.name(), rule.when())
                .targets(rule.targets())
                .stopsEvaluation(rule.stopsEvaluation())
                .disabled(true)
                .build();
    }

    @Test
    void shouldNotTakeARuleForSomeBuildsForOneOfTheJob() {
        assertThat(isPrivate("shop", last(Condition.ofEvents(Set.of(EventKind.SUCCESS)))))
                .isFalse();
        Condition severe =
                new Condition(NamePatterns.ANY, NamePatterns.ANY, Set.of(), Set.of(), Severity.ERROR, Set.of());
        assertThat(isPrivate("shop", last(severe))).isFalse();
    }

    @Test
    void shouldAskTheRulesOfTheJobFirst() {
        List<RuleSet> own = List.of(new RuleSet(RuleScope.FOLDER, "payroll", List.of(last(Condition.ALWAYS))));
        List<RuleSet> system = List.of(new RuleSet(RuleScope.SYSTEM, "", List.of(last(Condition.ALWAYS, "#all"))));

        assertThat(PrivateJobs.isPrivate("payroll/run", null, own, system)).isTrue();
        assertThat(PrivateJobs.isPrivate("payroll/run", null, system, own)).isFalse();
    }
}
