package io.jenkins.plugins.slacknotify.engine.notification;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.ArrayList;
import java.util.List;

/**
 * A notification that is ready to be accepted.
 *
 * @param isLeading whether it is the message that people refer to, not the rest of a long one
 */
public record PlannedNotification(String id, Notification notification, boolean isLeading) {

    /** Writes one part of a message. */
    @FunctionalInterface
    public interface Writer {
        /**
         * @param part null for the message that tells of the build itself
         * @param reply to the part before; null for the first
         */
        Notification write(@CheckForNull String part, @CheckForNull Relation reply);
    }

    /** What brings the file to Slack that this message is to show. */
    public PlannedNotification upload(SharedFile file) {
        return new PlannedNotification(DeliveryIds.ofUpload(id), notification.uploading(file, id), true);
    }

    /**
     * One message, or several where the text is too long for one: the rest follows in the thread of its beginning.
     *
     * @param parts none for the message that tells of the build itself
     */
    public static List<PlannedNotification> of(String id, List<String> parts, Writer writer) {
        List<PlannedNotification> drafts = new ArrayList<>();
        drafts.add(new PlannedNotification(id, writer.write(parts.isEmpty() ? null : parts.get(0), null), true));
        Relation toFirst = new Relation(Relation.Kind.THREAD, id);
        for (int part = 1; part < parts.size(); part++) {
            drafts.add(new PlannedNotification(id + "-" + (part + 1), writer.write(parts.get(part), toFirst), false));
        }
        return drafts;
    }
}
