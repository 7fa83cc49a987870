package io.jenkins.plugins.slacknotify.engine.sending;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.notification.BotKey;
import io.jenkins.plugins.slacknotify.engine.notification.BotScope;
import io.jenkins.plugins.slacknotify.engine.notification.LaneKey;
import io.jenkins.plugins.slacknotify.engine.notification.Notification;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.memory.CacheFile;
import io.jenkins.plugins.slacknotify.memory.LruCache;
import io.jenkins.plugins.slacknotify.routing.Destination;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ids of channels and direct messages that Slack has told. A channel keeps its id when it is renamed, so a message to a name
 * goes to the id that Slack once told for it, also when another channel has that name by now. The name counts again when there is
 * no such channel any more, or it is archived.
 *
 * <p>The ids of channels are in a file, too, and outlast the process; where that cannot be written or read, a warning is logged
 * and Slack is asked anew.
 *
 * <p>Safe for use by many threads.
 */
public final class ChannelIds {
    /** How many ids are kept at most. It is more than a company has channels. */
    private static final int MAX_IDS = 20_000;

    /** How many former ids are kept at most. It is more than the channels that lose their names while a message is in doubt. */
    private static final int MAX_FORMER = 1_000;

    private final LruCache<LaneKey, String> ids = new LruCache<>(MAX_IDS);

    /** The ids that were given up, with the time of that. */
    private final LruCache<Former, Instant> former = new LruCache<>(MAX_FORMER);

    private record Former(LaneKey lane, String id) {}

    @CheckForNull
    private final CacheFile<StoredChannel> file;

    private ChannelIds(@CheckForNull CacheFile<StoredChannel> file) {
        this.file = file;
    }

    /** Returns an empty memory that ends with the process. */
    public static ChannelIds inMemory() {
        return new ChannelIds(null);
    }

    /** Returns the memory in the file {@code channels.json} of a folder, which is created with the first id. */
    public static ChannelIds in(Path folder) {
        CacheFile<StoredChannel> file = new CacheFile<>(
                folder, "channels.json", "channels", StoredChannel.class, "Which id a channel has in Slack");
        ChannelIds known = new ChannelIds(file);
        file.read()
                .forEach(channel ->
                        LaneKey.parse(channel.destination()).ifPresent(lane -> known.restore(lane, channel)));
        return known;
    }

    private void restore(LaneKey lane, StoredChannel channel) {
        Long until = channel.until();
        if (until == null) {
            ids.put(lane, channel.id());
        } else {
            former.put(new Former(lane, channel.id()), Instant.ofEpochSecond(until));
        }
    }

    /** The channel to post to: the id that is known for the destination of a notification, or else its name. */
    String address(Notification notification) {
        Destination destination = notification.destination();
        return destination.isId() ? destination.label() : find(notification).orElseGet(destination::label);
    }

    /** The id of the conversation to which a notification goes; empty where it is not known yet. */
    Optional<String> find(Notification notification) {
        return ids.get(notification.lane());
    }

    /** Returns the id of the channel that is a destination of a build; empty where it is not known yet. */
    public Optional<String> idOf(Destination destination, BuildKey build) {
        return destination.isId() ? Optional.of(destination.channel()) : ids.get(LaneKey.of(destination, build));
    }

    /** Keeps the id of the conversation to which a notification goes, in the place of another one. */
    synchronized void put(Notification notification, String id) {
        boolean isNew = find(notification).filter(id::equals).isEmpty();
        ids.put(notification.lane(), id);
        former.remove(new Former(notification.lane(), id));
        if (isNew && !notification.destination().isId()) {
            save();
        }
    }

    /** Gives up an id that leads nowhere any more, unless another one is known by now. */
    synchronized void remove(Notification notification, String id, Instant now) {
        if (find(notification).filter(id::equals).isPresent()) {
            ids.remove(notification.lane());
            former.put(new Former(notification.lane(), id), now);
            save();
        }
    }

    /** Returns the ids of the conversations to which a notification may have gone since some time, and goes no more. */
    List<String> formerOf(Notification notification, Instant since) {
        return former.copy().entrySet().stream()
                .filter(it -> it.getKey().lane().equals(notification.lane()))
                .filter(it -> !it.getValue().isBefore(since.truncatedTo(ChronoUnit.SECONDS)))
                .map(it -> it.getKey().id())
                .toList();
    }

    /** Returns whether some bots know an id, from a name or from a message that has arrived. */
    public boolean knows(BotScope bots, String id) {
        return lanes(bots, id).findAny().isPresent();
    }

    /** Returns the names that stand for an id, with their {@code #}; none where it is known by itself only. */
    public Set<String> namesOf(BotScope bots, String id) {
        return lanes(bots, id)
                .filter(LaneKey::isOfName)
                .map(LaneKey::place)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Forgets an id under all names by which some bots know it, because there is no such channel any more. */
    public void removeAll(BotScope bots, String id) {
        change(bots, id, ids::remove);
    }

    /** Puts an id in the place of another one for some bots, because the channel has it now. */
    public void replaceAll(BotScope bots, String id, String newId) {
        change(bots, id, lane -> ids.put(lane, newId));
    }

    /** Keeps the ids that are known of a bot's channels for another key, by which the bot is known from now on. */
    public synchronized void rename(BotKey before, BotKey after) {
        List<LaneKey> lanes = ids.copy().keySet().stream()
                .filter(lane -> lane.bot().equals(before))
                .toList();
        lanes.forEach(lane -> ids.get(lane).ifPresent(id -> ids.put(new LaneKey(after, lane.place()), id)));
        lanes.forEach(ids::remove);
        if (!lanes.isEmpty()) {
            save();
        }
    }

    private Stream<LaneKey> lanes(BotScope bots, String id) {
        return ids.copy().entrySet().stream()
                .filter(entry -> entry.getValue().equals(id)
                        && bots.covers(entry.getKey().bot()))
                .map(Map.Entry::getKey);
    }

    private synchronized void change(BotScope bots, String id, Consumer<LaneKey> change) {
        List<LaneKey> lanes = lanes(bots, id).toList();
        lanes.forEach(change);
        if (!lanes.isEmpty()) {
            save();
        }
    }

    /** Writes the channels that a name stands for. An id needs no memory, and the recipients of direct messages stay private. */
    private void save() {
        if (file != null) {
            // Earlier versions take all of them for those that count, and the last of a name for the one that does.
            Stream<StoredChannel> before = former.copy().entrySet().stream()
                    .filter(entry -> entry.getKey().lane().isOfName())
                    .map(entry -> new StoredChannel(
                            entry.getKey().lane().name(),
                            entry.getKey().id(),
                            entry.getValue().getEpochSecond()));
            Stream<StoredChannel> now = ids.copy().entrySet().stream()
                    .filter(entry -> entry.getKey().isOfName())
                    .map(entry -> new StoredChannel(entry.getKey().name(), entry.getValue(), null));
            file.write(Stream.concat(before, now).toList());
        }
    }
}
