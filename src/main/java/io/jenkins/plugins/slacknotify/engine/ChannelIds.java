package io.jenkins.plugins.slacknotify.engine;

import io.jenkins.plugins.slacknotify.outbox.Attempt;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.slack.Answer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The ids of conversations, as Slack has told them since the process began: Slack lets a message be posted to a name or a
 * person, and lets it be looked for by the conversation's id only. Safe for use by many threads.
 */
final class ChannelIds {
    private final Map<String, String> ids = new ConcurrentHashMap<>();

    /**
     * The id of a destination's conversation.
     *
     * @param slack tells the id of a channel's name; asked where the id is not known yet
     */
    Answer<String> of(Destination destination, Function<String, Answer<String>> slack) {
        String lane = DeliveryIds.lane(destination);
        String known = destination.isId() ? ids.getOrDefault(lane, destination.channel()) : ids.get(lane);
        if (known != null) {
            return new Answer.Success<>(known);
        }
        Answer<String> told = slack.apply(destination.channel());
        told.success().ifPresent(id -> ids.put(lane, id));
        return told;
    }

    void learn(Destination destination, Attempt attempt) {
        if (attempt instanceof Attempt.Sent sent) {
            String id = JsonCodec.read(sent.receipt(), Receipt.class).channel();
            ids.put(DeliveryIds.lane(destination), id);
        }
    }
}
