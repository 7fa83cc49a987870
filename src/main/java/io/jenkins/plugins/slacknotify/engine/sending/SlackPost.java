package io.jenkins.plugins.slacknotify.engine.sending;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.notification.MessageReceipt;
import io.jenkins.plugins.slacknotify.engine.notification.SharedFile;
import io.jenkins.plugins.slacknotify.engine.report.RefusalNote;
import io.jenkins.plugins.slacknotify.engine.stored.JsonCodec;
import io.jenkins.plugins.slacknotify.outbox.SendResult;
import io.jenkins.plugins.slacknotify.slack.MessageLocation;
import io.jenkins.plugins.slacknotify.slack.OutgoingMessage;
import io.jenkins.plugins.slacknotify.slack.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.SlackGateway;
import io.jenkins.plugins.slacknotify.slack.SlackResult;
import java.time.Instant;
import java.util.Optional;

/** One message on its way to Slack; turns Slack's answers into what the outbox understands. */
record SlackPost(
        SlackGateway gateway,
        SlackConnection connection,
        OutgoingMessage message,
        boolean wantsPermalink,
        Way way,
        FailureMapper obstacles) {

    /** How a new message gets to its channel. */
    @FunctionalInterface
    interface Way {
        SlackResult<MessageLocation> post(SlackConnection connection, OutgoingMessage message);
    }

    /** An answer to a message that is gone becomes a message of its own. */
    SendResult post() {
        SlackResult<MessageLocation> answer = way.post(connection, message);
        return message.threadTs() != null && isGone(answer) ? alone().post() : attempt(answer, null);
    }

    /** In the place of an earlier message; where that is gone, or too old to be changed, as a message of its own. */
    SendResult update(MessageLocation location) {
        SlackResult<MessageLocation> answer = gateway.update(connection, location, message);
        return isGone(answer) ? alone().post() : attempt(answer, null);
    }

    /** In the place of an earlier message, if it is still there. */
    SendResult updateIfThere(MessageLocation location) {
        SlackResult<MessageLocation> answer = gateway.update(connection, location, message);
        return isGone(answer) ? sent(location, null) : attempt(answer, null);
    }

    private static boolean isGone(SlackResult<?> answer) {
        return answer instanceof SlackResult.Refused<?> refused
                && refused.refusal().isAboutTheEarlierMessage();
    }

    private SlackPost alone() {
        return new SlackPost(gateway, connection, message.inThread(null), wantsPermalink, way, obstacles);
    }

    /**
     * May be repeated without harm, as an update may. What a person would have to mend first is given up: an emoji is not
     * worth that the messages behind it wait.
     */
    SendResult react(MessageLocation location, String emoji) {
        SendResult attempt = attempt(gateway.react(connection, location, emoji), null);
        return attempt instanceof SendResult.Held held ? new SendResult.Refused(held.reason()) : attempt;
    }

    /**
     * Shows a file in an earlier message. May be repeated without harm. Where somebody would have to mend something first, it
     * is given up, but where that is the token, without which the messages behind it would wait, too.
     */
    SendResult show(MessageLocation location, SharedFile file) {
        SendResult attempt =
                attempt(gateway.update(connection, location, message, requireNonNull(file.slackId())), null);
        return attempt instanceof SendResult.Held held && !RefusalNote.isAboutTheToken(held.reason())
                ? new SendResult.Refused(held.reason())
                : attempt;
    }

    /**
     * Posts unless the conversation has the message already.
     *
     * @param conversation tells the conversation's id, by which alone Slack lets it be searched
     */
    SendResult postUnlessFound(SlackResult<String> conversation, Instant since) {
        SlackResult<Optional<MessageLocation>> found = conversation.flatMap(
                id -> gateway.find(connection, id, message.threadTs(), message.deliveryId(), since));
        if (found instanceof SlackResult.Success<Optional<MessageLocation>> success) {
            return success.value().map(location -> sent(location, null)).orElseGet(this::post);
        }
        if (found instanceof SlackResult.Refused<Optional<MessageLocation>> refused
                && refused.refusal().permanent()) {
            return attempt(
                    way.post(connection, message),
                    "It may be there twice: an earlier attempt ended without an answer, and the channel's history could"
                            + " not be read. " + refused.refusal().remedy());
        }
        String doubt = "An earlier attempt may have arrived, and Slack does not tell";
        return found instanceof SlackResult.RateLimited<?> limited
                ? new SendResult.Retry(limited.retryAfter(), doubt + "; " + obstacles.rateLimited(limited.retryAfter()))
                : new SendResult.Retry(null, doubt);
    }

    private SendResult attempt(SlackResult<MessageLocation> answer, @CheckForNull String note) {
        if (answer instanceof SlackResult.Success<MessageLocation> success) {
            return sent(success.value(), note);
        }
        return obstacles.fromPost(answer);
    }

    private SendResult sent(MessageLocation location, @CheckForNull String note) {
        MessageReceipt receipt = new MessageReceipt(location.channel(), location.ts(), permalink(location));
        return new SendResult.Sent(JsonCodec.write(receipt), note);
    }

    /** Only where somebody waits for it, because it costs a call. */
    @CheckForNull
    private String permalink(MessageLocation location) {
        return wantsPermalink && gateway.permalink(connection, location) instanceof SlackResult.Success<String> found
                ? found.value()
                : null;
    }
}
