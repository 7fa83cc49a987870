package io.jenkins.plugins.slacknotify.engine.sending;

import io.jenkins.plugins.slacknotify.engine.composing.Composer;
import io.jenkins.plugins.slacknotify.engine.conversation.Placement;
import io.jenkins.plugins.slacknotify.engine.conversation.PlacementFinder;
import io.jenkins.plugins.slacknotify.engine.notification.FollowUps;
import io.jenkins.plugins.slacknotify.engine.notification.Message;
import io.jenkins.plugins.slacknotify.engine.sending.MentionResolver.Resolved;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.engine.spi.TokenUnavailableException;
import io.jenkins.plugins.slacknotify.message.RenderedMessage;
import io.jenkins.plugins.slacknotify.outbox.Delivery;
import io.jenkins.plugins.slacknotify.outbox.SendResult;
import io.jenkins.plugins.slacknotify.slack.OutgoingMessage;
import io.jenkins.plugins.slacknotify.slack.SlackResult;
import java.util.List;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Sends {@link Message}s: finds the place of each, writes it, posts it, and plans what follows in its thread. */
final class MessageSender {
    private static final Logger LOGGER = Logger.getLogger(MessageSender.class.getName());

    private static final String PLAIN = "Slack did not take the whole message, so a short one stands for it.";

    private static final Placement ALONE = new Placement.Alone();

    private final SlackConnector connector;
    private final ChannelPoster poster;
    private final PlacementFinder placements;
    private final MentionResolver mentions;
    private final Composer composer;
    private final FollowUps followUps;
    private final ResultMapper results;

    MessageSender(
            SlackConnector connector,
            ChannelPoster poster,
            PlacementFinder placements,
            MentionResolver mentions,
            Composer composer,
            FollowUps followUps,
            ResultMapper results) {
        this.connector = connector;
        this.poster = poster;
        this.placements = placements;
        this.mentions = mentions;
        this.composer = composer;
        this.followUps = followUps;
        this.results = results;
    }

    SendResult send(Delivery delivery, Message message, EngineSettings now)
            throws TokenUnavailableException, UnwritableException {
        Placement placement = travelledInDigest(delivery) ? ALONE : placements.find(message);
        if (placement instanceof Placement.None none) {
            return none.result();
        }
        SlackResult<List<Resolved>> resolved = mentions.resolve(List.of(message), now);
        if (!(resolved instanceof SlackResult.Success<List<Resolved>> success)) {
            return results.fromQuery(resolved);
        }
        Message addressed = success.value().get(0).message();
        RenderedMessage content = write(() -> composer.write(addressed, now));
        SendResult result = send(delivery, message, placement, content, now);
        if (result instanceof SendResult.Sent) {
            planThread(delivery, message, now);
        }
        Stream<String> notes = success.value().stream().map(Resolved::note);
        return ResultMapper.withNotes(result, Stream.concat(composer.note(message).stream(), notes));
    }

    /** Writes a message. Whatever goes wrong, such as a stack that overflows, nothing was sent. */
    private static RenderedMessage write(Supplier<RenderedMessage> writer) throws UnwritableException {
        try {
            return writer.get();
        } catch (RuntimeException | Error e) {
            throw new UnwritableException(e);
        }
    }

    /** Plans what follows in the thread. The message has arrived, and a fault here must not bring that into doubt. */
    private void planThread(Delivery delivery, Message message, EngineSettings now) {
        try {
            composer.planThread(delivery.entry().id(), message, now).forEach(followUps::add);
        } catch (RuntimeException | Error e) {
            LOGGER.log(
                    Level.WARNING,
                    e,
                    () -> "Could not write the details of " + delivery.entry().id());
        }
    }

