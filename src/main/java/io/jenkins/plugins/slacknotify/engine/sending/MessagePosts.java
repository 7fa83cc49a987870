package io.jenkins.plugins.slacknotify.engine.sending;

import io.jenkins.plugins.slacknotify.engine.conversation.Placement;
import io.jenkins.plugins.slacknotify.engine.notification.Message;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.engine.spi.TokenUnavailableException;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.slack.model.OutgoingMessage;
import java.util.Optional;

/**
 * Makes the {@link SlackPost} of a message: chooses the token, the channel, and the place in the channel.
 *
 * <p>Safe for use by many threads.
 */
record MessagePosts(SlackConnector connector, ChannelPoster poster, NamedChannels named, ResultMapper results) {
    /** Whether two messages can be one, because both are sent with the same token, and their channels were named in one place. */
    boolean haveOneToken(Message one, Message other, EngineSettings settings) {
        return one == other || hasSameSource(one, other, settings) && connector.haveOneToken(one, other, settings);
    }

    private boolean hasSameSource(Message one, Message other, EngineSettings settings) {
        return named.corrected(one, settings).equals(named.corrected(other, settings));
    }

    /** Makes the post of a message, with the token for it by the current settings, and what is known of its earlier attempts. */
    SlackPost post(
            Delivery delivery,
            Message message,
            OutgoingMessage outgoing,
            LostPlacePolicy policy,
            EngineSettings settings)
            throws TokenUnavailableException {
        return new SlackPost(
                poster,
                connector.connect(message, settings),
                message,
                outgoing,
                policy,
                new SlackPost.Options(
                        message.wantsPermalink(),
                        delivery.entry().id(),
                        delivery.doubt(results.clock().instant()).orElse(null)),
                results);
    }

    /** Whether Slack may still post a message by an earlier attempt, though a search has not found it. */
    boolean mayStillArrive(String deliveryId) {
        return !poster.mayArriveFor(deliveryId).isZero();
    }

    /** Whether the settings name another channel now in the place from which the channel of a message came. */
    boolean isCorrected(Message message, EngineSettings settings) {
        return named.corrected(message, settings).isPresent();
    }

    /** Whether an earlier attempt may have posted a message to a channel that had the name of its destination then, and has not now. */
    boolean mayBeInFormerChannel(Delivery delivery, Message message) {
        return delivery.doubt(results.clock().instant())
                .filter(doubt -> !poster.formerChannels(message, doubt).isEmpty())
                .isPresent();
    }

    /**
     * Looks for a message in the channel that the settings name now instead of its own, where an earlier attempt may have posted it.
     *
     * @return empty if the settings name no other channel, or the message is not there, or Slack refuses the search
     */
    Optional<SendResult> lookInCorrected(Delivery delivery, Message message, EngineSettings settings) {
        Optional<Destination> corrected = named.corrected(message, settings);
        if (corrected.isEmpty()) {
            return Optional.empty();
        }
        Message moved = message.to(corrected.get());
        OutgoingMessage empty =
                OutgoingMessage.of(poster.address(moved), "", delivery.entry().id());
        SlackPost post;
        try {
            post = post(delivery, moved, empty, LostPlacePolicy.of(message), settings);
        } catch (TokenUnavailableException e) {
            // The settings may name another workspace now. A message for the former channel does not wait for its
            // token.
            return Optional.empty();
        }
        SendResult found = post.lookFor();
        // A Retry says that Slack may still post the message there.
        boolean isDecided = found instanceof SendResult.Sent || found instanceof SendResult.Retry;
        return isDecided ? Optional.of(found) : Optional.empty();
    }

    /** Returns the message with its thread, if its place is in one. */
    static OutgoingMessage inPlace(OutgoingMessage outgoing, Placement placement) {
        return placement instanceof Placement.InThread thread
                ? outgoing.inThread(thread.threadTs()).broadcast(thread.broadcast())
                : outgoing;
    }

    /** Returns the channel of a message: that of its thread or of the message that it changes, or else that of its destination. */
    String channel(Message message, Placement placement) {
        if (placement instanceof Placement.InThread thread) {
            return thread.parent().channel();
        }
        return placement instanceof Placement.InPlace place ? place.location().channel() : poster.address(message);
    }
}
