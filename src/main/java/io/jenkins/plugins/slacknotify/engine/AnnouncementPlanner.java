package io.jenkins.plugins.slacknotify.engine;

import io.jenkins.plugins.slacknotify.engine.conversation.ConversationPlanner;
import io.jenkins.plugins.slacknotify.engine.files.FileSpool;
import io.jenkins.plugins.slacknotify.engine.files.SpooledFile;
import io.jenkins.plugins.slacknotify.engine.notification.PlannedNotification;
import io.jenkins.plugins.slacknotify.engine.planning.Announcement;
import io.jenkins.plugins.slacknotify.engine.planning.AnnouncementPlan;
import io.jenkins.plugins.slacknotify.engine.planning.CannotAnnounceException;
import io.jenkins.plugins.slacknotify.engine.planning.JobBacklog;
import io.jenkins.plugins.slacknotify.engine.planning.OutboxRoom;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.outbox.Outbox;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

/**
 * Plans what a job's author announces, within the limits of the outbox, and keeps its file until it is uploaded.
 *
 * <p>Safe for use by many threads.
 */
record AnnouncementPlanner(
        Supplier<EngineSettings> settings,
        ConversationPlanner conversations,
        Outbox outbox,
        JobBacklog backlog,
        OutboxRoom room,
        FileSpool spool) {
    /**
     * Plans its messages.
     *
     * @throws CannotAnnounceException where it cannot be announced, or where there is no room for it
     */
    List<PlannedNotification> plan(Announcement announcement) throws CannotAnnounceException {
        List<PlannedNotification> planned =
                new AnnouncementPlan(announcement, settings.get(), conversations, outbox::find).notifications();
        backlog.require(
                announcement.event().key().job(),
                planned.stream().map(PlannedNotification::id).toList());
        room.require(planned);
        return planned;
    }

    /** Keeps a file for each delivery that needs it. A delivery that is known had its copy when it was handed over. */
    void keepFile(Announcement announcement, List<PlannedNotification> planned) throws CannotAnnounceException {
        SpooledFile file = announcement.file();
        if (file == null) {
            return;
        }
        boolean areKept = false;
        try {
            for (PlannedNotification one : planned) {
                if (one.notification().needsFile() && outbox.stateOf(one.id()).isEmpty()) {
                    spool.keep(file.content(), one.id());
                }
            }
            areKept = true;
        } catch (IOException e) {
            throw new CannotAnnounceException("The file cannot be kept until it is uploaded: " + e.getMessage());
        } finally {
            if (!areKept) {
                removeUnusedFiles(planned);
            }
        }
    }

    /** Removes the files that {@link #keepFile} has kept for deliveries that were not accepted. */
    void removeUnusedFiles(List<PlannedNotification> planned) {
        planned.stream()
                .map(PlannedNotification::id)
                .filter(id -> outbox.stateOf(id).isEmpty())
                .forEach(spool::remove);
    }
}
