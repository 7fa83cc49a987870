package io.jenkins.plugins.slacknotify.engine.sending;

import io.jenkins.plugins.slacknotify.engine.composing.Composer;
import io.jenkins.plugins.slacknotify.engine.conversation.ConversationLog;
import io.jenkins.plugins.slacknotify.engine.conversation.Placement;
import io.jenkins.plugins.slacknotify.engine.conversation.PlacementFinder;
import io.jenkins.plugins.slacknotify.engine.notification.AuthorMessage;
import io.jenkins.plugins.slacknotify.engine.notification.FileShow;
import io.jenkins.plugins.slacknotify.engine.notification.Message;
import io.jenkins.plugins.slacknotify.engine.reason.HoldReason;
import io.jenkins.plugins.slacknotify.engine.report.RefusalNote;
import io.jenkins.plugins.slacknotify.engine.sending.MentionResolver.Resolved;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.engine.spi.TokenUnavailableException;
import io.jenkins.plugins.slacknotify.message.MessageFormat;
import io.jenkins.plugins.slacknotify.message.RenderedMessage;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.Note;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import io.jenkins.plugins.slacknotify.routing.MessageOptions;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.model.MessageLocation;
import io.jenkins.plugins.slacknotify.slack.model.OutgoingMessage;
import io.jenkins.plugins.slacknotify.slack.refusal.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Sends {@link FileShow}s: changes the earlier message, which keeps its content, so that it shows the file. That may be repeated
 * without harm.
 *
 * <p>Slack prepares a file after its upload, so it may not be there yet; and users report that Slack may take the change and show
 * no file. Then, and where no change gets through for ten minutes, the file is uploaded once more, and Slack shows it in the thread
 * of the message. Where an attempt may have done that unnoticed, it is looked for there first, or the message would show it as well.
 */
