package io.jenkins.plugins.slacknotify.engine.sending;

import io.jenkins.plugins.slacknotify.engine.conversation.ConversationPlanner;
import io.jenkins.plugins.slacknotify.engine.reason.HoldReason;
import io.jenkins.plugins.slacknotify.engine.receipt.MessageReceipt;
import io.jenkins.plugins.slacknotify.engine.stored.ReceiptCodec;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.people.Recipient;
import io.jenkins.plugins.slacknotify.people.Recipients;
import io.jenkins.plugins.slacknotify.slack.api.RateLimits;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.gateway.SlackGateway;
import io.jenkins.plugins.slacknotify.slack.model.MessageLocation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds out which people of a build read of it in a channel, and want to be told once.
 *
 * <p><b>Guaranteed:</b> nobody is left out unless the message has arrived in a channel of which Slack says that they are members.
 * Whatever Slack does not say, such as for want of a scope, counts as no.
 */
record ChannelReaders(SlackGateway slack, RateLimits limits, ConversationPlanner conversations) {
    /** The ids of the messages by which it is not known yet what channels show. What waits for a person's fix is not waited for. */
    Set<String> open(BuildEvent event, Recipients people) {
        return people.recipients().stream().noneMatch(person -> wants(people, person))
                ? Set.of()
                : conversations.shownInChannels(event).stream()
                        .filter(delivery -> !delivery.state().isFinished()
                                && !HoldReason.keepsBack(delivery.state(), delivery.reason()))
                        .map(delivery -> delivery.entry().id())
                        .collect(Collectors.toSet());
    }

    /** The recipients whom a channel has told already. */
    Set<Recipient> among(Recipients people, BuildEvent event, SlackConnection connection) {
        List<Recipient> asked = people.recipients().stream()
                .filter(person -> wants(people, person))
                .toList();
        if (asked.isEmpty()) {
            return Set.of();
        }
        List<String> channels = conversations.shownInChannels(event).stream()
                .filter(delivery -> delivery.state().hasArrived())
                .flatMap(delivery -> ReceiptCodec.message(delivery).stream())
                .map(MessageReceipt::location)
                .map(MessageLocation::channel)
                .distinct()
                .toList();
        Set<String> left = asked.stream().map(Recipient::slackId).collect(Collectors.toCollection(HashSet::new));
        for (String channel : channels) {
            if (!left.isEmpty()) {
                left.removeAll(membersAmong(connection, channel, Set.copyOf(left)));
            }
        }
        return asked.stream().filter(person -> !left.contains(person.slackId())).collect(Collectors.toSet());
    }

    private static boolean wants(Recipients people, Recipient person) {
        return people.preferencesOf(person).onlyOnce();
    }

    private Set<String> membersAmong(SlackConnection connection, String channel, Set<String> memberIds) {
        return limits.call(
                        connection, "conversations.members", () -> slack.membersAmong(connection, channel, memberIds))
                .success()
                .orElse(Set.of());
    }
}
