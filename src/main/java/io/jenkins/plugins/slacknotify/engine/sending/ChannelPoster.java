package io.jenkins.plugins.slacknotify.engine.sending;

import io.jenkins.plugins.slacknotify.engine.notification.Notification;
import io.jenkins.plugins.slacknotify.memory.LruCache;
import io.jenkins.plugins.slacknotify.outbox.delivery.AttemptPeriod;
import io.jenkins.plugins.slacknotify.outbox.delivery.Note;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.slack.api.RateLimits;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.gateway.SlackGateway;
import io.jenkins.plugins.slacknotify.slack.model.MessageLocation;
import io.jenkins.plugins.slacknotify.slack.model.OutgoingFile;
import io.jenkins.plugins.slacknotify.slack.model.OutgoingMessage;
import io.jenkins.plugins.slacknotify.slack.model.PostedMessage;
import io.jenkins.plugins.slacknotify.slack.model.SearchRange;
import io.jenkins.plugins.slacknotify.slack.refusal.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Calls Slack for one channel or thread: posts, changes and finds messages there. Knows the ids of channels by {@link ChannelIds}. */
final class ChannelPoster {
    /** Slack's error where a token of a whole organisation cannot use the name of a channel. */
    private static final String NEEDS_AN_ID = "team_not_found";

    private static final String CHANGE = "chat.update";

    private static final String NO_CHANNEL = "channel_not_found";

    private static final String NOT_A_MEMBER = "not_in_channel";

    /**
     * For how long the plugin waits for what Slack may still do of a call that has ended without an answer. Slack answers within ten seconds, or
     * hardly works on the call for longer than this.
     */
    private static final Duration WAIT_FOR_LATE_WORK = Duration.ofSeconds(30);

    /** How many calls without an answer are remembered at most. It is more than end like that in {@link #WAIT_FOR_LATE_WORK}. */
    private static final int MAX_UNANSWERED = 5_000;

    /** How many replaced messages are remembered at most. It is more than people delete, and Jenkins then changes, while the process lasts. */
    private static final int MAX_REPLACEMENTS = 1_000;

    private static final Note MAY_UNDO =
            Note.forEverybody("Slack may still be at an earlier change of the message, which would undo this one");

    /** When the last call of this process for a delivery (by its id) or for a message (by its place) has ended without an answer. */
    private final LruCache<String, Instant> unanswered = new LruCache<>(MAX_UNANSWERED);

    /** The places of messages that were posted instead of lost ones, by the places of the lost ones. */
    private final LruCache<String, MessageLocation> replacements = new LruCache<>(MAX_REPLACEMENTS);

    private final SlackGateway gateway;
    private final ChannelIds ids;
    private final RateLimits limits;
    private final InstantSource clock;

    /** @param limits know the methods that Slack lets rest, other than the one that posts */
    ChannelPoster(SlackGateway gateway, ChannelIds ids, RateLimits limits, InstantSource clock) {
        this.gateway = gateway;
        this.ids = ids;
        this.limits = limits;
        this.clock = clock;
    }

    SlackGateway gateway() {
        return gateway;
    }

    /** The channel to post to: the id that is known for the destination of a notification, or else its name. */
    String address(Notification notification) {
        return ids.address(notification);
    }

    /**
     * Posts a message. Where the id that is known of its channel leads nowhere any more, posts it to the name. Where the token
     * needs an id and none is known, looks for that first.
     */
    SlackResult<PostedMessage> post(Notification to, OutgoingMessage message, SlackConnection connection) {
        return rememberUnanswered(
                tryToPost(to, message, connection),
                Stream.concat(Stream.of(message.deliveryId()), message.companions().stream()));
    }

    /** Remembers the time of a call if it has ended without an answer. {@code names} are what {@link #mayArriveFor} is asked for. */
    private <T> SlackResult<T> rememberUnanswered(SlackResult<T> result, Stream<String> names) {
        if (result instanceof SlackResult.Unknown<T> unknown && unknown.mayGoOn()) {
            Instant now = clock.instant();
            names.forEach(name -> unanswered.put(name, now));
        }
        return result;
    }

