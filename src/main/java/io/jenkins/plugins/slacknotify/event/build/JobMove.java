package io.jenkins.plugins.slacknotify.event.build;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A change of the full name of a job or folder, with all that is in it: somebody has renamed or moved it.
 *
 * @param from the full name before
 * @param to the full name since
 */
public record JobMove(String from, String to, Instant at) {
    public JobMove {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(at, "at");
    }

    /** The name of a job since the move, where that is about it; the same name otherwise. */
    public String after(String job) {
        return replace(job, from, to);
    }

    /** The name of a job before the move, where that is about it; the same name otherwise. */
    public String before(String job) {
        return replace(job, to, from);
    }

    private static String replace(String job, String name, String other) {
        return isWithin(job, name) ? other + job.substring(name.length()) : job;
    }

    /** Whether a full name is that of an item, or of anything in it. */
    public static boolean isWithin(String job, String item) {
        return job.equals(item) || job.startsWith(item + "/");
    }
}
