package io.jenkins.plugins.slacknotify.trigger.findings;

import hudson.Extension;
import hudson.init.InitMilestone;
import hudson.init.Initializer;
import hudson.model.AbstractBuild;
import hudson.model.Computer;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.event.build.FailedStage;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.diagnosis.LogDiagnosis;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Reads the end of the log of a freestyle or matrix build, which has no stages. Its log says why it failed. */
@Extension
public final class BuildLogReader implements StageReader {
    /** Has what reads logs loaded and compiled by the time a first build fails, which does not wait for it then. */
    @Initializer(after = InitMilestone.JOB_CONFIG_ADAPTED)
    public static void prepare() {
        Computer.threadPoolForRemoting.execute(LogDiagnosis::prepare);
    }

    @Override
    public Optional<StageReport> read(Run<?, ?> run) {
        if (!(run instanceof AbstractBuild<?, ?>) || Outcomes.of(run) != Outcome.FAILURE) {
            return Optional.empty();
        }
        try {
            FailedStage failure = new FailedStage(null, null, LogTail.of(run.getLogText(), run.getCharset()));
            return Optional.of(new StageReport(List.of(failure), null, null, null, null));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** {@inheritDoc} Empty: such a build has no steps of a pipeline. */
    @Override
    public Optional<StageReport> read(Run<?, ?> run, StepContext step) {
        return Optional.empty();
    }
}
