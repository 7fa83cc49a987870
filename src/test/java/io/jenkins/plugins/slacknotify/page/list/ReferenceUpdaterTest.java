package io.jenkins.plugins.slacknotify.page.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.jenkins.plugins.slacknotify.config.form.StoredElements;
import io.jenkins.plugins.slacknotify.config.inbound.InboundConfig;
import io.jenkins.plugins.slacknotify.config.inbound.SlackAppConfig;
import io.jenkins.plugins.slacknotify.config.rules.DestinationConfig;
import io.jenkins.plugins.slacknotify.config.rules.RuleConfig;
import io.jenkins.plugins.slacknotify.config.rules.SystemRouting;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReferenceUpdaterTest {
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
        SystemRouting renamed = ReferenceUpdater.update(routing, RoutingList.DESTINATIONS, "ops", "operations");

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
        assertThat(ReferenceUpdater.update(routing, RoutingList.TEMPLATES, "ops", "new")
                        .getRules())
                .singleElement()
                .returns("new", RuleConfig::getTemplate);
        assertThat(ReferenceUpdater.update(routing, RoutingList.WORKSPACES, "ops", "new")
                        .getDestinations())
                .singleElement()
                .returns("new", DestinationConfig::getWorkspace)
                .returns("ops", DestinationConfig::getName);
    }

    @Test
    void shouldChangeNothingForANewElement() {
        assertThat(ReferenceUpdater.update(routing, RoutingList.DESTINATIONS, "", "ops")
                        .getRules())
                .containsExactly(rule);
        assertThat(ReferenceUpdater.update(routing, RoutingList.RULES, "ops", "new")
                        .getRules())
                .containsExactly(rule);
    }

    /** The name that it has would be gone, and nobody could tell from the file what else it was for. */
    @Test
    void shouldFollowInARuleThatIsInvalidOtherwise() {
        StoredElements.read(rule, "events", List.of("of-tomorrow"));

        assertThat(ReferenceUpdater.update(routing, RoutingList.DESTINATIONS, "ops", "operations")
                        .getRules())
                .singleElement()
                .returns(List.of("operations", "#ops", "other"), RuleConfig::getTo)
                .returns(List.of("of-tomorrow"), RuleConfig::getEvents)
                .returns(true, RuleConfig::isInvalid);
    }

    @Test
    void shouldHaveSlackAppsFollowAWorkspace() {
        SlackAppConfig app = new SlackAppConfig("App");
        app.setWorkspace("ops");
        app.setAppId("A0123456789");
        SlackAppConfig other = new SlackAppConfig("Other");
        InboundConfig inbound = new InboundConfig();
        inbound.setApps(List.of(other, app));

        assertThat(ReferenceUpdater.update(inbound, RoutingList.WORKSPACES, "ops", "new")
                        .getApps())
                .extracting(SlackAppConfig::getName, SlackAppConfig::getWorkspace, SlackAppConfig::getAppId)
                .containsExactly(tuple("Other", null, null), tuple("App", "new", "A0123456789"));
        assertThat(app.getWorkspace()).as("the element that was there").isEqualTo("ops");
        assertThat(ReferenceUpdater.update(inbound, RoutingList.DESTINATIONS, "ops", "new"))
                .isSameAs(inbound);
        assertThat(ReferenceUpdater.update(inbound, RoutingList.WORKSPACES, "", "new"))
                .isSameAs(inbound);
    }
}
