package io.jenkins.plugins.slacknotify.slack.model;

import com.slack.api.model.Attachment;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;

/**
 * A message as it goes to Slack, within Slack's limits already.
 *
 * @param channel the id of a channel, a channel's name, or a user's id for a direct message
 * @param text the message, or with blocks its headline for notifications and screen readers; mrkdwn, escaped
 * @param blocks what is shown instead of the text: a JSON array, sent as it is; {@link #NO_BLOCKS} to show the text
 * @param attachments what is shown below; may be empty. The SDK logs a warning for each that has no fallback text
 * @param botName the name to post under (scope {@code chat:write.customize}), or null for the app's own
 * @param botIcon {@code :emoji:} or the https address of a picture (same scope), or null for the app's own
 * @param threadTs the timestamp of the thread's first message, or null to post in the channel
 * @param broadcast whether a reply in a thread is shown in the channel as well
 * @param deliveryId goes along as message metadata, by which {@code SlackGateway.find} identifies the message
 * @param companions the ids of other deliveries that the message is about; they go along, and identify it, too
 */
public record OutgoingMessage(
        String channel,
        String text,
        String blocks,
        List<Attachment> attachments,
        @CheckForNull String botName,
        @CheckForNull String botIcon,
        @CheckForNull String threadTs,
        boolean broadcast,
        String deliveryId,
        List<String> companions) {

    /** The blocks of a message that shows its text. */
    public static final String NO_BLOCKS = "[]";

    public OutgoingMessage {
        attachments = List.copyOf(attachments);
        companions = List.copyOf(companions);
    }

    /** Makes a plain message in a channel, under the app's own name. */
    public static OutgoingMessage of(String channel, String text, String deliveryId) {
        return new OutgoingMessage(channel, text, NO_BLOCKS, List.of(), null, null, null, false, deliveryId, List.of());
    }

    public OutgoingMessage to(String newChannel) {
        return new OutgoingMessage(
                newChannel, text, blocks, attachments, botName, botIcon, threadTs, broadcast, deliveryId, companions);
    }

    public OutgoingMessage withBlocks(String newBlocks) {
        return new OutgoingMessage(
                channel, text, newBlocks, attachments, botName, botIcon, threadTs, broadcast, deliveryId, companions);
    }

    public OutgoingMessage withAttachments(List<Attachment> newAttachments) {
        return new OutgoingMessage(
                channel, text, blocks, newAttachments, botName, botIcon, threadTs, broadcast, deliveryId, companions);
    }

    /** Returns this message under a name and with an icon; null or blank means the app's own. */
    public OutgoingMessage withSender(@CheckForNull String name, @CheckForNull String icon) {
        return new OutgoingMessage(
                channel, text, blocks, attachments, name, icon, threadTs, broadcast, deliveryId, companions);
    }

    /** Returns whether the message has blocks or attachments beside its text. */
    public boolean hasLayout() {
        return !blocks.equals(NO_BLOCKS) || !attachments.isEmpty();
    }

    /** Returns this message without blocks and attachments, so that its text is shown. */
    public OutgoingMessage textOnly() {
        return withBlocks(NO_BLOCKS).withAttachments(List.of());
    }

    /**
     * Returns this message with words in the place of mentions that call everybody in a channel or workspace, so that it calls nobody.
     * Equal to this one where there are none.
     */
    public OutgoingMessage withoutGroupMentions() {
        return new OutgoingMessage(
                channel,
                GroupMentions.removeFrom(text),
                GroupMentions.removeFromBlocks(blocks),
                attachments,
                botName,
                botIcon,
                threadTs,
                broadcast,
                deliveryId,
                companions);
    }

    /** Returns this message as a reply in a thread, or in the channel for null. */
    public OutgoingMessage inThread(@CheckForNull String newThreadTs) {
        return new OutgoingMessage(
                channel, text, blocks, attachments, botName, botIcon, newThreadTs, broadcast, deliveryId, companions);
    }

    /** Returns this message, shown in the channel as well if it is a reply. */
    public OutgoingMessage broadcast(boolean newBroadcast) {
        return new OutgoingMessage(
                channel, text, blocks, attachments, botName, botIcon, threadTs, newBroadcast, deliveryId, companions);
    }

    /** Returns this message with the ids of other deliveries that it is about. */
    public OutgoingMessage withCompanions(List<String> newCompanions) {
        return new OutgoingMessage(
                channel, text, blocks, attachments, botName, botIcon, threadTs, broadcast, deliveryId, newCompanions);
    }
}
