package io.jenkins.plugins.slacknotify.slack;

import com.slack.api.model.Message;
import java.util.Map;

/** The mark by which a message is known again: Slack's message metadata, which people do not see. */
final class Delivery {

    private static final String EVENT_TYPE = "slack_notify_delivery";
    private static final String ID = "id";

    private Delivery() {}

    static Message.Metadata mark(String deliveryId) {
        return Message.Metadata.builder()
                .eventType(EVENT_TYPE)
                .eventPayload(Map.of(ID, deliveryId))
                .build();
    }

    static boolean marks(Reply message, String deliveryId) {
        Reply metadata = message.object("metadata");
        return metadata.text("event_type").filter(EVENT_TYPE::equals).isPresent()
                && metadata.object("event_payload")
                        .text(ID)
                        .filter(deliveryId::equals)
                        .isPresent();
    }
}
