package io.jenkins.plugins.slacknotify.config.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.subscription.SubscriptionTarget;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SubscriptionsConfigTest {
    private static final SubscriptionTarget OPS = new SubscriptionTarget(null, "C0OPS", "ops");

    private final SubscriptionsConfig config = new SubscriptionsConfig();

    private boolean isRefused(String account, Set<String> groups, SubscriptionTarget target) {
        return config.refusal(name -> name.equals(account) || groups.contains(name), target)
                .isPresent();
    }

    @Test
    void shouldLetEverybodySubscribe() {
        assertThat(isRefused("anna", Set.of(), OPS)).isFalse();
    }

    @Test
    void shouldLetAccountsAndGroupsSubscribe() {
        config.setOwners(List.of("anna", "shop-team"));

        assertThat(isRefused("anna", Set.of(), OPS)).isFalse();
        assertThat(isRefused("bob", Set.of("authenticated", "shop-team"), OPS)).isFalse();
        assertThat(isRefused("ANNA", Set.of("SHOP-TEAM"), OPS))
                .as("names that the security realm takes for others")
                .isTrue();
        assertThat(isRefused("bob", Set.of("authenticated"), OPS)).isTrue();
        assertThat(isRefused("shop", Set.of("team"), OPS)).isTrue();
    }

    @Test
    void shouldTakeTheLinkOfAChannel() {
        config.setChannels(List.of("https://acme.slack.com/archives/C0123456789"));

        assertThat(config.getChannels()).containsExactly("C0123456789");
        assertThat(isRefused("anna", Set.of(), new SubscriptionTarget(null, "C0123456789", "ops")))
                .isFalse();
    }

    @Test
    void shouldLetCertainChannelsBeSubscribed() {
        config.setChannels(List.of("#Ops", "C0DEV"));

        assertThat(isRefused("anna", Set.of(), OPS)).isFalse();
        assertThat(isRefused("anna", Set.of(), new SubscriptionTarget(null, "C0DEV", null)))
                .isFalse();
        assertThat(isRefused("anna", Set.of(), new SubscriptionTarget(null, "C0OTHER", "other")))
                .isTrue();
        assertThat(isRefused("anna", Set.of(), new SubscriptionTarget(null, "D0ANNA", null)))
                .isFalse();
    }

    /** Whoever administers another workspace calls a channel there as they like. An id is one in Slack. */
    @Test
    void shouldKnowTheNamesOfTheWorkspaceOfTheSystemAlone() {
        config.setChannels(List.of("#ops", "C0DEV"));

        assertThat(isRefused("anna", Set.of(), new SubscriptionTarget("partner", "C0THEIRS", "ops")))
                .isTrue();
        assertThat(isRefused("anna", Set.of(), new SubscriptionTarget("partner", "C0DEV", null)))
                .isFalse();
    }

    @Test
    void shouldForbidAll() {
        config.setForbidden(true);

        assertThat(isRefused("anna", Set.of(), OPS)).isTrue();
    }
}
