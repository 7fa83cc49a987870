package io.jenkins.plugins.slacknotify.engine.sending;

import static java.util.Objects.requireNonNull;

import io.jenkins.plugins.slacknotify.engine.notification.DeliveryIds;

/**
 * The id of a channel as {@link ChannelIds} keeps it on disk. The names of the fields are the format.
 *
 * @param destination the channel's name and the token's credential or workspace, as {@link DeliveryIds#lane} joins them
 * @param id the id of the channel in Slack
 */
record StoredChannel(String destination, String id) {
    StoredChannel {
        requireNonNull(destination, "destination");
        requireNonNull(id, "id");
    }
}
