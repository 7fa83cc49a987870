package io.jenkins.plugins.slacknotify.interaction.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.subscription.SubscriptionFilter;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SubscriptionSentencesTest {
    @Test
    void shouldNameWhatIsForEverybodyWithoutCallingThem() {
        assertThat(sentence("@here")).isEqualTo("`shop` (failure; mentions `@here`)");
        assertThat(sentence("here", "channel")).isEqualTo("`shop` (failure; mentions `@here`, `@channel`)");
    }

    /** Whoever lists what a channel hears of would learn an e-mail address otherwise. */
    @Test
    void shouldOnlyCountPeopleAndGroups() {
        assertThat(sentence("ada@acme.example")).isEqualTo("`shop` (failure; mentions one person or group)");
        assertThat(sentence("U0000001", "everyone", "S0000001"))
                .isEqualTo("`shop` (failure; mentions `@everyone`, 2 people or groups)");
    }

    private static String sentence(String... mention) {
        return SubscriptionSentences.filter(new SubscriptionFilter(
                List.of("shop"), List.of(), Set.of(EventKind.FAILURE), Severity.INFO, List.of(mention)));
    }
}
