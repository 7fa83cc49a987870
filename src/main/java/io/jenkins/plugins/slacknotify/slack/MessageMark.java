package io.jenkins.plugins.slacknotify.slack;

import com.slack.api.model.Message;
import io.jenkins.plugins.slacknotify.slack.http.JsonResponse;
import java.util.Map;

/** The mark that identifies a message: its delivery id in Slack's message metadata, which people do not see. */
final class MessageMark {

    private static final String EVENT_TYPE = "slack_notify_delivery";
    private static final String ID = "id";

    private MessageMark() {}

    /** Returns the mark of a delivery. */
    static Message.Metadata metadata(String deliveryId) {
        return Message.Metadata.builder()
                .eventType(EVENT_TYPE)
                .eventPayload(Map.of(ID, deliveryId))
                .build();
    }

    /** Returns whether a message bears the mark of a delivery. */
    static boolean isOn(JsonResponse message, String deliveryId) {
        JsonResponse metadata = message.object("metadata");
        return metadata.text("event_type").filter(EVENT_TYPE::equals).isPresent()
                && metadata.object("event_payload")
                        .text(ID)
                        .filter(deliveryId::equals)
                        .isPresent();
    }
}
