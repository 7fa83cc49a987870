package io.jenkins.plugins.slacknotify.page.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.config.inbound.InboundConfig;
import io.jenkins.plugins.slacknotify.config.inbound.SlackAppConfig;
import io.jenkins.plugins.slacknotify.config.rules.DestinationConfig;
import io.jenkins.plugins.slacknotify.config.rules.RoutingProblem;
import io.jenkins.plugins.slacknotify.config.rules.RuleConfig;
import io.jenkins.plugins.slacknotify.config.rules.SystemRouting;
import io.jenkins.plugins.slacknotify.config.rules.WorkspaceConfig;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingEditorTest {
    private final DestinationConfig ops = new DestinationConfig("ops", "#ops");

    @Test
    void shouldShowAProblemOfTheEditedElementAtItsField() {
        RuleConfig typo = rule("Typo", "opps");

        assertThat(RoutingEditor.problems(routing(List.of(ops)), routing(List.of(ops), typo), typo))
                .extracting(RoutingProblem::field, RoutingProblem::message)
                .singleElement()
                .asString()
                .contains("to", "there is no destination 'opps'. There are: ops.");
    }

    @Test
    void shouldShowAFieldThatWasNotTakenOver() {
        RuleConfig invalid = rule("Invalid", "ops");
        invalid.setJobs(List.of("/shop"));

        assertThat(RoutingEditor.problems(routing(List.of(ops)), routing(List.of(ops), invalid), invalid))
                .extracting(RoutingProblem::field)
                .containsExactly("jobs");
    }

    @Test
    void shouldSayWhichOtherElementAChangeBreaks() {
        RuleConfig needs = rule("Needs", "ops");

        assertThat(RoutingEditor.problems(routing(List.of(ops), needs), routing(List.of(), needs), null))
                .extracting(RoutingProblem::message)
                .singleElement()
                .asString()
                .startsWith("This would break \"Needs\": there is no destination 'ops'.");
    }

    @Test
    void shouldNotMindWhatWasBrokenBefore() {
        RuleConfig broken = rule("Broken", "gone");
        RuleConfig invalid = rule("Invalid", "ops");
        invalid.setEvents(List.of("never"));
        RuleConfig fine = rule("Fine", "ops");

        assertThat(RoutingEditor.problems(
                        routing(List.of(ops), broken, invalid), routing(List.of(ops), invalid, fine, broken), fine))
                .isEmpty();
    }

    @Test
    void shouldLetASwitchedOffRuleStandWhereItIsNeverAsked() {
        RuleConfig last = rule("Last", "ops");
        last.setLast(true);
        RuleConfig never = rule("Never", "#b");
        RuleConfig off = rule("Off", "#b");
        off.setDisabled(true);

        assertThat(RoutingEditor.problems(routing(List.of(ops), last), routing(List.of(ops), last, never), never))
                .hasSize(1);
        assertThat(RoutingEditor.problems(routing(List.of(ops), last), routing(List.of(ops), last, off), off))
                .isEmpty();
        last.setDisabled(true);
        assertThat(RoutingEditor.problems(routing(List.of(ops), last), routing(List.of(ops), last, never), never))
                .isEmpty();
    }

    /** What it says of an old problem names positions and other elements, and these change with anything. */
    @Test
    void shouldKnowAnOldProblemAgainWhateverItSays() {
        RuleConfig broken = rule(null, "gone");
        RuleConfig first = rule(null, "#a");
        RuleConfig lastOne = rule(null, "#b");
        lastOne.setLast(true);
        RuleConfig never = rule(null, "#c");
        SystemRouting before = routing(List.of(ops), first, lastOne, never, broken);
        DestinationConfig added = new DestinationConfig("added", "#added");

        assertThat(RoutingEditor.problems(before, routing(List.of(ops), lastOne, never, broken), null))
                .as("deleted above them")
                .isEmpty();
        assertThat(RoutingEditor.problems(before, routing(List.of(ops), never, first, lastOne, broken), null))
                .as("moved")
                .isEmpty();
        assertThat(RoutingEditor.problems(before, routing(List.of(ops, added), first, lastOne, never, broken), added))
                .as("there are other destinations to name")
                .isEmpty();
    }

    @Test
    void shouldCountTheProblemsThatAreAlike() {
        RuleConfig lastOne = rule(null, "#b");
        lastOne.setLast(true);
        RuleConfig never = rule(null, "#c");
        RuleConfig other = rule(null, "#d");

        assertThat(RoutingEditor.problems(
                        routing(List.of(ops), other, lastOne, never),
                        routing(List.of(ops), lastOne, never, other),
                        null))
                .as("another rule is never asked, as one was before")
                .hasSize(1);
    }

    /** The form repairs one rule, and breaks another one of the same name, or of none, in the same way. */
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "Same")
    void shouldNotTakeAProblemForThatOfAnotherRule(String name) {
        RuleConfig lastOfB = rule(name, "#b");
        lastOfB.setJobs(List.of("b"));
        lastOfB.setLast(true);
        RuleConfig ofB = rule(name, "#b");
        ofB.setJobs(List.of("b"));
        RuleConfig ofC = rule(name, "#c");
        ofC.setJobs(List.of("c"));
        RuleConfig lastOfC = rule(name, "#b");
        lastOfC.setJobs(List.of("c"));
        lastOfC.setLast(true);

        assertThat(RoutingEditor.problems(
                        routing(List.of(ops), lastOfB, ofB, ofC), routing(List.of(ops), lastOfC, ofB, ofC), lastOfC))
                .as("the third is never asked now, as the second was before")
                .extracting(RoutingProblem::index)
                .containsExactly(2);
        assertThat(RoutingEditor.problems(
                        routing(List.of(ops), lastOfB, ofB, ofC), routing(List.of(ops), ofB, lastOfB, ofC), null))
                .as("nobody is hidden any more")
                .isEmpty();
    }

    /** What follows a new name is a copy, as is a rule that is switched. */
    @Test
    void shouldKnowAnOldProblemAgainInAChangedElement() {
        RuleConfig broken = rule(null, "gone");
        RuleConfig both = rule(null, "ops");
        both.setTo(List.of("ops", "missing"));
        SystemRouting before = routing(List.of(ops), both, rule(null, "#a"), broken);
        DestinationConfig renamed = new DestinationConfig("ops-team", "#ops");
        SystemRouting changed = before.copy();
        changed.setDestinations(List.of(renamed));

        assertThat(RoutingEditor.problems(
                        before, ReferenceUpdater.update(changed, RoutingList.DESTINATIONS, "ops", "ops-team"), renamed))
                .as("renamed")
                .isEmpty();
        assertThat(RoutingEditor.problems(
                        before,
                        routing(List.of(ops), both, before.getRules().get(1), ElementList.switched(broken)),
                        null))
                .as("switched off")
                .isEmpty();
    }

    @Test
    void shouldNotLetAWorkspaceGoThatASlackAppNames() {
        SlackAppConfig app = new SlackAppConfig("App");
        app.setWorkspace("partner");
        SlackAppConfig lost = new SlackAppConfig("Lost");
        lost.setWorkspace("never-there");
        InboundConfig inbound = new InboundConfig();
        inbound.setApps(List.of(app, lost, new SlackAppConfig("Own")));
        SystemRouting before = routing(List.of());
        before.setWorkspaces(List.of(new WorkspaceConfig("partner", "bot")));

        assertThat(RoutingEditor.lostWorkspaces(before, routing(List.of()), inbound))
                .extracting(RoutingProblem::message)
                .containsExactly(
                        "The Slack app \"App\" belongs to the workspace \"partner\". Give it another workspace on the"
                                + " page Commands and buttons, or remove it there, first.");
        assertThat(RoutingEditor.lostWorkspaces(before, before, inbound)).isEmpty();
    }

    private static SystemRouting routing(List<DestinationConfig> destinations, RuleConfig... rules) {
        SystemRouting routing = new SystemRouting();
        routing.setDestinations(destinations);
        routing.setRules(List.of(rules));
        return routing;
    }

    private static RuleConfig rule(String name, String to) {
        RuleConfig rule = new RuleConfig();
        rule.setName(name);
        rule.setTo(List.of(to));
        return rule;
    }
}
