package io.jenkins.plugins.slacknotify.engine;

import io.jenkins.plugins.slacknotify.outbox.Attempt;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.slack.Answer;
import io.jenkins.plugins.slacknotify.slack.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.SlackGateway;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The ids of conversations, as Slack has told them since the process began: Slack lets a message be posted to a name or a
 * person, and lets it be looked for by the conversation's id only. Safe for use by many threads.
 */
final class ChannelIds {
    private final Map<String, String> ids = new ConcurrentHashMap<>();

    /**
     * The id of a destination's conversation.
     *
     * @param slack asked where the id is not known yet
     */
    Answer<String> of(Destination destination, SlackConnection connection, SlackGateway slack) {
        String lane = DeliveryIds.lane(destination);
        if (ids.containsKey(lane)) {
            return new Answer.Success<>(ids.get(lane));
        }
        Answer<String> told = ask(destination, connection, slack);
        told.success().ifPresent(id -> ids.put(lane, id));
        return told;
    }

    private static Answer<String> ask(Destination destination, SlackConnection connection, SlackGateway slack) {
        if (destination.isPerson()) {
            return slack.directMessage(connection, destination.channel());
        }
        return destination.isId()
                ? new Answer.Success<>(destination.channel())
                : slack.channelId(connection, destination.channel());
    }

    void learn(Destination destination, Attempt attempt) {
        if (attempt instanceof Attempt.Sent sent) {
            String id = JsonCodec.read(sent.receipt(), Receipt.class).channel();
            ids.put(DeliveryIds.lane(destination), id);
        }
    }
}
