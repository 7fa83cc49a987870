package io.jenkins.plugins.slacknotify.engine.sending;

import static java.util.Objects.requireNonNull;

import io.jenkins.plugins.slacknotify.engine.notification.DeliveryIds;

/**
 * What Slack has told of a channel.
 *
 * @param destination its name, and whose token was used, as {@link DeliveryIds#lane} says it
 * @param id of the conversation
 */
record StoredChannel(String destination, String id) {
    StoredChannel {
        requireNonNull(destination, "destination");
        requireNonNull(id, "id");
    }
}
