package io.jenkins.plugins.slacknotify.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.config.rules.DestinationConfig;
import io.jenkins.plugins.slacknotify.config.rules.NameResolver;
import io.jenkins.plugins.slacknotify.config.rules.RuleScopeConfig;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.DestinationProfile;
import io.jenkins.plugins.slacknotify.routing.RuleSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleScopesTest {
    private static final RuleScopeConfig SYSTEM = scope(
            RuleSet.RuleScope.SYSTEM,
            "",
            new DestinationConfig("ops", "#ops"),
            new DestinationConfig("all", "#general"));
    private static final RuleScopeConfig SHOP =
            scope(RuleSet.RuleScope.FOLDER, "shop", new DestinationConfig("ops", "#shop-ops"));

    private static RuleScopeConfig scope(RuleSet.RuleScope scope, String owner, DestinationConfig... destinations) {
        return new RuleScopeConfig(scope, owner, List.of(destinations), List.of(), List.of());
    }

    @Test
    void shouldTakeANameOfTheNearestScope() {
        NameResolver names = RuleScopes.names(List.of(SHOP, SYSTEM));

        assertThat(names.destination("ops").map(DestinationProfile::destination))
                .contains(new Destination(null, "shop-ops"));
        assertThat(names.destination("all").map(DestinationProfile::destination))
                .contains(new Destination(null, "general"));
        assertThat(names.destinationNames()).containsExactly("ops", "all");
    }

    @Test
    void shouldNotLetAScopeKnowTheScopesInsideOfIt() {
        NameResolver names = RuleScopes.names(List.of(SYSTEM));

        assertThat(names.destination("ops").map(DestinationProfile::destination))
                .contains(new Destination(null, "ops"));
    }
}
