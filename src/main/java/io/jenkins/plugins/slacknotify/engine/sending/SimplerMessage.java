package io.jenkins.plugins.slacknotify.engine.sending;

import io.jenkins.plugins.slacknotify.engine.report.RefusalNote;
import io.jenkins.plugins.slacknotify.outbox.delivery.Note;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.model.OutgoingMessage;
import io.jenkins.plugins.slacknotify.slack.refusal.Refusal;
import java.util.Optional;

/**
 * The message that is sent instead of one that Slack has refused for its layout, or because it may call everybody in a channel.
 *
 * @param note what it lacks, for people
 */
record SimplerMessage(OutgoingMessage message, Note note) {
    private static final Note NOBODY_CALLED = Note.forEverybody(
            "Nobody was called by @channel, @here or @everyone, as the workspace's settings do not let the bot do"
                    + " so in that channel (restricted_action).");

    /**
     * Returns what to send instead; empty if Slack has not refused the message for such a reason, or it has nothing to leave out. Where
     * the channel itself is the reason, Slack refuses the message that calls nobody, too.
     */
    static Optional<SimplerMessage> of(OutgoingMessage message, SlackResult<?> result) {
        if (result.isRefused(Refusal::isAboutTheLayout)
                && message.hasLayout()
                && !message.text().isBlank()) {
            return Optional.of(new SimplerMessage(
                    message.textOnly(),
                    RefusalNote.of(
                            "Only the text of the message was sent, as Slack does not take its layout", result)));
        }
        return result.isRefused(Refusal::isAboutAGroupMention)
                ? Optional.of(message.withoutGroupMentions())
                        .filter(quiet -> !quiet.equals(message))
                        .map(quiet -> new SimplerMessage(quiet, NOBODY_CALLED))
                : Optional.empty();
    }
}
