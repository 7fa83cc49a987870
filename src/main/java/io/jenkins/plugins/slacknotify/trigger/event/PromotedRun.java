package io.jenkins.plugins.slacknotify.trigger.event;

import hudson.model.AbstractBuild;
import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.config.build.OwnerJob;
import io.jenkins.plugins.slacknotify.event.build.Promotion;
import io.jenkins.plugins.slacknotify.trigger.extension.BestEffort;
import java.util.Optional;

/**
 * A promotion of the Promoted Builds plugin: a run of a job that another job owns, for one of that job's builds. The plugin gives
 * the promoted build as the root of the promotion, and throws an exception where that build was deleted.
 *
 * @param owner the job of the promoted build
 * @param process what the promotion is called
 * @param build the name of the promoted build for people; empty where it is gone
 */
record PromotedRun(Job<?, ?> owner, String process, Optional<String> build) {
    static Optional<PromotedRun> of(Run<?, ?> run) {
        Job<?, ?> job = run.getParent();
        return OwnerJob.owns(job)
                ? Optional.of(new PromotedRun(OwnerJob.of(job), job.getDisplayName(), buildName(run)))
                : Optional.empty();
    }

    private static Optional<String> buildName(Run<?, ?> run) {
        return run instanceof AbstractBuild<?, ?> promotion
                ? BestEffort.read(
                        "promoted build of ",
                        run,
                        () -> promotion.getRootBuild().getDisplayName())
                : Optional.empty();
    }

    Promotion promotion() {
        return new Promotion(owner.getFullName(), process);
    }
}
