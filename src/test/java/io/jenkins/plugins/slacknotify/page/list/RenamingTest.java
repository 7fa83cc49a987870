package io.jenkins.plugins.slacknotify.page.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.config.rules.DestinationConfig;
import io.jenkins.plugins.slacknotify.config.rules.RuleConfig;
import io.jenkins.plugins.slacknotify.config.rules.SystemRouting;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RenamingTest {
    private final SystemRouting routing = new SystemRouting();
    private final RuleConfig rule = new RuleConfig();
    private final DestinationConfig destination = new DestinationConfig("ops", "#ops");

    @BeforeEach
    void fill() {
        rule.setTo(List.of("ops", "#ops", "other"));
        rule.setTemplate("ops");
        rule.setDisabled(true);
        destination.setWorkspace("ops");
        routing.setRules(List.of(rule));
        routing.setDestinations(List.of(destination));
    }

    @Test
    void shouldFollowADestinationAndNothingElse() {
        SystemRouting renamed = Renaming.follow(routing, RoutingList.DESTINATIONS, "ops", "operations");

        assertThat(renamed.getRules())
                .singleElement()
                .returns(List.of("operations", "#ops", "other"), RuleConfig::getTo)
                .returns("ops", RuleConfig::getTemplate)
                .returns(true, RuleConfig::isDisabled);
        assertThat(renamed.getDestinations()).containsExactly(destination);
        assertThat(rule.getTo()).as("the element that was there").contains("ops");
    }

    @Test
    void shouldFollowATemplateAndAWorkspace() {
        assertThat(Renaming.follow(routing, RoutingList.TEMPLATES, "ops", "new").getRules())
                .singleElement()
                .returns("new", RuleConfig::getTemplate);
        assertThat(Renaming.follow(routing, RoutingList.WORKSPACES, "ops", "new")
                        .getDestinations())
                .singleElement()
                .returns("new", DestinationConfig::getWorkspace)
                .returns("ops", DestinationConfig::getName);
    }

    @Test
    void shouldChangeNothingForANewElement() {
        assertThat(Renaming.follow(routing, RoutingList.DESTINATIONS, "", "ops").getRules())
                .containsExactly(rule);
        assertThat(Renaming.follow(routing, RoutingList.RULES, "ops", "new").getRules())
                .containsExactly(rule);
    }
}
