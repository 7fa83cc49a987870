package io.jenkins.plugins.slacknotify.engine;

import io.jenkins.plugins.slacknotify.outbox.Attempt;
import io.jenkins.plugins.slacknotify.routing.Destination;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The ids of conversations, as Slack has told them since the process began: Slack lets a message be posted to a name or a
 * person, and lets it be looked for by the conversation's id only. Safe for use by many threads.
 */
final class ChannelIds {
    private final Map<String, String> ids = new ConcurrentHashMap<>();

    /** The id, or what the destination says where Slack has not told it yet. */
    String of(Destination destination) {
        return ids.getOrDefault(DeliveryIds.lane(destination), destination.channel());
    }

    void learn(Destination destination, Attempt attempt) {
        if (attempt instanceof Attempt.Sent sent) {
            String id = JsonCodec.read(sent.receipt(), Receipt.class).channel();
            ids.put(DeliveryIds.lane(destination), id);
        }
    }
}
