package io.jenkins.plugins.slacknotify.interaction.build;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A place in Jenkins' queue as something remembers it. Jenkins gives the numbers of its queue again after a crash, so the number alone does
 * not say which build is meant.
 *
 * @param time see {@code isExact}; to the millisecond
 * @param isExact whether the build has waited since that very time, which Jenkins keeps over a restart; otherwise it has waited since that
 *     time or longer
 */
public record QueueSlot(long id, Instant time, boolean isExact) {
    public QueueSlot {
        requireNonNull(time, "time");
    }

    /** Returns the place of a build that has waited since a time, as somebody has seen it in the queue. */
    public static QueueSlot since(long id, Instant time) {
        return new QueueSlot(id, time, true);
    }

    /** Returns the place of a build that is known to have waited at a time. */
    public static QueueSlot asOf(long id, Instant time) {
        return new QueueSlot(id, time, false);
    }

    /** Tests whether a build that waits is the one that is meant. */
    public boolean isOf(long otherId, Instant since) {
        return otherId == id && (isExact ? since.equals(time) : !since.isAfter(time));
    }
}
