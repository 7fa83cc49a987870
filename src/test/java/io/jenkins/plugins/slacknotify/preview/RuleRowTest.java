package io.jenkins.plugins.slacknotify.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.participants.Addressees;
import io.jenkins.plugins.slacknotify.routing.Condition;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.DestinationProfile;
import io.jenkins.plugins.slacknotify.routing.MessageOptions;
import io.jenkins.plugins.slacknotify.routing.NamePatterns;
import io.jenkins.plugins.slacknotify.routing.Rule;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RuleRowTest {
    private static final Condition SEVERAL = new Condition(
            NamePatterns.of(List.of("shop/**", "acquisition-x/**", "!shop/acquisition-y")),
            NamePatterns.ANY,
            Set.of(),
            Set.of(EventKind.FAILURE),
            Severity.INFO,
            Set.of());

    @Test
    void shouldSayOfAnothersSubscriptionWhatIsAboutTheJobAlone() {
        var rule = Rule.builder("Subscription 7f3", SEVERAL)
                .people(new Addressees(Set.of(), List.of("ada")))
                .build();

        assertThat(RuleRow.of(rule, null).toString()).contains("ada", "acquisition-x");
        assertThat(RuleRow.ofSubscription(rule, "shop/main", null).toString())
                .contains("Subscription 7f3", "shop/**", "Failure", "in a direct message")
                .doesNotContain("ada", "acquisition");
    }

    @Test
    void shouldNameTheChannelThatHasSubscribed() {
        var target =
                new DestinationProfile("ops", new Destination(null, "#ops"), MessageOptions.DEFAULT, Severity.INFO);
        var rule = Rule.notifying("Subscription 7f4", SEVERAL, List.of(target));

        assertThat(RuleRow.ofSubscription(rule, "shop/main", null).toString())
                .contains("#ops", "shop/**")
                .doesNotContain("acquisition");
    }
}
