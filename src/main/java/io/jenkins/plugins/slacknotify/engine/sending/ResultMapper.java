package io.jenkins.plugins.slacknotify.engine.sending;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.receipt.MessageOrigin;
import io.jenkins.plugins.slacknotify.engine.receipt.MessageReceipt;
import io.jenkins.plugins.slacknotify.engine.report.RefusalNote;
import io.jenkins.plugins.slacknotify.engine.stored.ReceiptCodec;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.Note;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.model.MessageLocation;
import io.jenkins.plugins.slacknotify.slack.model.PostedMessage;
import io.jenkins.plugins.slacknotify.slack.refusal.Refusal;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Maps the results of calls to Slack to the results of attempts to send. */
record ResultMapper(InstantSource clock) {
    /** The form of a time of day, in the time zone that Jenkins uses on all its pages. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss z", Locale.ENGLISH).withZone(ZoneId.systemDefault());

    private static final String NO_ANSWER = "Slack has not answered as it should.";

    /** Maps the result of a call that changes a message and may be repeated without harm. */
    SendResult fromChange(SlackResult<MessageLocation> result) {
        return result instanceof SlackResult.Success<MessageLocation> success
                ? changed(success.value(), null, null, null)
                : fromFailedChange(result);
    }

    /** The result of an attempt that left a new message in Slack. */
    static SendResult sent(
            PostedMessage posted,
            @CheckForNull String permalink,
            @CheckForNull MessageOrigin origin,
            @CheckForNull Note note) {
        MessageLocation location = posted.location();
        String threadTs = posted.isReply() ? posted.threadTs() : location.ts();
        MessageReceipt receipt = new MessageReceipt(location.channel(), location.ts(), permalink, threadTs, origin);
        return new SendResult.Sent(ReceiptCodec.write(receipt), note, posted.isOfSeveral());
    }

    /** The result of an attempt that changed an earlier message, whose thread that one's receipt tells. */
    static SendResult changed(
            MessageLocation location,
            @CheckForNull String permalink,
            @CheckForNull MessageOrigin origin,
            @CheckForNull Note note) {
        return sent(new MessageReceipt(location.channel(), location.ts(), permalink, null, origin), note);
    }

    private static SendResult sent(MessageReceipt receipt, @CheckForNull Note note) {
        return new SendResult.Sent(ReceiptCodec.write(receipt), note);
    }

    /**
     * Maps the failure of a call that posts something: without an answer of its own, Slack may have done so. Where there were too many
     * calls, there may be for the channel, and nothing else would be posted there either.
     *
     * @throws IllegalArgumentException for a success
     */
    SendResult fromPost(SlackResult<?> failure) {
        return failure instanceof SlackResult.RateLimited<?> ? fromOwnLane(failure) : fromFailedChange(failure);
    }

    /**
     * Maps the failure of a call that changes something: without an answer of its own, Slack may have done so. Too many changes keep nothing
     * from being posted.
     *
     * @throws IllegalArgumentException for a success
     */
    SendResult fromFailedChange(SlackResult<?> failure) {
        return failure.isUndecided() && fromQuery(failure) instanceof SendResult.Retry retry
                ? new SendResult.Uncertain(retry.note(), retry.scope())
                : fromQuery(failure);
    }

    /**
     * Maps the failure of a call that can be repeated, where all that waits in the lane needs the same calls.
     *
     * @throws IllegalArgumentException for a success
     */
    SendResult fromOwnLane(SlackResult<?> failure) {
        return failure instanceof SlackResult.RateLimited<?> limited
                ? limited(limited.retryAfter(), SendResult.Scope.LANE)
                : fromQuery(failure);
    }

    private SendResult limited(Duration pause, SendResult.Scope scope) {
        return new SendResult.Retry(pause, Note.forEverybody(rateLimited(pause)), scope);
    }

    /**
     * Maps the failure of a call that only reads, or that nobody sees, and can be repeated. Where there were too many calls, what needs
     * none of them does not wait for that.
     *
     * @throws IllegalArgumentException for a success
     */
    SendResult fromQuery(SlackResult<?> failure) {
        if (failure instanceof SlackResult.RateLimited<?> limited) {
            return limited(limited.retryAfter(), SendResult.Scope.SEQUENCE);
        }
        if (failure instanceof SlackResult.Refused<?> refused) {
            return fromRefusal(refused.refusal());
        }
        if (failure instanceof SlackResult.Unreachable<?> unreachable) {
            return new SendResult.Retry(null, new Note(unreachable.why(), "Jenkins cannot reach Slack."));
        }
        if (failure instanceof SlackResult.Unknown<?> unknown) {
            return new SendResult.Retry(null, new Note(unknown.why(), NO_ANSWER), scope(unknown));
        }
        throw new IllegalArgumentException("A success is not a failure");
    }

    /** Gives up what has failed so often, for the sake of what waits behind it. What waits for a limit, or for another message, goes on. */
    static SendResult givenUpAfter(int failures, Delivery delivery, SendResult result) {
        return delivery.failures() < failures
                ? result
                : failure(result).<SendResult>map(SendResult.Refused::new).orElse(result);
    }

    /** Whether an attempt has failed in a way that the next one may, too. */
    static boolean hasFailed(SendResult result) {
        return failure(result).isPresent();
    }

    private static Optional<Note> failure(SendResult result) {
        if (result instanceof SendResult.Uncertain uncertain) {
            return Optional.of(uncertain.note());
        }
        return result instanceof SendResult.Retry retry && retry.pause() == null
                ? Optional.of(retry.note())
                : Optional.empty();
    }

    String rateLimited(Duration pause) {
        return "rate limited until " + TIME.format(clock.instant().plus(pause));
    }

    /**
     * Returns the scope of an answer that is not understood. If Slack has answered at all, the line works, and the message may be the
     * reason.
     */
    private static SendResult.Scope scope(SlackResult.Unknown<?> unknown) {
        return unknown.answered() ? SendResult.Scope.MESSAGE : SendResult.Scope.LANE;
    }

    private static SendResult fromRefusal(Refusal refusal) {
        Note reason = RefusalNote.of(refusal);
        if (!refusal.permanent()) {
            return refusal.isAboutOneCall()
                    ? new SendResult.Retry(null, reason, SendResult.Scope.MESSAGE)
                    : new SendResult.Retry(null, reason);
        }
        return refusal.isAboutTheMessage() ? new SendResult.Refused(reason) : new SendResult.Held(reason);
    }

    /**
     * Adds notes for people to a success; leaves any other result as it is.
     *
     * @param more nulls are left out
     */
    static SendResult withNotes(SendResult result, Stream<Note> more) {
        if (!(result instanceof SendResult.Sent sent)) {
            return result;
        }
        Note note = Note.join(
                Stream.concat(Stream.of(sent).map(SendResult.Sent::note), more).collect(Collectors.toList()));
        return new SendResult.Sent(sent.receipt(), note, sent.withOthers());
    }
}
