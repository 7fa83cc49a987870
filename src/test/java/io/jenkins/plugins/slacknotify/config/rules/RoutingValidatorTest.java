package io.jenkins.plugins.slacknotify.config.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingValidatorTest {
    private final SystemRouting routing = new SystemRouting();

    private static RuleConfig rule(String name, String... to) {
        RuleConfig rule = new RuleConfig();
        rule.setName(name);
        rule.setTo(List.of(to));
        return rule;
    }

    private List<String> problems() {
        return RoutingValidator.problemsOf(routing).stream()
                .map(RoutingProblem::toString)
                .toList();
    }

    @Test
    void shouldFindNothingWrongWithWhatIsThere() {
        routing.setDestinations(List.of(new DestinationConfig("ops", "#ops")));
        routing.setRules(List.of(rule("all", "ops", "#builds", "C0123456789")));

        assertThat(problems()).isEmpty();
        assertThatCode(routing::check).doesNotThrowAnyException();
    }

    @Test
    void shouldNameThePathOfADestinationThatIsNotThere() {
        routing.setDestinations(List.of(new DestinationConfig("ops", "#ops")));
        routing.setRules(List.of(rule("first", "ops"), rule("second", "opps")));

        assertThat(problems())
                .containsExactly("rules[1].to ('second'): there is no destination 'opps'. There are: ops."
                        + " For a channel, write '#opps'.");
        assertThatIllegalArgumentException().isThrownBy(routing::check).withMessageContaining("routing.rules[1].to");
    }

    @Test
    void shouldFindATemplateThatIsNotThere() {
        RuleConfig rule = rule("worded", "#builds");
        rule.setTemplate("deployment");
        routing.setRules(List.of(rule));

        assertThat(problems())
                .containsExactly(
                        "rules[0].template ('worded'): there is no template 'deployment'. None has a name yet.");
    }

    @Test
    void shouldFindTwoOfOneName() {
        routing.setDestinations(List.of(new DestinationConfig("ops", "#ops"), new DestinationConfig("ops", "#other")));

        assertThat(problems())
                .containsExactly("destinations[1].name ('ops'): there are two of the name 'ops'. Rename one of them.");
    }

    @Test
    void shouldFindAWorkspaceThatIsNotListed() {
        DestinationConfig news = new DestinationConfig("news", "#news");
        news.setWorkspace("partner");
        routing.setDestinations(List.of(news));

        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith(
                        "destinations[0].workspace ('news'): there is no workspace 'partner'. None has a name yet.");
        routing.setWorkspaces(List.of(new WorkspaceConfig("partner", "partner-bot")));
        assertThat(problems()).isEmpty();
    }

    @Test
    void shouldFindARuleThatIsNeverAsked() {
        RuleConfig all = rule("all", "#builds");
        all.setLast(true);
        RuleConfig some = rule("some", "#ops");
        some.setEvents(List.of("failure"));
        routing.setRules(List.of(all, some));

        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith("rules[1] ('some'): it is never asked, as 'all' before it");
    }

    @Test
    void shouldNameThePathOfWhatARuleDoesNotTake() {
        RuleConfig odd = rule("odd", "#builds");
        odd.setJobs(List.of("shop?"));
        odd.setSeverity("loud");
        routing.setRules(List.of(rule("first", "#builds"), odd));

        assertThat(problems())
                .satisfiesExactlyInAnyOrder(
                        jobs -> assertThat(jobs).startsWith("rules[1].jobs ('odd'): The pattern 'shop?' has a ?"),
                        severity ->
                                assertThat(severity).startsWith("rules[1].severity ('odd'): Unknown severity 'loud'"));
        assertThatIllegalArgumentException()
                .isThrownBy(routing::check)
                .withMessageContaining("unclassified.slackNotify.routing.rules[1].jobs ('odd')");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JobRulesProperty(List.of(odd)))
                .withMessageContaining("rules[0].jobs ('odd')");
        odd.setJobs(List.of("shop"));
        odd.setSeverity(null);
        assertThat(problems()).isEmpty();
    }

    /** No name of a branch has a blank. */
    @Test
    void shouldTakeBranchesBetweenCommasForSeveral() {
        RuleConfig rule = rule("main", "#builds");

        rule.setBranches(List.of("main, release/*,\tfix,typo", "next"));

        assertThat(rule.getBranches()).containsExactly("main", "release/*", "fix,typo", "next");
    }

    @Test
    void shouldNameThePathOfWhatConstructorsDoNotTake() {
        DestinationConfig quiet = new DestinationConfig("quiet", "two words");
        quiet.setMinimumSeverity("loud");
        quiet.setThreadDetails("some");
        WordingConfig odd = new WordingConfig("{jub}");
        odd.setEvents(List.of("broken"));
        routing.setWorkspaces(List.of(new WorkspaceConfig("", " ")));
        routing.setDestinations(List.of(new DestinationConfig("ops", "#ops"), quiet));
        routing.setTemplates(List.of(
                new TemplateConfig("odd", List.of(new WordingConfig("{job}"), odd)),
                new TemplateConfig("empty", null)));
        routing.setRules(List.of(rule("lost", "opps")));

        assertThat(problems())
                .extracting(problem -> problem.replaceFirst(": .*", ""))
                .containsExactly(
                        "workspaces[0].name",
                        "workspaces[0].credentialsId",
                        "destinations[1].channel ('quiet')",
                        "destinations[1].minimumSeverity ('quiet')",
                        "destinations[1].threadDetails ('quiet')",
                        "templates[0].wordings[1].text ('odd')",
                        "templates[0].wordings[1].events ('odd')",
                        "templates[1].wordings ('empty')");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FolderRoutingProperty().setDestinations(List.of(quiet)))
                .withMessageStartingWith("destinations[0].channel ('quiet'): ")
                .withMessageContaining("Unknown severity 'loud'");
    }

    @Test
    void shouldFindAChannelThatNoneCanBe() {
        routing.setRules(List.of(rule("far", "#team/dev")));

        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith("rules[0].to ('far'): no channel of Slack can be called '#team/dev'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"on call", "breakers", "#ops", "a,b", "", "-"})
    void shouldRefuseANameThatCannotBeWrittenBesideOthers(String name) {
        routing.setDestinations(List.of(new DestinationConfig(name, "#ops")));

        assertThat(problems()).singleElement().asString().startsWith("destinations[0].name: ");
    }

    @Test
    void shouldRefuseTheWorkspaceOfAnAdministratorInAFolder() {
        DestinationConfig partner = new DestinationConfig("away", "#general");
        partner.setWorkspace("partner");
        FolderRoutingProperty folder = new FolderRoutingProperty();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> folder.setDestinations(List.of(new DestinationConfig("ops", "#ops"), partner)))
                .withMessageStartingWith(
                        "destinations[1].workspace ('away'): Only a destination of the whole system may");
    }

    @Test
    void shouldRefuseAnIdThatIsNoneOfAWorkspace() {
        WorkspaceConfig workspace = new WorkspaceConfig("partner", "partner-bot");
        routing.setWorkspaces(List.of(workspace));

        workspace.setTeamId("partner.slack.com");
        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith("workspaces[0].teamId ('partner'): ")
                .contains("begins with T and is in");
        workspace.setTeamId(" T0123456789 ");
        assertThat(problems()).isEmpty();
        assertThat(workspace.getTeamId()).isEqualTo("T0123456789");
    }
}
