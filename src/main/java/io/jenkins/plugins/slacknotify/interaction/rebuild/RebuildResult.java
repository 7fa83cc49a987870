package io.jenkins.plugins.slacknotify.interaction.rebuild;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.interaction.build.QueueSlot;

/** The result of running a build again, or of stopping one. */
public sealed interface RebuildResult {
    /**
     * It waits in the queue, or runs.
     *
     * @param slot its place in the queue; null where it has left that
     * @param how what is the same as in the first run, as mrkdwn that can follow "runs again", such as "with the same parameters"
     */
    record Started(@CheckForNull QueueSlot slot, String how) implements RebuildResult {}

    /** The build was told to stop, and may take its time. */
    record Stopped() implements RebuildResult {}

    record Cancelled() implements RebuildResult {}

    /** There is nothing to stop or cancel any more. */
    record AlreadyOver() implements RebuildResult {}

    /** The account may not. @param why mrkdwn that can follow "You may not:" */
    record Refused(String why) implements RebuildResult {}

    /** The build cannot be run again as it was. @param why a sentence in mrkdwn */
    record CannotRepeat(String why) implements RebuildResult {}

    /** Nothing was done: Jenkins has not loaded the build since it was started, and to stop it now would be to kill it. Ask again. */
    record NotYet() implements RebuildResult {}

    /** The account may read no such build; there may be none. */
    record NoSuchBuild() implements RebuildResult {}
}
