package io.jenkins.plugins.slacknotify.trigger.masking;

import hudson.ExtensionPoint;
import hudson.model.Run;
import java.util.Optional;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Reads how the log of a kind of build is masked. */
public interface LogMaskReader extends ExtensionPoint {
    /** Returns how the log of a step is masked; empty where this reader does not know such steps. */
    Optional<LogMask> read(StepContext step);

    /**
     * Returns how texts about a build are masked that do not stand in its log: in all ways in which its log has been masked. Where
     * this reader cannot say for a text what these were, its mask does not quote the text.
     *
     * @return empty where this reader does not know such builds
     */
    Optional<LogMask> read(Run<?, ?> run);

    /**
     * Returns the filters of a build's log that are known now, one after the other, for lines of that log. After a restart of Jenkins,
     * only those count that were seen since, and after the end of the build those for all builds.
     *
     * @return empty where this reader does not know such builds
     */
    Optional<LogMask> readStoredLog(Run<?, ?> run);

    /** Notes that a build begins, before its first step. A build that goes on after a restart of Jenkins does not begin. */
    void begin(Run<?, ?> run);

    void end(Run<?, ?> run);
}
