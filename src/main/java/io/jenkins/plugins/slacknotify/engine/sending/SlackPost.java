package io.jenkins.plugins.slacknotify.engine.sending;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.outbox.SendResult;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.slack.MessageLocation;
import io.jenkins.plugins.slacknotify.slack.OutgoingMessage;
import io.jenkins.plugins.slacknotify.slack.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.SlackResult;
import java.time.Instant;
import java.util.Optional;

/**
 * One message on its way to Slack: posted, or put in the place of an earlier one.
 *
 * @param wantsPermalink whether a caller waits for the address of the message
 */
record SlackPost(
        ChannelPoster poster,
        SlackConnection connection,
        Destination destination,
        OutgoingMessage message,
        boolean wantsPermalink,
        ResultMapper results) {

    /** Posts a new message. An answer to a message that is gone becomes a message of its own. */
    SendResult post() {
        SlackResult<MessageLocation> result = poster.post(destination, message, connection);
        return message.threadTs() != null && isGone(result) ? alone().post() : toSendResult(result, null);
    }

    /** Replaces an earlier message; where that is gone, or too old to be changed, posts a message of its own. */
    SendResult update(MessageLocation location) {
        SlackResult<MessageLocation> result = poster.gateway().update(connection, location, message);
        return isGone(result) ? alone().post() : toSendResult(result, null);
    }

    /** Replaces an earlier message, if it is still there. */
    SendResult updateIfThere(MessageLocation location) {
        SlackResult<MessageLocation> result = poster.gateway().update(connection, location, message);
        return isGone(result) ? sent(location, null) : toSendResult(result, null);
    }

    private static boolean isGone(SlackResult<?> result) {
        return result instanceof SlackResult.Refused<?> refused
                && refused.refusal().isAboutTheEarlierMessage();
    }

    private SlackPost alone() {
        return new SlackPost(poster, connection, destination, message.inThread(null), wantsPermalink, results);
    }

    /**
     * Posts unless the channel has the message already.
     *
     * @param channel the channel's id, by which alone Slack lets it be searched
     */
    SendResult postUnlessFound(SlackResult<String> channel, Instant since) {
        SlackResult<Optional<MessageLocation>> found = channel.flatMap(
                id -> poster.gateway().find(connection, id, message.threadTs(), message.deliveryId(), since));
        if (found instanceof SlackResult.Success<Optional<MessageLocation>> success) {
            return success.value().map(location -> sent(location, null)).orElseGet(this::post);
        }
        if (found instanceof SlackResult.Refused<Optional<MessageLocation>> refused
                && refused.refusal().permanent()) {
            return toSendResult(
                    poster.post(destination, message, connection),
                    "It may be there twice: an earlier attempt ended without an answer, and the channel's history could"
                            + " not be read. " + refused.refusal().remedy());
        }
        return inDoubt(found);
    }

    /** Looks for the message in the channel, and posts nothing. */
    SendResult find(SlackResult<String> channel, Instant since) {
        SlackResult<Optional<MessageLocation>> found = channel.flatMap(
                id -> poster.gateway().find(connection, id, message.threadTs(), message.deliveryId(), since));
        if (found instanceof SlackResult.Success<Optional<MessageLocation>> success) {
            return success.value()
                    .map(location -> sent(location, null))
                    .orElseGet(() -> new SendResult.Absent("It is not in the channel"));
        }
        return found instanceof SlackResult.Refused<?> refused
                        && refused.refusal().permanent()
                ? new SendResult.Absent("The channel's history could not be read. "
                        + refused.refusal().remedy())
                : inDoubt(found);
    }

    private SendResult inDoubt(SlackResult<?> found) {
        String doubt = "An earlier attempt may have arrived, and Slack does not tell";
        return found instanceof SlackResult.RateLimited<?> limited
                ? new SendResult.Retry(limited.retryAfter(), doubt + "; " + results.rateLimited(limited.retryAfter()))
                : new SendResult.Retry(null, doubt, SendResult.Scope.SEQUENCE);
    }

    private SendResult toSendResult(SlackResult<MessageLocation> result, @CheckForNull String note) {
        return result instanceof SlackResult.Success<MessageLocation> success
                ? sent(success.value(), note)
                : results.fromPost(result);
    }

    private SendResult sent(MessageLocation location, @CheckForNull String note) {
        SendResult sent = ResultMapper.sent(location, permalink(location), note);
        poster.arrived(destination, location);
        return sent;
    }

    /** Only where a caller waits for it, because it costs a call. */
    @CheckForNull
    private String permalink(MessageLocation location) {
        return wantsPermalink
                ? poster.gateway().permalink(connection, location).success().orElse(null)
                : null;
    }
}
