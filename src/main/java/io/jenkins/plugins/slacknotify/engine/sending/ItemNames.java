package io.jenkins.plugins.slacknotify.engine.sending;

import java.time.Instant;

/** The full names that jobs and folders have now. Reads memory only. Safe for use by many threads. */
@FunctionalInterface
public interface ItemNames {
    /**
     * The full name that a job or folder has now; of one that was deleted, its last one.
     *
     * @param item its full name at some time; empty for the whole system
     * @param asOf that time
     */
    String current(String item, Instant asOf);
}
