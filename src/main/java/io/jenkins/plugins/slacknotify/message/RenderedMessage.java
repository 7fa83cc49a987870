package io.jenkins.plugins.slacknotify.message;

import com.slack.api.model.Attachment;
import java.util.List;

/**
 * What is said, wherever it goes.
 *
 * @param text what the channel shows first, and all that a phone's notification shows; mrkdwn
 * @param attachments the details, beside a bar in the colour of the severity
 */
public record RenderedMessage(String text, List<Attachment> attachments) {
    public RenderedMessage {
        attachments = List.copyOf(attachments);
    }
}
