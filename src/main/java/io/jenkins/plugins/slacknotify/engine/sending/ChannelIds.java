package io.jenkins.plugins.slacknotify.engine.sending;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.notification.DeliveryIds;
import io.jenkins.plugins.slacknotify.engine.notification.MessageReceipt;
import io.jenkins.plugins.slacknotify.engine.stored.JsonCodec;
import io.jenkins.plugins.slacknotify.memory.CacheFile;
import io.jenkins.plugins.slacknotify.memory.LruCache;
import io.jenkins.plugins.slacknotify.outbox.SendResult;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.slack.MessageLocation;
import io.jenkins.plugins.slacknotify.slack.OutgoingMessage;
import io.jenkins.plugins.slacknotify.slack.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.SlackGateway;
import io.jenkins.plugins.slacknotify.slack.SlackResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The ids of conversations, as Slack has told them. A channel keeps its id when it is renamed, so what goes to a name goes to
 * the id that Slack once told for it: also when another channel has that name by now. The name counts again when there is no
 * such channel any more, or it is archived.
 *
 * <p>Those of channels are in a file, too, and outlast the process; where it cannot be written or read, that is logged and
 * Slack is asked anew. Safe for use by many threads.
 */
public final class ChannelIds {
    /** More than a company has. */
    private static final int MOST = 20_000;

    /** The channel is there no more, as far as the bot can see. */
    private static final Set<String> GONE = Set.of("channel_not_found", "is_archived");

    /** How Slack refuses names to a token of a whole organisation. */
    private static final String NEEDS_AN_ID = "team_not_found";

    private final LruCache<String, String> ids = new LruCache<>(MOST);

    @CheckForNull
    private final CacheFile<StoredChannel> file;

    private ChannelIds(@CheckForNull CacheFile<StoredChannel> file) {
        this.file = file;
    }

    /** Remembers while the process lives. */
    public static ChannelIds inMemory() {
        return new ChannelIds(null);
    }

    /** Remembers in the file {@code channels.json} of a folder, which is made when there is something to write. */
    public static ChannelIds in(Path folder) {
        CacheFile<StoredChannel> file = new CacheFile<>(
                folder, "channels.json", "channels", StoredChannel.class, "Which id a channel has in Slack");
        ChannelIds known = new ChannelIds(file);
        file.read().forEach(channel -> known.ids.put(channel.destination(), channel.id()));
        return known;
    }

    /** What a message to a destination is to be posted to: the id that is known for it, or else its name. */
    String address(Destination destination) {
        return destination.isId() ? destination.label() : known(destination).orElseGet(destination::label);
    }

    private Optional<String> known(Destination destination) {
        return ids.get(DeliveryIds.lane(destination));
    }

    /**
     * Posts a message, and where the id that is known of its channel leads nowhere, once more to the name. Where the token
     * wants an id and none is known, it is looked for first.
     */
    SlackResult<MessageLocation> post(
            Destination destination, OutgoingMessage message, SlackConnection connection, SlackGateway slack) {
        SlackResult<MessageLocation> answer = slack.post(connection, message);
        boolean byMemory = !destination.isId()
                && known(destination).filter(message.channel()::equals).isPresent();
        if (byMemory && message.threadTs() == null && isRefused(answer, GONE)) {
            forget(destination);
            return post(destination, message.to(destination.label()), connection, slack);
        }
        if (connection.teamId() != null && isRefused(answer, Set.of(NEEDS_AN_ID))) {
            return of(destination, connection, slack).flatMap(id -> slack.post(connection, message.to(id)));
        }
        return byMemory ? inWordsOfTheName(answer, message.channel(), destination) : answer;
    }

    private static boolean isRefused(SlackResult<?> answer, Set<String> errors) {
        return answer instanceof SlackResult.Refused<?> refused
                && errors.contains(refused.refusal().error());
    }

    /** Whoever reads it knows the channel by its name. */
    private static SlackResult<MessageLocation> inWordsOfTheName(
            SlackResult<MessageLocation> answer, String id, Destination destination) {
        return answer instanceof SlackResult.Refused<MessageLocation> refused
                ? new SlackResult.Refused<>(refused.refusal().namingChannel(id, destination.label()))
                : answer;
    }

    /**
     * The id of a destination's conversation.
     *
     * @param slack asked where the id is not known yet
     */
    SlackResult<String> of(Destination destination, SlackConnection connection, SlackGateway slack) {
        Optional<String> known = known(destination);
        if (known.isPresent()) {
            return new SlackResult.Success<>(known.get());
        }
        SlackResult<String> told = ask(destination, connection, slack);
        told.success().ifPresent(id -> remember(destination, id));
        return told;
    }

    private static SlackResult<String> ask(Destination destination, SlackConnection connection, SlackGateway slack) {
        if (destination.isPerson()) {
            return slack.directMessage(connection, destination.channel());
        }
        return destination.isId()
                ? new SlackResult.Success<>(destination.channel())
                : slack.channelId(connection, destination.channel());
    }

    void learn(Destination destination, SendResult attempt) {
        if (attempt instanceof SendResult.Sent sent) {
            remember(
                    destination,
                    JsonCodec.read(sent.receipt(), MessageReceipt.class).channel());
        }
    }

    private synchronized void remember(Destination destination, String id) {
        boolean isNew = known(destination).filter(id::equals).isEmpty();
        ids.put(DeliveryIds.lane(destination), id);
        if (isNew && !destination.isId()) {
            save();
        }
    }

    private synchronized void forget(Destination destination) {
        ids.remove(DeliveryIds.lane(destination));
        save();
    }

    /** Those that a name stands for; what is an id needs no memory, and who was written to is nobody's business. */
    private void save() {
        if (file != null) {
            List<StoredChannel> channels = ids.copy().entrySet().stream()
                    .filter(entry -> DeliveryIds.isOfName(entry.getKey()))
                    .map(entry -> new StoredChannel(entry.getKey(), entry.getValue()))
                    .toList();
            file.write(channels);
        }
    }
}
