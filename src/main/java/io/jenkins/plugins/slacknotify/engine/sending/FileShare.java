package io.jenkins.plugins.slacknotify.engine.sending;

import io.jenkins.plugins.slacknotify.engine.files.FileSpool;
import io.jenkins.plugins.slacknotify.engine.notification.SharedFile;
import io.jenkins.plugins.slacknotify.outbox.delivery.AttemptPeriod;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.Note;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.model.MessageLocation;
import io.jenkins.plugins.slacknotify.slack.model.OutgoingFile;
import io.jenkins.plugins.slacknotify.slack.model.PostedMessage;
import io.jenkins.plugins.slacknotify.slack.model.SearchRange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Has Slack show a file in a thread, in a message of Slack's making: the other way for a file that cannot be shown in its message.
 * After an attempt that ended without an answer, looks for the file there first.
 */
final class FileShare {
    private final ChannelPoster poster;
    private final FileSpool spool;
    private final ResultMapper results;

    FileShare(ChannelPoster poster, FileSpool spool, ResultMapper results) {
        this.poster = poster;
        this.spool = spool;
        this.results = results;
    }

    ChannelPoster poster() {
        return poster;
    }

    /**
     * Shows the file of which the spool has a copy for the delivery.
     *
     * @param thread the first message of the thread
     * @param why the file is not in its message
     */
    SendResult inThread(
            Delivery delivery, SharedFile file, MessageLocation thread, SlackConnection connection, Note why) {
        Path content = spool.fileOf(delivery.entry().id());
        if (!Files.isRegularFile(content)) {
            return new SendResult.Refused(
                    why.after("The copy of the file that Jenkins kept is gone", "; before that: "));
        }
        Note note = why.after("The file is in the thread", ": ");
        Optional<AttemptPeriod> doubt = delivery.doubt(results.clock().instant());
        if (doubt.isPresent()) {
            SearchRange range = new SearchRange(
                    thread.channel(),
                    thread.ts(),
                    doubt.get().first(),
                    doubt.get().last());
            SlackResult<Optional<PostedMessage>> found = poster.findFile(connection, range, file.name());
            if (found.success().flatMap(it -> it).isPresent()) {
                return ResultMapper.changed(thread, null, null, note);
            }
            boolean isSettled = found instanceof SlackResult.Success<?>
                    || (found instanceof SlackResult.Refused<?> refused
                            && refused.refusal().permanent());
            if (!isSettled) {
                return results.fromQuery(found);
            }
        }
        OutgoingFile outgoing = new OutgoingFile(
                file.name(), file.title(), content, content.toFile().length());
        SlackResult<String> shared =
                poster.asMember(connection, thread.channel(), () -> poster.share(connection, outgoing, thread));
        return shared instanceof SlackResult.Success<String>
                ? ResultMapper.changed(thread, null, null, note)
                : results.fromFailedChange(shared);
    }
}
