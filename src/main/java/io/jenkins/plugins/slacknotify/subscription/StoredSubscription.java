package io.jenkins.plugins.slacknotify.subscription;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A subscription as it is written in the file. The names are those in the file; events and severities are the words that
 * people write.
 */
record StoredSubscription(
        String id,
        String account,
        String installation,
        String member,
        @CheckForNull String workspace,
        String channel,
        @CheckForNull String channelName,
        List<String> jobs,
        @CheckForNull List<String> branches,
        List<String> events,
        @CheckForNull String minimumSeverity,
        @CheckForNull List<String> mention,
        String since,
        @CheckForNull String rest) {

    static StoredSubscription of(Subscription subscription) {
        SubscriptionFilter filter = subscription.filter();
        RestingReason rest = subscription.rest();
        return new StoredSubscription(
                subscription.id(),
                subscription.author().account(),
                subscription.author().installation(),
                subscription.author().member(),
                subscription.target().workspace(),
                subscription.target().channel(),
                subscription.target().name(),
                filter.jobs(),
                filter.branches(),
                filter.events().stream().sorted().map(EventKind::id).toList(),
                filter.minimumSeverity().id(),
                filter.mention(),
                subscription.since().toString(),
                rest == null ? null : rest.name());
    }

    /** @throws RuntimeException where the file says something else than this version knows */
    Subscription toSubscription() {
        Set<EventKind> kinds = events.stream().map(EventKind::parse).collect(Collectors.toSet());
        SubscriptionFilter filter = new SubscriptionFilter(
                jobs,
                branches == null ? List.of() : branches,
                kinds,
                minimumSeverity == null ? Severity.INFO : Severity.parse(minimumSeverity),
                mention == null ? List.of() : mention);
        return new Subscription(
                id,
                new SubscriptionAuthor(account, installation, member),
                new SubscriptionTarget(workspace, channel, channelName),
                filter,
                Instant.parse(since),
                rest == null ? null : RestingReason.valueOf(rest));
    }
}
