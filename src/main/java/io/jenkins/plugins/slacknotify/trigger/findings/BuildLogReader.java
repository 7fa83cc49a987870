package io.jenkins.plugins.slacknotify.trigger.findings;

import hudson.init.InitMilestone;
import hudson.init.Initializer;
import hudson.model.AbstractBuild;
import hudson.model.Computer;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.event.build.FailedStage;
import io.jenkins.plugins.slacknotify.event.build.Interruption;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.diagnosis.LogDiagnosis;
import io.jenkins.plugins.slacknotify.trigger.logs.LogTailReader;
import io.jenkins.plugins.slacknotify.trigger.logs.PipelineLines;
import io.jenkins.plugins.slacknotify.trigger.logs.ResultNotice;
import io.jenkins.plugins.slacknotify.trigger.logs.TimeOutNotice;
import io.jenkins.plugins.slacknotify.trigger.masking.LogMask;
import java.io.IOException;
import java.util.List;
import jenkins.model.Jenkins;

/**
 * Reads the end of the log of a build of which nothing else says why it is bad: a freestyle build, which has no stages, or a pipeline
 * that failed before its first step.
 */
public final class BuildLogReader {
    /** The number of lines that are sent through the filters of a pipeline: each of its blocks can have added one. */
    private static final int MASKED_LINES = 300;

    private BuildLogReader() {}

    /** Has what reads logs loaded and compiled by the time a first build fails, which does not wait for it then. */
    @Initializer(fatal = false, after = InitMilestone.JOB_CONFIG_ADAPTED)
    public static void prepare() {
        Computer.threadPoolForRemoting.execute(LogDiagnosis::prepare);
    }

    /**
     * Returns what the log says of a build that failed or is unstable, or that was stopped and nobody knows why; a log that is gone says
     * nothing.
     */
    static StageReport read(Run<?, ?> run) {
        Outcome outcome = Outcomes.of(run);
        if (outcome == Outcome.UNSTABLE) {
            return unstable(run);
        }
        boolean mayHaveRunOutOfTime = mayHaveRunOutOfTime(run, outcome);
        if (outcome != Outcome.FAILURE && !mayHaveRunOutOfTime) {
            return StageReport.NONE;
        }
        List<String> lines = lines(run);
        return StageReport.of(
                outcome == Outcome.FAILURE && !lines.isEmpty() ? List.of(failure(run, lines)) : List.of(),
                mayHaveRunOutOfTime && TimeOutNotice.isIn(lines) ? timedOut() : null);
    }

    private static StageReport unstable(Run<?, ?> run) {
        if (hasFailingTests(run)) {
            return StageReport.NONE;
        }
        List<String> lines = linesOfLastStage(run, lines(run));
        return ResultNotice.find(lines, Outcome.UNSTABLE)
                .map(notice -> new FailedStage(null, Outcome.UNSTABLE, notice, lines))
                .map(stage -> StageReport.of(List.of(stage), null))
                .orElse(StageReport.NONE);
    }

    /** Tests whether the build has failing tests, which say without the log why it is bad. */
    private static boolean hasFailingTests(Run<?, ?> run) {
        return TestReportReader.failures(run) > 0;
    }

    private static Interruption timedOut() {
        return new Interruption(Interruption.Kind.TIMED_OUT, null);
    }

    /** Whether the Build Timeout plugin may have stopped a build: it does so without a cause. */
    private static boolean mayHaveRunOutOfTime(Run<?, ?> run, Outcome outcome) {
        return run instanceof AbstractBuild
                && (outcome == Outcome.FAILURE || outcome == Outcome.ABORTED)
                && Jenkins.get().getPlugin("build-timeout") != null
                && InterruptionFinder.find(run, outcome).isEmpty();
    }

    private static List<String> lines(Run<?, ?> run) {
        try {
            return LogTailReader.of(run.getLogText(), run.getCharset());
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Returns the failure, with the cause that the failed tool has printed rather than Jenkins' own words. */
    private static FailedStage failure(Run<?, ?> run, List<String> lines) {
        List<String> own = linesOfLastStage(run, lines);
        String reason = LogDiagnosis.of(own).orElse(null);
        String error = reason == null && !hasFailingTests(run)
                ? ResultNotice.find(own, Outcome.FAILURE).orElse(null)
                : null;
        return new FailedStage(null, Outcome.FAILURE, error, own, reason);
    }

    /** Returns the lines of the last stage: an error in an earlier one need not be why the script has set the result. */
    private static List<String> linesOfLastStage(Run<?, ?> run, List<String> lines) {
        List<String> since = PipelineLines.sinceLastStage(lines);
        LogMask mask = LogMask.of(run);
        return mask == LogMask.NONE ? since : maskLines(since, mask);
    }

    /** Masks the lines anew: the blocks that mask secrets do not mask what a pipeline writes after they have ended. */
    private static List<String> maskLines(List<String> lines, LogMask mask) {
        List<String> last = lines.subList(Math.max(0, lines.size() - MASKED_LINES), lines.size());
        return mask.mask(String.join("\n", last)).lines().toList();
    }
}
