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
 * How messages are posted: with which token, into which channel, and at which place of it.
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

    /** Makes the post of a message, with the token that it is sent with now, and what is known of its earlier attempts. */
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

    /** Whether a message that is not there may still come by an earlier attempt. */
    boolean mayStillArrive(String deliveryId) {
        return !poster.mayArriveFor(deliveryId).isZero();
    }

    /** Whether the place that has named the channel of a message names another one by now. */
    boolean isCorrected(Message message, EngineSettings settings) {
        return named.corrected(message, settings).isPresent();
    }

    /** Whether a message may have been posted to a channel that bore the name of its destination, and does not any more. */
    boolean mayBeInFormerChannel(Delivery delivery, Message message) {
        return delivery.doubt(results.clock().instant())
                .filter(doubt -> !poster.formerChannels(message, doubt).isEmpty())
                .isPresent();
    }

    /**
     * Looks for a message in the channel that is named in its place by now, to which an earlier attempt may have followed.
     *
     * @return empty where no other channel is named, or the message is not there, or nobody may look; otherwise what has come of it
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
            // The place may name another workspace by now. What is in the channel of before does not wait for its
            // token.
            return Optional.empty();
        }
        SendResult found = post.lookFor();
        // Also where it may still arrive there.
        boolean isTold = found instanceof SendResult.Sent || found instanceof SendResult.Retry;
        return isTold ? Optional.of(found) : Optional.empty();
    }

    /** Puts a message into the thread in which it belongs, if it does. */
    static OutgoingMessage inPlace(OutgoingMessage outgoing, Placement placement) {
        return placement instanceof Placement.InThread thread
                ? outgoing.inThread(thread.threadTs()).broadcast(thread.broadcast())
                : outgoing;
    }

    /** Returns the id or the name of the channel of a message. A thread stays where it is, though its channel be renamed. */
    String channel(Message message, Placement placement) {
        if (placement instanceof Placement.InThread thread) {
            return thread.parent().channel();
        }
        return placement instanceof Placement.InPlace place ? place.location().channel() : poster.address(message);
    }
}
