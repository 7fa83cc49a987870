package io.jenkins.plugins.slacknotify.engine.sending;

import io.jenkins.plugins.slacknotify.engine.conversation.Placement;
import io.jenkins.plugins.slacknotify.engine.notification.Message;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.engine.spi.TokenUnavailableException;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.slack.model.OutgoingMessage;

/**
 * How messages are posted: with which token, into which channel, and at which place of it.
 *
 * <p>Safe for use by many threads.
 */
final class MessagePosts {
    private final SlackConnector connector;
    private final ChannelPoster poster;
    private final NamedChannels named;
    private final ResultMapper results;

    MessagePosts(SlackConnector connector, ChannelPoster poster, NamedChannels named, ResultMapper results) {
        this.connector = connector;
        this.poster = poster;
        this.named = named;
        this.results = results;
    }

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
