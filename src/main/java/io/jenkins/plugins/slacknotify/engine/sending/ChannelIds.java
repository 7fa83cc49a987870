package io.jenkins.plugins.slacknotify.engine.sending;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.notification.DeliveryIds;
import io.jenkins.plugins.slacknotify.memory.CacheFile;
import io.jenkins.plugins.slacknotify.memory.LruCache;
import io.jenkins.plugins.slacknotify.routing.Destination;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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
    /** The number of ids that are kept: more than a company has channels. */
    private static final int MOST = 20_000;

    private final LruCache<String, String> ids = new LruCache<>(MOST);

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
        file.read().forEach(channel -> known.ids.put(channel.destination(), channel.id()));
        return known;
    }

    /** The channel to post to: the id that is known for the destination, or else its name. */
    String address(Destination destination) {
        return destination.isId() ? destination.label() : find(destination).orElseGet(destination::label);
    }

    /** The id of a destination's conversation; empty where it is not known yet. */
    Optional<String> find(Destination destination) {
        return ids.get(DeliveryIds.lane(destination));
    }

    /** Keeps the id of a destination's conversation, in the place of another one. */
    synchronized void put(Destination destination, String id) {
        boolean isNew = find(destination).filter(id::equals).isEmpty();
        ids.put(DeliveryIds.lane(destination), id);
        if (isNew && !destination.isId()) {
            save();
        }
    }

    /** Forgets an id that leads nowhere any more. */
    synchronized void remove(Destination destination) {
        ids.remove(DeliveryIds.lane(destination));
        save();
    }

    /** Writes the channels that a name stands for. An id needs no memory, and the recipients of direct messages stay private. */
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
