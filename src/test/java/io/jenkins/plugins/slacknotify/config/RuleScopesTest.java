package io.jenkins.plugins.slacknotify.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.config.rules.DestinationConfig;
import io.jenkins.plugins.slacknotify.config.rules.NameResolver;
import io.jenkins.plugins.slacknotify.config.rules.RuleScopeConfig;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.DestinationProfile;
import io.jenkins.plugins.slacknotify.routing.RuleScope;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleScopesTest {
    private static final RuleScopeConfig SYSTEM =
            place(RuleScope.SYSTEM, "", new DestinationConfig("ops", "#ops"), new DestinationConfig("all", "#general"));
    private static final RuleScopeConfig SHOP =
            place(RuleScope.FOLDER, "shop", new DestinationConfig("ops", "#shop-ops"));

    private static RuleScopeConfig place(RuleScope place, String owner, DestinationConfig... destinations) {
        return new RuleScopeConfig(place, owner, List.of(destinations), List.of(), List.of());
    }

    @Test
    void shouldTakeANameOfTheNearestPlace() {
        NameResolver names = RuleScopes.names(List.of(SHOP, SYSTEM));

        assertThat(names.destination("ops").map(DestinationProfile::destination))
                .contains(new Destination(null, "shop-ops"));
        assertThat(names.destination("all").map(DestinationProfile::destination))
                .contains(new Destination(null, "general"));
        assertThat(names.destinationNames()).containsExactly("ops", "all");
    }

    @Test
    void shouldNotLetAPlaceKnowWhatIsInsideOfIt() {
        NameResolver names = RuleScopes.names(List.of(SYSTEM));

        assertThat(names.destination("ops").map(DestinationProfile::destination))
                .contains(new Destination(null, "ops"));
    }
}