    /** Sends what stands for a message that Slack cannot digest, in its place. */
    SendResult sendPlain(Delivery delivery, Message message, EngineSettings now)
            throws TokenUnavailableException, UnwritableException {
        Placement placement = travelledInDigest(delivery) ? ALONE : placements.find(message);
        if (placement instanceof Placement.None none) {
            return none.result();
        }
        RenderedMessage content = write(() -> composer.plain(message));
        return ResultMapper.withNotes(send(delivery, message, placement, content, now), Stream.of(PLAIN));
    }

    /**
     * Looks for a digest, and sends nothing.
     *
     * @param delivery one of those that may have arrived in it
     */
    SendResult findDigest(Delivery delivery, Message message, EngineSettings now) throws TokenUnavailableException {
        SlackPost post = post(delivery, message, ALONE, composer.plain(message), now);
        return post.find(channelId(post, ALONE), delivery.entry().acceptedAt());
    }

    /** A digest stands in the channel, so there it has to be looked for, whatever its builds would have answered alone. */
    private static boolean travelledInDigest(Delivery delivery) {
        return delivery.state().mayHaveArrived() && delivery.travelledTogether();
    }

    /**
     * Sends several builds in one message.
     *
     * @param delivery the first of them, by which the message is known
     * @param unread how many builds besides this version of the plugin cannot read
     */
    SendResult sendDigest(Delivery delivery, List<Message> builds, int unread, EngineSettings now)
            throws TokenUnavailableException, UnwritableException {
        SlackResult<List<Resolved>> resolved = mentions.resolve(builds, now);
        if (!(resolved instanceof SlackResult.Success<List<Resolved>> success)) {
            return results.fromQuery(resolved);
        }
        List<Message> messages = success.value().stream().map(Resolved::message).toList();
        RenderedMessage content = write(() -> composer.digest(messages, unread));
        SendResult result = send(delivery, builds.get(0), ALONE, content, now);
        return ResultMapper.withNotes(result, success.value().stream().map(Resolved::note));
    }

    private SendResult send(
            Delivery delivery, Message message, Placement placement, RenderedMessage content, EngineSettings now)
            throws TokenUnavailableException {
        SlackPost post = post(delivery, message, placement, content, now);
        // An update that arrives twice is the same message; only a new message can be a duplicate.
        if (placement instanceof Placement.InPlace place) {
            return place.onlyIfThere() ? post.updateIfThere(place.location()) : post.update(place.location());
        }
        return delivery.state().mayHaveArrived()
                ? post.postUnlessFound(
                        channelId(post, placement), delivery.entry().acceptedAt())
                : post.post();
    }

    private SlackPost post(
            Delivery delivery, Message message, Placement placement, RenderedMessage content, EngineSettings now)
            throws TokenUnavailableException {
        return new SlackPost(
                poster,
                connector.connect(message, now),
                message.destination(),
                outgoing(delivery, message, placement, content, now),
                message.wantsPermalink(),
                results);
    }

    private SlackResult<String> channelId(SlackPost post, Placement placement) {
        return placement instanceof Placement.InThread thread
                ? new SlackResult.Success<>(thread.parent().channel())
                : poster.findId(post.destination(), post.connection());
    }

    private OutgoingMessage outgoing(
            Delivery delivery, Message message, Placement placement, RenderedMessage content, EngineSettings now) {
        OutgoingMessage outgoing = OutgoingMessage.of(channel(message, placement), content.text(), delivery.carrierId())
                .withBlocks(content.blocks())
                .withAttachments(content.attachments())
                .withSender(now.botName(message.options()), now.botIcon(message.options()));
        return placement instanceof Placement.InThread thread
                ? outgoing.inThread(thread.threadTs()).broadcast(thread.broadcast())
                : outgoing;
    }

    /** A thread stays where it is, though its channel be renamed. */
    private String channel(Message message, Placement placement) {
        if (placement instanceof Placement.InThread thread) {
            return thread.parent().channel();
        }
        return placement instanceof Placement.InPlace place
                ? place.location().channel()
                : poster.address(message.destination());
    }
}
