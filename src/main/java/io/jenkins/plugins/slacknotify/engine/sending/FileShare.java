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
 * Shares a file in a thread, where Slack posts a message with it. This is the way for a file that Slack does not show in the message that it
 * belongs to. After an attempt that ended without an answer, the thread is searched for the file first: by the file's id in Slack if this
 * process has made all attempts, and otherwise by its name and length, which another file may have, too.
 */
final class FileShare {
    private static final String IN_THREAD = "The file is in the thread";

    /** How many deliveries are remembered at most. It is more than are in doubt at a time. */
    private static final int MAX_SHOWN = 1_000;

    private final ChannelPoster poster;
    private final FileSpool spool;
    private final ResultMapper results;

    /** The ids in Slack of the files that attempts have shared, by the ids of deliveries. Only of deliveries first attempted by this process. */
    private final LruCache<String, Set<String>> shown = new LruCache<>(MAX_SHOWN);

    FileShare(ChannelPoster poster, FileSpool spool, ResultMapper results) {
        this.poster = poster;
        this.spool = spool;
        this.results = results;
    }

    /**
     * Looks in a thread for the file that an earlier attempt may have shared there, and shares nothing.
     *
     * @param location the message that is to show the file
     * @param thread the first message of the thread
     * @return empty if no attempt may have shared the file, or the file is not there, or Slack refuses the search for good
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
     * Shares the file of which the spool has a copy for the delivery. Call {@link #ofEarlierAttempt} first, or the thread may show it twice.
     *
     * @param thread the first message of the thread
     * @param why the reason why the file is not shown in its message
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

    /** Returns the copy of the file that the spool has for a delivery; empty if it has none. */
    private Optional<OutgoingFile> copyFor(Delivery delivery, SharedFile file) {
        Path content = spool.fileOf(delivery.entry().id());
        return Files.isRegularFile(content)
                ? Optional.of(new OutgoingFile(
                        file.name(), file.title(), content, content.toFile().length()))
                : Optional.empty();
    }
}
