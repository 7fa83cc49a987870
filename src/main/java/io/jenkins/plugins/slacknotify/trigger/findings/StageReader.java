package io.jenkins.plugins.slacknotify.trigger.findings;

import hudson.ExtensionPoint;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.trigger.extension.BestEffort;
import java.util.Optional;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Reads the stages of a build. Reads from disk where it has to, but never much. */
public interface StageReader extends ExtensionPoint {
    /** Returns what the stages say of a build as a whole; empty where the build has no stages that this reader knows. */
    Optional<StageReport> read(Run<?, ?> run);

    /**
     * Returns what the stages say of a running build, as one of its steps sees it: what happened before that step.
     *
     * @return empty where the build has no stages that this reader knows
     */
    Optional<StageReport> read(Run<?, ?> run, StepContext step);

    /** Asks all readers for the report about a whole build and, where that does not say why it is bad, its log; never throws. */
    static StageReport report(Run<?, ?> run) {
        StageReport stages = BestEffort.first(StageReader.class, "stages of ", run, reader -> reader.read(run))
                .orElse(StageReport.NONE);
        return stages.explains(Outcomes.of(run))
                ? stages
                : BestEffort.read("log of ", run, () -> BuildLogReader.read(run))
                        .map(stages::and)
                        .orElse(stages);
    }

    /** Asks all readers for the report about a running build, as one of its steps sees it; never throws. */
    static StageReport report(Run<?, ?> run, StepContext step) {
        return BestEffort.first(StageReader.class, "stages of ", run, stages -> stages.read(run, step))
                .orElse(StageReport.NONE);
    }
}
