package io.jenkins.plugins.slacknotify.trigger.masking;

import hudson.ExtensionPoint;
import hudson.model.Run;
import java.util.Optional;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Reads how the log of a kind of build is masked. */
public interface LogMaskReader extends ExtensionPoint {
    /**
     * Returns how the log of a step is masked.
     *
     * @return empty where this reader does not know such steps
     */
    Optional<LogMask> read(StepContext step);

    /**
     * Returns all ways in which the log of a running build has been masked so far, one after the other. After a restart of
     * Jenkins, only those count that were seen since.
     *
     * @return empty where this reader does not know such builds
     */
    Optional<LogMask> read(Run<?, ?> run);

    /** Forgets a build that has ended. */
    void forget(Run<?, ?> run);
}
