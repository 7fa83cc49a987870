package io.jenkins.plugins.slacknotify.engine.sending;

import io.jenkins.plugins.slacknotify.engine.files.FileSpool;
import io.jenkins.plugins.slacknotify.engine.notification.SharedFile;
import io.jenkins.plugins.slacknotify.memory.LruCache;
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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Has Slack show a file in a thread, in a message of Slack's making: the other way for a file that cannot be shown in its message.
 * After an attempt that ended without an answer, the file has to be looked for there first: by the id that Slack has given it, where all
 * attempts were of this process, as another file there may have its name and its length.
 */
final class FileShare {
    private static final String IN_THREAD = "The file is in the thread";

    /** More than are in doubt at a time. */
    private static final int MAX_SHOWN = 1_000;

    private final ChannelPoster poster;
    private final FileSpool spool;
    private final ResultMapper results;

    /** The ids of the files that attempts have shown, by deliveries of which no earlier process has made one. */
    private final LruCache<String, Set<String>> shown = new LruCache<>(MAX_SHOWN);

    FileShare(ChannelPoster poster, FileSpool spool, ResultMapper results) {
        this.poster = poster;
        this.spool = spool;
        this.results = results;
    }

    /**
     * Looks for the file in a thread where an earlier attempt may have shared it, and shares nothing.
     *
     * @param location the message that is to show the file
     * @param thread the first message of the thread
     * @return empty where no attempt may have, or none has, or nobody can tell
     */
    Optional<SendResult> ofEarlierAttempt(
            Delivery delivery,
            SharedFile file,
            MessageLocation location,
            MessageLocation thread,
            SlackConnection connection) {
        Optional<AttemptPeriod> doubt = delivery.doubt(results.clock().instant());
        String id = delivery.entry().id();
        if (doubt.isEmpty()) {
            shown.put(id, ConcurrentHashMap.newKeySet());
        }
        Optional<Set<String>> ids = shown.get(id);
        Optional<OutgoingFile> outgoing = copyFor(delivery, file);
        boolean hasShownNone = ids.filter(Set::isEmpty).isPresent();
        if (doubt.isEmpty() || outgoing.isEmpty() || hasShownNone) {
            return Optional.empty();
        }
        SearchRange range = new SearchRange(
                thread.channel(), thread.ts(), doubt.get().first(), doubt.get().last());
        SlackResult<Optional<PostedMessage>> found =
                poster.findFile(connection, range, outgoing.get(), ids.orElse(Set.of()), location);
        if (found instanceof SlackResult.Success<Optional<PostedMessage>> success) {
            return success.value()
                    .map(message -> ResultMapper.changed(thread, null, null, Note.forEverybody(IN_THREAD)));
        }
        return SlackPost.isRefusedForGood(found) ? Optional.empty() : Optional.of(results.fromQuery(found));
    }

    /**
     * Shows the file of which the spool has a copy for the delivery. Look for what an {@linkplain #ofEarlierAttempt earlier attempt} has
     * shown before.
     *
     * @param thread the first message of the thread
     * @param why the file is not in its message
     */
    SendResult inThread(
            Delivery delivery, SharedFile file, MessageLocation thread, SlackConnection connection, Note why) {
        Optional<OutgoingFile> outgoing = copyFor(delivery, file);
        if (outgoing.isEmpty()) {
            return new SendResult.Refused(
                    why.after("The copy of the file that Jenkins kept is gone", "; before that: "));
        }
        SlackResult<String> shared = poster.asMember(
                connection,
                thread.channel(),
                () -> poster.share(
                        connection,
                        outgoing.get(),
                        thread,
                        fileId -> shown.get(delivery.entry().id()).ifPresent(ids -> ids.add(fileId))));
        return shared instanceof SlackResult.Success<String>
                ? ResultMapper.changed(thread, null, null, why.after(IN_THREAD, ": "))
                : results.fromFailedChange(shared);
    }

    /** The copy of the file that the spool has for a delivery; empty where it has none. */
    private Optional<OutgoingFile> copyFor(Delivery delivery, SharedFile file) {
        Path content = spool.fileOf(delivery.entry().id());
        return Files.isRegularFile(content)
                ? Optional.of(new OutgoingFile(
                        file.name(), file.title(), content, content.toFile().length()))
                : Optional.empty();
    }
}
