package io.jenkins.plugins.slacknotify.engine.notification;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.ArrayList;
import java.util.List;

/**
 * A notification with the id of its delivery, ready for the outbox.
 *
 * @param id the same for the same purpose in every process, so that the outbox accepts it once
 * @param isLeading whether callers refer to it, and not to what follows a long message
 */
public record PlannedNotification(String id, Notification notification, boolean isLeading) {

    /** Writes one part of a long text. */
    @FunctionalInterface
    public interface PartWriter {
        /** @param relation to the first part; null for that */
        Notification write(String part, @CheckForNull Relation relation);
    }

    /** The upload of the file that this message is to show. */
    public PlannedNotification upload(SharedFile file) {
        return new PlannedNotification(
                DeliveryIds.ofUpload(id), new FileUpload(notification.envelope(), file, id), true);
    }

    /**
     * The messages of a long text: the first part, and the rest in its thread.
     *
     * @param parts at least one
     */
    public static List<PlannedNotification> ofParts(String id, List<String> parts, PartWriter writer) {
        List<PlannedNotification> planned = new ArrayList<>();
        planned.add(new PlannedNotification(id, writer.write(parts.get(0), null), true));
        Relation toFirst = new Relation(Relation.Kind.THREAD, id);
        for (int part = 1; part < parts.size(); part++) {
            planned.add(new PlannedNotification(
                    DeliveryIds.ofPart(id, part + 1), writer.write(parts.get(part), toFirst), false));
        }
        return planned;
    }
}
