package io.jenkins.plugins.slacknotify.engine;

import static java.util.Objects.requireNonNull;

/**
 * What Slack has told of a channel.
 *
 * @param destination its name, and whose token was used, as {@link DeliveryIds#lane} says it
 * @param id of the conversation
 */
record KnownChannel(String destination, String id) {
    KnownChannel {
        requireNonNull(destination, "destination");
        requireNonNull(id, "id");
    }
}
