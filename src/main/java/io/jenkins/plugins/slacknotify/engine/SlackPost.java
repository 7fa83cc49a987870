package io.jenkins.plugins.slacknotify.engine;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.outbox.Attempt;
import io.jenkins.plugins.slacknotify.slack.Answer;
import io.jenkins.plugins.slacknotify.slack.MessageLocation;
import io.jenkins.plugins.slacknotify.slack.OutgoingMessage;
import io.jenkins.plugins.slacknotify.slack.Refusal;
import io.jenkins.plugins.slacknotify.slack.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.SlackGateway;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** One message on its way to Slack; turns Slack's answers into what the outbox understands. */
record SlackPost(
        SlackGateway gateway,
        SlackConnection connection,
        OutgoingMessage message,
        boolean wantsPermalink,
        InstantSource clock) {

    /** Jenkins' own time zone, as on all its pages. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss z", Locale.ENGLISH).withZone(ZoneId.systemDefault());

    Attempt post() {
        return attempt(gateway.post(connection, message), null);
    }

    Attempt update(MessageLocation location) {
        return attempt(gateway.update(connection, location, message), null);
    }

    /**
     * Posts unless the conversation has the message already.
     *
     * @param conversation tells the conversation's id, by which alone Slack lets it be searched
     */
    Attempt postUnlessFound(Answer<String> conversation, Instant since) {
        Answer<Optional<MessageLocation>> found = conversation.flatMap(
                id -> gateway.find(connection, id, message.threadTs(), message.deliveryId(), since));
        if (found instanceof Answer.Success<Optional<MessageLocation>> success) {
            return success.value().map(location -> sent(location, null)).orElseGet(this::post);
        }
        if (found instanceof Answer.Refused<Optional<MessageLocation>> refused
                && refused.refusal().permanent()) {
            return attempt(
                    gateway.post(connection, message),
                    "It may be there twice: an earlier attempt ended without an answer, and the channel's history could"
                            + " not be read. " + refused.refusal().remedy());
        }
        String doubt = "An earlier attempt may have arrived, and Slack does not tell";
        return found instanceof Answer.RateLimited<?> limited
                ? new Attempt.Later(limited.retryAfter(), doubt + "; " + rateLimited(limited.retryAfter()))
                : new Attempt.Later(null, doubt);
    }

    private Attempt attempt(Answer<MessageLocation> answer, @CheckForNull String note) {
        if (answer instanceof Answer.Success<MessageLocation> success) {
            return sent(success.value(), note);
        }
        if (answer instanceof Answer.RateLimited<MessageLocation> limited) {
            return new Attempt.Later(limited.retryAfter(), rateLimited(limited.retryAfter()));
        }
        if (answer instanceof Answer.Refused<MessageLocation> refused) {
            return refused(refused.refusal());
        }
        if (answer instanceof Answer.Unreachable<MessageLocation> unreachable) {
            return new Attempt.Later(null, unreachable.why());
        }
        return new Attempt.Uncertain(((Answer.Unknown<MessageLocation>) answer).why());
    }

    private String rateLimited(Duration pause) {
        return "rate limited until " + TIME.format(clock.instant().plus(pause));
    }

    private static Attempt refused(Refusal refusal) {
        String reason = RefusalNote.of(refusal);
        if (!refusal.permanent()) {
            return new Attempt.Later(null, reason);
        }
        return refusal.isAboutTheMessage() ? new Attempt.Refused(reason) : new Attempt.Held(reason);
    }

    private Attempt sent(MessageLocation location, @CheckForNull String note) {
        Receipt receipt = new Receipt(location.channel(), location.ts(), permalink(location));
        return new Attempt.Sent(JsonCodec.write(receipt), note);
    }

    /** Only where somebody waits for it, because it costs a call. */
    @CheckForNull
    private String permalink(MessageLocation location) {
        return wantsPermalink && gateway.permalink(connection, location) instanceof Answer.Success<String> found
                ? found.value()
                : null;
    }
}
