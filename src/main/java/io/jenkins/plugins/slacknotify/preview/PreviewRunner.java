package io.jenkins.plugins.slacknotify.preview;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.config.RuleScopes;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.config.rules.SystemRouting;
import io.jenkins.plugins.slacknotify.engine.Preview;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle;
import io.jenkins.plugins.slacknotify.trigger.event.JobRulesFinder;
import io.jenkins.plugins.slacknotify.trigger.event.RunEvents;

/** Tries rules on a past build. It sends nothing, keeps nothing, and does not ask Slack. */
final class PreviewRunner {
    private PreviewRunner() {}

    /**
     * Finds a completed build of a job.
     *
     * @param build its number; blank for the last one that has completed
     * @throws BuildNotFoundException where there is no such build
     * @throws IllegalArgumentException where that is no number, or the build has not completed
     */
    static Run<?, ?> findBuild(Job<?, ?> job, @CheckForNull String build) {
        String wanted = build == null ? "" : build.strip();
        Run<?, ?> run = wanted.isEmpty() ? job.getLastCompletedBuild() : job.getBuildByNumber(number(wanted));
        if (run == null) {
            throw new BuildNotFoundException(
                    wanted.isEmpty()
                            ? Messages.PreviewRunner_noBuilds(job.getFullName())
                            : Messages.PreviewRunner_noBuild(wanted, job.getFullName()));
        }
        if (run.isBuilding()) {
            throw new IllegalArgumentException(Messages.PreviewRunner_running(wanted));
        }
        return run;
    }

    private static int number(String build) {
        try {
            return Integer.parseInt(build.startsWith("#") ? build.substring(1) : build);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(Messages.PreviewRunner_noNumber(build), e);
        }
    }

    /**
     * Lets the engine evaluate the rules for a build.
     *
     * @param candidate the system's routing to try; null for the configured one
     */
    static PreviewReport run(Run<?, ?> run, @CheckForNull SystemRouting candidate) {
        SlackNotifyConfiguration configuration = SlackNotifyConfiguration.get();
        EngineSettings settings =
                candidate == null ? configuration.toEngineSettings() : configuration.toEngineSettings(candidate);
        Job<?, ?> job = run.getParent();
        RuleScopes scopes = candidate == null ? RuleScopes.of(job) : RuleScopes.of(job, candidate);
        Preview preview =
                EngineLifecycle.get().engine().preview(RunEvents.past(run), JobRulesFinder.of(job, scopes), settings);
        return new PreviewReport(run, preview, settings, RuleOverview.of(job, scopes, settings), candidate);
    }
}
