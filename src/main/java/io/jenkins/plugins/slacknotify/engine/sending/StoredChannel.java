package io.jenkins.plugins.slacknotify.engine.sending;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.notification.LaneKey;

/**
 * The id of a channel as {@link ChannelIds} keeps it on disk. The names of the fields are the format.
 *
 * @param destination the bot and the channel's name, as {@link LaneKey#name} writes them
 * @param id the id of the channel in Slack
 * @param until when it was given up, in seconds since 1970; null where it counts
 */
record StoredChannel(
        String destination, String id, @CheckForNull Long until) {
    StoredChannel {
        requireNonNull(destination, "destination");
        requireNonNull(id, "id");
    }
}