record FileShowSender(
        SlackConnector connector,
        PlacementFinder placements,
        ConversationLog log,
        MentionResolver mentions,
        Composer composer,
        ChannelPoster poster,
        FileShare share,
        ResultMapper results) {
    /** For how long Slack is given time to prepare a file. Users report a second. */
    private static final Duration PREPARATION = Duration.ofMinutes(10);

    /** After so many attempts without a clear answer, which take some ten minutes, the file goes into the thread. */
    private static final int PATIENCE = 10;

    /** After so many attempts, which take an hour and a half, a file is given up. */
    private static final int MAX_ATTEMPTS = 30;

    /** The error by which Slack says that the message is not there any more. */
    private static final String GONE = "message_not_found";

    /** The error by which Slack says that the message is there, and that its channel takes no file. */
    private static final String DENIED = "posting_to_channel_denied";

    private static final Note NOT_SHOWN = Note.forEverybody("Slack has not shown the file in the message");

    /** @param alone whether this delivery fails although other deliveries arrive */
    SendResult send(Delivery delivery, FileShow show, boolean alone, EngineSettings settings)
            throws TokenUnavailableException {
        return ResultMapper.givenUpAfter(alone ? 0 : MAX_ATTEMPTS, delivery, attempt(delivery, show, settings));
    }

    private SendResult attempt(Delivery delivery, FileShow show, EngineSettings settings)
            throws TokenUnavailableException {
        Placement placement = placements.find(show.messageId());
        if (!(placement instanceof Placement.InPlace place)) {
            return ((Placement.None) placement).result();
        }
        SlackConnection connection = connector.connect(show, settings);
        Optional<SendResult> shared = share.ofEarlierAttempt(
                delivery,
                show.file(),
                place.location(),
                placements.threadOf(show.messageId(), place.location()),
                connection);
        if (shared.isPresent()) {
            return refusedInsteadOfHeld(shared.get());
        }
        Optional<SendResult> notYet = delivery.state().mayHaveArrived()
                ? Optional.empty()
                : poster.untilEarlierChangeIsDone(place.location());
        if (notYet.isPresent()) {
            return notYet.get();
        }
        Message current = log.currentContent(show, place.location()).orElseGet(() -> nameOf(show));
        SlackResult<List<Resolved>> resolved = mentions.resolve(List.of(current), delivery, settings);
        if (!(resolved instanceof SlackResult.Success<List<Resolved>> success)) {
            return results.fromQuery(resolved);
        }
        RenderedMessage content = composer.write(success.value().get(0).message(), settings);
        OutgoingMessage outgoing = OutgoingMessage.of(place.location().channel(), content.text(), delivery.carrierId())
                .withBlocks(content.blocks())
                .withAttachments(content.attachments());
        SendResult result = refusedInsteadOfHeld(show(delivery, show, place.location(), outgoing, connection));
        return ResultMapper.withNotes(result, success.value().stream().map(Resolved::note));
    }

    /** Returns the name of the file, as content for a message whose own content is not known any more. */
    private static Message nameOf(FileShow show) {
        return new AuthorMessage(
                show.envelope(), null, MessageOptions.DEFAULT, show.file().name(), MessageFormat.PLAIN, false);
    }

    /**
     * Gives up a delivery that would be held for a person, as a file is not worth that. But a fault of the token holds all messages, so the
     * file is held with them; except for a missing scope, because other messages do not need the scope to join a channel.
     */
    private static SendResult refusedInsteadOfHeld(SendResult result) {
        if (!(result instanceof SendResult.Held held)) {
            return result;
        }
        HoldReason why = HoldReason.of(held.note());
        boolean holdsAll = why.isAboutTheToken()
                && !(why instanceof HoldReason.Refused refused
                        && refused.error().equals("missing_scope"));
        return holdsAll ? held : new SendResult.Refused(held.note());
    }

    private SendResult show(
            Delivery delivery,
            FileShow show,
            MessageLocation location,
            OutgoingMessage outgoing,
            SlackConnection connection) {
        SlackResult<Boolean> shown = poster.show(connection, location, outgoing, show.slackId());
        if (shown instanceof SlackResult.Success<Boolean> success) {
            return success.value()
                    ? ResultMapper.changed(location, null, null, null)
                    : inThread(delivery, show, location, connection, NOT_SHOWN);
        }
        if (shown.isUndecided() && delivery.failures() >= PATIENCE) {
            return inThread(delivery, show, location, connection, NOT_SHOWN);
        }
        if (!(shown instanceof SlackResult.Refused<Boolean> refused)) {
            return results.fromFailedChange(shown);
        }
        Refusal refusal = refused.refusal();
        if (refusal.isAboutAnUnreadyFile() && mayBecomeReady(delivery)) {
            return new SendResult.Retry(
                    null,
                    Note.forEverybody("Slack is not done with the file yet (" + refusal.error() + ")"),
                    SendResult.Scope.MESSAGE);
        }
        Optional<SimplerMessage> simpler = SimplerMessage.of(outgoing, shown);
        if (simpler.isPresent()) {
            return show(delivery, show, location, simpler.get().message(), connection);
        }
        boolean otherWay = refusal.error().equals(DENIED)
                || refusal.isAboutTheMessage() && !refusal.error().equals(GONE);
        return otherWay
                ? inThread(delivery, show, location, connection, RefusalNote.of(refusal))
                : results.fromFailedChange(shown);
    }

    /** Whether Slack may still be preparing the file. The upload was complete when the delivery was accepted. */
    private boolean mayBecomeReady(Delivery delivery) {
        Instant until = delivery.entry().acceptedAt().plus(PREPARATION);
        return results.clock().instant().isBefore(until);
    }

    private SendResult inThread(
            Delivery delivery, FileShow show, MessageLocation location, SlackConnection connection, Note why) {
        MessageLocation thread = placements.threadOf(show.messageId(), location);
        return share.inThread(delivery, show.file(), thread, connection, why);
    }
}
