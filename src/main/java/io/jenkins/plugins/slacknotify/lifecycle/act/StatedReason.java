package io.jenkins.plugins.slacknotify.lifecycle.act;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * A cause of interruption that stands beside the one which says who has stopped a build. It says where that was asked for, and why.
 */
public interface StatedReason {
    /** Returns why, in the words of whoever has stopped the build; null where they have given no reason. */
    @CheckForNull
    String reason();
}
