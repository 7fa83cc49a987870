package io.jenkins.plugins.slacknotify.config.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.RuleSet;
import io.jenkins.plugins.slacknotify.routing.Target;
import java.util.List;
import org.junit.jupiter.api.Test;

class RulePlacesTest {
    private static final RulePlace SYSTEM = place(
            RuleSet.Place.SYSTEM, "", new NamedDestination("ops", "#ops"), new NamedDestination("all", "#general"));
    private static final RulePlace SHOP = place(RuleSet.Place.FOLDER, "shop", new NamedDestination("ops", "#shop-ops"));

    private static RulePlace place(RuleSet.Place place, String owner, NamedDestination... destinations) {
        return new RulePlace(place, owner, List.of(destinations), List.of(), List.of());
    }

    @Test
    void shouldTakeANameOfTheNearestPlace() {
        Names names = RulePlaces.names(List.of(SHOP, SYSTEM));

        assertThat(names.destination("ops").map(Target::destination)).contains(new Destination(null, "shop-ops"));
        assertThat(names.destination("all").map(Target::destination)).contains(new Destination(null, "general"));
        assertThat(names.destinations()).containsExactly("ops", "all");
    }

    @Test
    void shouldNotLetAPlaceKnowWhatIsInsideOfIt() {
        Names names = RulePlaces.names(List.of(SYSTEM));

        assertThat(names.destination("ops").map(Target::destination)).contains(new Destination(null, "ops"));
    }
}
