package io.jenkins.plugins.slacknotify.trigger.running;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.ExtensionPoint;
import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.event.BuildEvent;

/** Reports builds during which Jenkins died, after the engine was notified of them. */
public interface CutOffBuildListener extends ExtensionPoint {
    /**
     * Called once for each such build whose job is still there, some time after the start of Jenkins, and again if Jenkins dies
     * meanwhile. Not called on the thread of a build.
     *
     * @param run null where Jenkins has lost the build
     * @param event how the build ended, as far as that is known
     */
    void onCutOff(Job<?, ?> job, @CheckForNull Run<?, ?> run, BuildEvent event);
}
