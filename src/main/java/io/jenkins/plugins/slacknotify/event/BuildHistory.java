package io.jenkins.plugins.slacknotify.event;

import io.jenkins.plugins.slacknotify.event.build.Outcome;
import java.util.Optional;

/**
 * The port to the other builds of a job, as they stand at the moment when one build is rated. An implementation may read from
 * disk; it is asked once for each build.
 */
public interface BuildHistory {
    /**
     * The verdict of the closest older build that has completed. Builds that are still running, were aborted or were not
     * built are skipped.
     *
     * @return empty where no older build has a verdict
     */
    Optional<Outcome> lastVerdict();

    /** Whether a newer build has already completed with a verdict, as happens when concurrent builds run side by side. */
    boolean isOvertaken();
}