    /**
     * Returns for how long Slack may still post a message that a search has not found, because a call to post it has ended without an
     * answer; zero if Slack has answered all calls. Knows only the calls of this process.
     */
    Duration mayArriveFor(String deliveryId) {
        Instant now = clock.instant();
        return unanswered
                .get(deliveryId)
                .map(ended -> Duration.between(now, ended.plus(WAIT_FOR_LATE_WORK)))
                // Longer where the clock was set back.
                .filter(rest -> !rest.isNegative() && rest.compareTo(WAIT_FOR_LATE_WORK) <= 0)
                .orElse(Duration.ZERO);
    }

    /**
     * Returns the result for a change that has to wait, because an earlier change of the same message has ended without an answer, and would
     * undo this one if Slack made it later; empty if the message can be changed now.
     */
    Optional<SendResult> untilEarlierChangeIsDone(MessageLocation location) {
        Duration pause = mayArriveFor(name(location));
        return pause.isZero()
                ? Optional.empty()
                : Optional.of(new SendResult.Retry(pause, MAY_UNDO, SendResult.Scope.SEQUENCE));
    }

    /** Returns the place of the message that was posted instead of a lost one; the given place if that message is not lost. */
    MessageLocation follow(MessageLocation location) {
        return replacements.get(name(location)).map(this::follow).orElse(location);
    }

    /** Remembers that a message was posted instead of a lost one. */
    void replaced(MessageLocation lost, MessageLocation replacement) {
        replacements.put(name(lost), replacement);
    }

    /** Returns the name of a place. It differs from each id of a delivery, which has no blank. */
    private static String name(MessageLocation location) {
        return location.channel() + " " + location.ts();
    }

    private SlackResult<PostedMessage> tryToPost(Notification to, OutgoingMessage message, SlackConnection connection) {
        Destination destination = to.destination();
        SlackResult<PostedMessage> result = gateway.post(connection, message);
        boolean byKnownId = !destination.isId()
                && ids.find(to).filter(message.channel()::equals).isPresent();
        if (byKnownId && message.threadTs() == null && result.isRefused(Refusal::isAboutALostChannel)) {
            return postByName(to, message, connection, result);
        }
        if (needsAnId(connection, result)) {
            return findId(to, connection).withoutDoubt().flatMap(id -> gateway.post(connection, message.to(id)));
        }
        return byKnownId ? withName(result, message.channel(), destination) : result;
    }

    private static boolean needsAnId(SlackConnection connection, SlackResult<?> result) {
        return connection.teamId() != null && result.isRefused(NEEDS_AN_ID);
    }

    /**
     * Posts to the name of a channel whose id leads nowhere any more. Where no channel has the name, as that channel was renamed,
     * people have to know about that one. The id stays known until another channel has the name: Slack may report meanwhile that the channel
     * is open again, and what waits for it is found by its id.
     */
    private SlackResult<PostedMessage> postByName(
            Notification to, OutgoingMessage message, SlackConnection connection, SlackResult<PostedMessage> byId) {
        Destination destination = to.destination();
        SlackResult<PostedMessage> byName = gateway.post(connection, message.to(destination.label()));
        if (needsAnId(connection, byName)) {
            byName = askForId(to, connection)
                    .withoutDoubt()
                    .flatMap(id -> id.equals(message.channel()) ? byId : gateway.post(connection, message.to(id)));
        }
        if (byName == byId || (byName.isRefused(NO_CHANNEL) && !byId.isRefused(NO_CHANNEL))) {
            return withName(byId, message.channel(), destination);
        }
        ids.remove(to, message.channel(), clock.instant());
        return byName;
    }

    /** Returns the ids of other channels to which a notification may have gone in a period, as they bore the name. */
    List<String> formerChannels(Notification notification, AttemptPeriod period) {
        return ids.formerOf(notification, period.first());
    }

    /** Puts the name of the channel in the place of its id in a refusal, because people know the channel by its name. */
    private static SlackResult<PostedMessage> withName(
            SlackResult<PostedMessage> result, String id, Destination destination) {
        return result.mapRefusal(refusal -> refusal.namingChannel(id, destination.label()));
    }

