package io.jenkins.plugins.slacknotify.trigger.findings;

import hudson.ExtensionPoint;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.event.build.FailedStage;
import java.util.Optional;

/** Reads the stages of a build. */
interface StageReader extends ExtensionPoint {
    /**
     * Returns the stage in which a build failed.
     *
     * @return empty where the build has no stages, or none of them failed
     */
    Optional<FailedStage> failedIn(Run<?, ?> run);
}
