package io.jenkins.plugins.slacknotify.control.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.subscription.Subscription;
import io.jenkins.plugins.slacknotify.subscription.SubscriptionAuthor;
import io.jenkins.plugins.slacknotify.subscription.SubscriptionFilter;
import io.jenkins.plugins.slacknotify.subscription.SubscriptionTarget;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SubscriptionYamlTest {
    /** Otherwise a member of Slack would have Configuration as Code put a secret into a rule. */
    @Test
    void shouldWriteAVariableThatSomebodyHasTypedAsText() {
        Subscription subscription = new Subscription(
                "s1",
                new SubscriptionAuthor("${ACCOUNT}", "T1", "U1"),
                new SubscriptionTarget(null, "C1", "ops"),
                new SubscriptionFilter(
                        List.of("shop/**"),
                        List.of("main"),
                        Set.of(),
                        Severity.INFO,
                        List.of("${SLACK_BOT_TOKEN:-a}", "${readFile:/run/secrets/x}", "here")),
                Instant.parse("2026-03-01T10:00:00Z"),
                null);

        assertThat(SubscriptionYaml.of(subscription)).isEqualTo("""
                - name: "Subscription s1 of ^${ACCOUNT}"
                  jobs: ["shop/**"]
                  branches: ["main"]
                  events: ["fixed","unstable","failure"]
                  to: ["C1"]
                  mention: ["^${SLACK_BOT_TOKEN:-a}","^${readFile:/run/secrets/x}","here"]
                """);
    }

    /** The channel of that id may be another one in the workspace of the system, or none. */
    @Test
    void shouldWriteTheDestinationForAChannelOfAnotherWorkspace() {
        Subscription subscription = new Subscription(
                "s1",
                new SubscriptionAuthor("ada", "T2", "U1"),
                new SubscriptionTarget("Acme EU", "C1", "ops"),
                new SubscriptionFilter(List.of("shop"), List.of(), Set.of(), Severity.INFO, List.of()),
                Instant.parse("2026-03-01T10:00:00Z"),
                null);

        assertThat(SubscriptionYaml.of(subscription)).isEqualTo("""
                # Among the destinations:
                # - name: "ops-Acme-EU"
                #   workspace: "Acme EU"
                #   channel: "C1"
                - name: "Subscription s1 of ada"
                  jobs: ["shop"]
                  events: ["fixed","unstable","failure"]
                  to: ["ops-Acme-EU"]
                """);
    }
}
