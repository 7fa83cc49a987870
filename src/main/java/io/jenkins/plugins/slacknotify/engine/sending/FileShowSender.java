package io.jenkins.plugins.slacknotify.engine.sending;

import io.jenkins.plugins.slacknotify.engine.composing.Composer;
import io.jenkins.plugins.slacknotify.engine.conversation.ConversationLog;
import io.jenkins.plugins.slacknotify.engine.conversation.Placement;
import io.jenkins.plugins.slacknotify.engine.conversation.PlacementFinder;
import io.jenkins.plugins.slacknotify.engine.notification.AuthorMessage;
import io.jenkins.plugins.slacknotify.engine.notification.FileShow;
import io.jenkins.plugins.slacknotify.engine.notification.Message;
import io.jenkins.plugins.slacknotify.engine.report.RefusalNote;
import io.jenkins.plugins.slacknotify.engine.sending.MentionResolver.Resolved;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.engine.spi.TokenUnavailableException;
import io.jenkins.plugins.slacknotify.message.MessageFormat;
import io.jenkins.plugins.slacknotify.message.RenderedMessage;
import io.jenkins.plugins.slacknotify.outbox.Delivery;
import io.jenkins.plugins.slacknotify.outbox.SendResult;
import io.jenkins.plugins.slacknotify.routing.MessageOptions;
import io.jenkins.plugins.slacknotify.slack.MessageLocation;
import io.jenkins.plugins.slacknotify.slack.OutgoingMessage;
import io.jenkins.plugins.slacknotify.slack.SlackGateway;
import io.jenkins.plugins.slacknotify.slack.SlackResult;
import java.util.List;

/**
 * Sends {@link FileShow}s: changes the earlier message, which keeps its content, so that it shows the file. They may be
 * repeated without harm.
 */
final class FileShowSender {
    private final SlackConnector connector;
    private final SlackGateway gateway;
    private final PlacementFinder placements;
    private final ConversationLog log;
    private final MentionResolver mentions;
    private final Composer composer;
    private final ResultMapper results;

    FileShowSender(
            SlackConnector connector,
            SlackGateway gateway,
            PlacementFinder placements,
            ConversationLog log,
            MentionResolver mentions,
            Composer composer,
            ResultMapper results) {
        this.connector = connector;
        this.gateway = gateway;
        this.placements = placements;
        this.log = log;
        this.mentions = mentions;
        this.composer = composer;
        this.results = results;
    }

    SendResult send(Delivery delivery, FileShow show, EngineSettings now) throws TokenUnavailableException {
        Placement placement = placements.find(show.messageId());
        if (!(placement instanceof Placement.InPlace place)) {
            return ((Placement.None) placement).result();
        }
        Message current = log.currentContent(show, place.location()).orElseGet(() -> nameOf(show));
        SlackResult<List<Resolved>> resolved = mentions.resolve(List.of(current), now);
        if (!(resolved instanceof SlackResult.Success<List<Resolved>> success)) {
            return results.fromQuery(resolved);
        }
        RenderedMessage content = composer.write(success.value().get(0).message(), now);
        SendResult result = show(delivery, show, place.location(), content, now);
        return ResultMapper.withNotes(result, success.value().stream().map(Resolved::note));
    }

    /** The content of a message of which nothing else is known. */
    private static Message nameOf(FileShow show) {
        return new AuthorMessage(
                show.envelope(), null, MessageOptions.DEFAULT, show.text(), MessageFormat.PLAIN, false);
    }

    /** A fault that a person has to fix is given up; but not one of the token, for which the messages behind it wait, too. */
    private SendResult show(
            Delivery delivery, FileShow show, MessageLocation location, RenderedMessage content, EngineSettings now)
            throws TokenUnavailableException {
        OutgoingMessage outgoing = OutgoingMessage.of(location.channel(), content.text(), delivery.carrierId())
                .withBlocks(content.blocks())
                .withAttachments(content.attachments());
        SendResult result =
                results.fromChange(gateway.update(connector.connect(show, now), location, outgoing, show.slackId()));
        return result instanceof SendResult.Held held && !RefusalNote.isAboutTheToken(held.reason())
                ? new SendResult.Refused(held.reason())
                : result;
    }
}
