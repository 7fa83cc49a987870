package io.jenkins.plugins.slacknotify.event.build;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.text.Excerpt;

/**
 * How a build can be run again besides as it was, as far as that was known when it ended.
 *
 * @param withChanges whether it has parameters that can be filled in outside of Jenkins
 * @param fromStage the stage of a declarative pipeline from which people want to run it again, mostly the one that failed; null
 *     where it cannot be run again from a stage
 */
public record RerunOptions(
        boolean withChanges, @CheckForNull String fromStage) {
    /** A build that can be run again only as it was. */
    public static final RerunOptions NONE = new RerunOptions(false, null);

    private static final int MAX_STAGE = 100;

    public RerunOptions {
        fromStage = Excerpt.truncateNullable(fromStage, MAX_STAGE);
    }
}
