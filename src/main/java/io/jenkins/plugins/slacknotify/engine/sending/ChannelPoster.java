package io.jenkins.plugins.slacknotify.engine.sending;

import io.jenkins.plugins.slacknotify.engine.notification.Notification;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.slack.MessageLocation;
import io.jenkins.plugins.slacknotify.slack.OutgoingMessage;
import io.jenkins.plugins.slacknotify.slack.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.SlackGateway;
import io.jenkins.plugins.slacknotify.slack.SlackResult;
import java.util.Optional;
import java.util.Set;

/** Posts new messages to channels, by the {@link ChannelIds} that Slack has told. */
final class ChannelPoster {
    /** Slack's errors for a channel that is there no more, as far as the bot can see. */
    private static final Set<String> GONE = Set.of("channel_not_found", "is_archived");

    /** Slack's error where a token of a whole organisation cannot use the name of a channel. */
    private static final Set<String> NEEDS_AN_ID = Set.of("team_not_found");

    private final SlackGateway gateway;
    private final ChannelIds ids;

    ChannelPoster(SlackGateway gateway, ChannelIds ids) {
        this.gateway = gateway;
        this.ids = ids;
    }

    SlackGateway gateway() {
        return gateway;
    }

    /** The channel to post to: the id that is known for the destination of a notification, or else its name. */
    String address(Notification notification) {
        return ids.address(notification);
    }

    /**
     * Posts a message. Where the id that is known of its channel leads nowhere, posts it to the name. Where the token needs an
     * id and none is known, looks for that first.
     */
    SlackResult<MessageLocation> post(Notification to, OutgoingMessage message, SlackConnection connection) {
        Destination destination = to.destination();
        SlackResult<MessageLocation> result = gateway.post(connection, message);
        boolean byKnownId = !destination.isId()
                && ids.find(to).filter(message.channel()::equals).isPresent();
        if (byKnownId && message.threadTs() == null && isRefused(result, GONE)) {
            ids.remove(to);
            return post(to, message.to(destination.label()), connection);
        }
        if (connection.teamId() != null && isRefused(result, NEEDS_AN_ID)) {
            return findId(to, connection).flatMap(id -> gateway.post(connection, message.to(id)));
        }
        return byKnownId ? withName(result, message.channel(), destination) : result;
    }

    private static boolean isRefused(SlackResult<?> result, Set<String> errors) {
        return result instanceof SlackResult.Refused<?> refused
                && errors.contains(refused.refusal().error());
    }

    /** People who read the refusal know the channel by its name. */
    private static SlackResult<MessageLocation> withName(
            SlackResult<MessageLocation> result, String id, Destination destination) {
        return result instanceof SlackResult.Refused<MessageLocation> refused
                ? new SlackResult.Refused<>(refused.refusal().namingChannel(id, destination.label()))
                : result;
    }

    /** The id of the conversation to which a notification goes. Asks Slack where it is not known yet. */
    SlackResult<String> findId(Notification to, SlackConnection connection) {
        Optional<String> known = ids.find(to);
        if (known.isPresent()) {
            return new SlackResult.Success<>(known.get());
        }
        SlackResult<String> found = ask(to.destination(), connection);
        found.success().ifPresent(id -> ids.put(to, id));
        return found;
    }

    private SlackResult<String> ask(Destination destination, SlackConnection connection) {
        if (destination.isPerson()) {
            return gateway.directMessage(connection, destination.channel());
        }
        return destination.isId()
                ? new SlackResult.Success<>(destination.channel())
                : gateway.channelId(connection, destination.channel());
    }

    /** Keeps the id of the conversation in which a notification has arrived. */
    void arrived(Notification notification, MessageLocation location) {
        ids.put(notification, location.channel());
    }
}
