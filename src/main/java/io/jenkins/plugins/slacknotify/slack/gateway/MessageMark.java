package io.jenkins.plugins.slacknotify.slack.gateway;

import com.slack.api.model.Message;
import io.jenkins.plugins.slacknotify.slack.http.JsonResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The mark that identifies a message: the ids of its deliveries in Slack's message metadata, which people do not see.
 */
final class MessageMark {

    private static final String EVENT_TYPE = "slack_notify_delivery";
    private static final String ID = "id";

    /** The field with the ids of the other deliveries in the message. They are one text, because a list in there holds objects only. */
    private static final String COMPANIONS = "with";

    private static final String SEPARATOR = " ";

    private MessageMark() {}

    /**
     * Returns the metadata that mark a message as that of a delivery.
     *
     * @param companions the ids of the others that the message is about; without a space
     */
    static Message.Metadata metadata(String deliveryId, List<String> companions) {
        return Message.Metadata.builder()
                .eventType(EVENT_TYPE)
                .eventPayload(
                        companions.isEmpty()
                                ? Map.of(ID, deliveryId)
                                : Map.of(ID, deliveryId, COMPANIONS, String.join(SEPARATOR, companions)))
                .build();
    }

    /** Returns whether a message bears the mark of a delivery, alone or among several. */
    static boolean isOn(JsonResponse message, String deliveryId) {
        return idsOn(message).anyMatch(deliveryId::equals);
    }

    /** Returns the ids of the deliveries whose mark a message bears. */
    static Stream<String> idsOn(JsonResponse message) {
        JsonResponse metadata = message.object("metadata");
        JsonResponse payload = metadata.object("event_payload");
        Stream<String> companions = payload.text(COMPANIONS).stream().flatMap(text -> Stream.of(text.split(SEPARATOR)));
        return metadata.text("event_type").filter(EVENT_TYPE::equals).isPresent()
                ? Stream.concat(payload.text(ID).stream(), companions)
                : Stream.empty();
    }
}