    /**
     * Looks for a message that this bot may have posted. A bot may write to a public channel without being a member, but not
     * read it, so it joins the channel for that.
     */
    SlackResult<Optional<PostedMessage>> find(SlackConnection connection, SearchRange range, String deliveryId) {
        return asMember(
                connection,
                range.channel(),
                () -> search(connection, range, () -> gateway.find(connection, range, deliveryId)));
    }

    /** Looks for the messages of several deliveries at once, on the terms of {@link #find}. */
    SlackResult<Map<String, PostedMessage>> findEach(
            SlackConnection connection, SearchRange range, Set<String> deliveryIds) {
        return asMember(
                connection,
                range.channel(),
                () -> search(connection, range, () -> gateway.findEach(connection, range, deliveryIds)));
    }

    private <T> SlackResult<T> search(SlackConnection connection, SearchRange range, Supplier<SlackResult<T>> search) {
        String method = range.threadTs() == null ? "conversations.history" : "conversations.replies";
        return limits.call(connection, method, search);
    }

    /** Replaces a message, on the terms of {@link SlackGateway#update}. */
    SlackResult<MessageLocation> update(SlackConnection connection, MessageLocation location, OutgoingMessage message) {
        return rememberUnanswered(
                limits.call(connection, CHANGE, () -> gateway.update(connection, location, message)),
                Stream.of(name(location)));
    }

    /** Has a message show a file, on the terms of {@link SlackGateway#show}. */
    SlackResult<Boolean> show(
            SlackConnection connection, MessageLocation location, OutgoingMessage message, String fileId) {
        return rememberUnanswered(
                limits.call(connection, CHANGE, () -> gateway.show(connection, location, message, fileId)),
                Stream.of(name(location)));
    }

    /** Has Slack show a file in a thread, on the terms of {@link SlackGateway#share}. */
    SlackResult<String> share(
            SlackConnection connection, OutgoingFile file, MessageLocation thread, Consumer<String> shows) {
        return limits.call(connection, "files", () -> gateway.share(connection, file, thread, shows));
    }

    /** Looks for a message of this bot that shows a file, on the terms of {@link #find}. */
    SlackResult<Optional<PostedMessage>> findFile(
            SlackConnection connection,
            SearchRange range,
            OutgoingFile file,
            Set<String> ids,
            MessageLocation besides) {
        return asMember(
                connection,
                range.channel(),
                () -> search(connection, range, () -> gateway.findFile(connection, range, file, ids, besides)));
    }

    /** Does what only members of a channel may do. Joins the channel where the bot is none, as far as it may. */
    <T> SlackResult<T> asMember(SlackConnection connection, String channel, Supplier<SlackResult<T>> call) {
        SlackResult<T> result = call.get();
        return result.isRefused(NOT_A_MEMBER)
                ? limits.call(connection, "conversations.join", () -> gateway.join(connection, channel))
                        .withoutDoubt()
                        .flatMap(joined -> call.get())
                : result;
    }

    /** The id of the conversation to which a notification goes. Asks Slack where it is not known yet. */
    SlackResult<String> findId(Notification to, SlackConnection connection) {
        Optional<String> known = ids.find(to);
        if (known.isPresent()) {
            return new SlackResult.Success<>(known.get());
        }
        return askForId(to, connection);
    }

    private SlackResult<String> askForId(Notification to, SlackConnection connection) {
        SlackResult<String> found = ask(to.destination(), connection);
        found.success().ifPresent(id -> ids.put(to, id));
        return found;
    }

    private SlackResult<String> ask(Destination destination, SlackConnection connection) {
        if (destination.isPerson()) {
            return limits.call(
                    connection, "conversations.open", () -> gateway.directMessage(connection, destination.channel()));
        }
        return destination.isId()
                ? new SlackResult.Success<>(destination.channel())
                : limits.call(
                        connection, "conversations.list", () -> gateway.channelId(connection, destination.channel()));
    }

    /** Remembers the id of the conversation in which a notification has arrived. */
    void arrived(Notification notification, MessageLocation location) {
        ids.put(notification, location.channel());
    }
}
