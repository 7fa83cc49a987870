package io.jenkins.plugins.slacknotify.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.config.rules.DestinationConfig;
import io.jenkins.plugins.slacknotify.config.rules.NameResolver;
import io.jenkins.plugins.slacknotify.config.rules.RuleConfig;
import io.jenkins.plugins.slacknotify.config.rules.RuleScopeConfig;
import io.jenkins.plugins.slacknotify.routing.ChannelLimits;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.DestinationProfile;
import io.jenkins.plugins.slacknotify.routing.RuleScope;
import java.util.List;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

class RuleScopesTest {
    private static final RuleScopeConfig SYSTEM =
            place(RuleScope.SYSTEM, "", new DestinationConfig("ops", "#ops"), new DestinationConfig("all", "#general"));
    private static final RuleScopeConfig SHOP =
            place(RuleScope.FOLDER, "shop", new DestinationConfig("ops", "#shop-ops"));

    private static final BiPredicate<RuleScope, String> ALL = (scope, owner) -> true;
    private static final BiPredicate<RuleScope, String> NONE = (scope, owner) -> false;

    private static RuleScopeConfig place(RuleScope place, String owner, DestinationConfig... destinations) {
        return new RuleScopeConfig(place, owner, List.of(destinations), List.of(), List.of());
    }

    @Test
    void shouldTakeANameOfTheNearestPlace() {
        NameResolver names = new RuleScopes(List.of(SHOP, SYSTEM)).names(ALL);

        assertThat(names.destination("ops").map(DestinationProfile::destination))
                .contains(new Destination(null, "shop-ops"));
        assertThat(names.destination("all").map(DestinationProfile::destination))
                .contains(new Destination(null, "general"));
        assertThat(names.destinationNames()).containsExactly("ops", "all");
    }

    /** As a version that did not refuse it has stored it. */
    @Test
    void shouldLeadNowhereWhereAFolderNamesTheWorkspaceOfAnAdministrator() {
        DestinationConfig partner = new DestinationConfig("ops", "#general");
        partner.setWorkspace("partner");
        RuleConfig rule = new RuleConfig();
        rule.setTo(List.of("ops", "all"));
        RuleScopeConfig folder =
                new RuleScopeConfig(RuleScope.FOLDER, "shop", List.of(partner), List.of(), List.of(rule));
        RuleScopes scopes = new RuleScopes(List.of(folder, SYSTEM));

        assertThat(scopes.names(ALL).target("ops"))
                .as("neither the workspace's channel, nor the system's destination of that name")
                .isEmpty();
        assertThat(scopes.ruleSets().get(0).rules().get(0).targets())
                .extracting(DestinationProfile::destination)
                .containsExactly(new Destination(null, "general"));
        assertThat(scopes.problems(ALL, ChannelLimits.NONE))
                .satisfiesExactly(
                        problem -> assertThat(problem)
                                .startsWith("destinations[0].workspace ('ops'): Only a destination of"),
                        problem -> assertThat(problem)
                                .startsWith("rules[0].to ('Rule 1'): there is no destination 'ops'."));
    }

    @Test
    void shouldTakeTheWorkspaceOfADestinationOfTheSystem() {
        DestinationConfig partner = new DestinationConfig("partner-news", "#news");
        partner.setWorkspace("partner");
        RuleScopeConfig system = place(RuleScope.SYSTEM, "", partner);

        assertThat(new RuleScopes(List.of(SHOP, system))
                        .names(ALL)
                        .target("partner-news")
                        .map(DestinationProfile::destination))
                .contains(Destination.inWorkspace("partner", "#news"));
        assertThat(new RuleScopes(List.of(system)).problems(ALL, ChannelLimits.NONE))
                .isEmpty();
    }

    @Test
    void shouldNotLetAPlaceKnowWhatIsInsideOfIt() {
        NameResolver names = new RuleScopes(List.of(SYSTEM)).names(ALL);

        assertThat(names.destination("ops").map(DestinationProfile::destination))
                .contains(new Destination(null, "ops"));
    }

    /** Whoever may use the names of a scope need not be told them. */
    @Test
    void shouldListOnlyTheNamesThatAReaderMayKnow() {
        RuleConfig rule = new RuleConfig();
        rule.setTo(List.of("opps"));
        rule.setTemplate("wordy");
        RuleScopeConfig job = new RuleScopeConfig(RuleScope.JOB, "shop/job", List.of(), List.of(), List.of(rule));
        RuleScopes scopes = new RuleScopes(List.of(job, SHOP, SYSTEM));

        assertThat(scopes.problems(ALL, ChannelLimits.NONE))
                .anySatisfy(
                        problem -> assertThat(problem).endsWith("There are: ops, all. For a channel, write '#opps'."));
        assertThat(scopes.problems((scope, owner) -> owner.equals("shop"), ChannelLimits.NONE))
                .anySatisfy(problem -> assertThat(problem).contains("There are: ops. For"));
        assertThat(scopes.problems(NONE, ChannelLimits.NONE))
                .containsExactly(
                        "rules[0].to ('Rule 1'): there is no destination 'opps'. For a channel, write '#opps'.",
                        "rules[0].template ('Rule 1'): there is no template 'wordy'.");
        assertThat(scopes.names(NONE).destination("all")).as("it can be used").isPresent();
    }
}
