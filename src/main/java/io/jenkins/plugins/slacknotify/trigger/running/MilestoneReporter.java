package io.jenkins.plugins.slacknotify.trigger.running;

import hudson.model.Run;
import io.jenkins.plugins.slacknotify.config.build.OwnerJob;
import io.jenkins.plugins.slacknotify.engine.NotificationEngine;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle;
import io.jenkins.plugins.slacknotify.routing.JobRules;
import io.jenkins.plugins.slacknotify.trigger.event.JobRulesFinder;
import io.jenkins.plugins.slacknotify.trigger.event.NestedJobs;
import io.jenkins.plugins.slacknotify.trigger.event.RunEvents;
import io.jenkins.plugins.slacknotify.trigger.extension.BestEffort;
import java.time.Clock;

/** Hands milestones of running builds over to the engine. */
public final class MilestoneReporter {
    private MilestoneReporter() {}

    /**
     * Hands a milestone of a build over. Reads, writes what is to be sent to the journal of the outbox, and returns; never throws. The
     * engine ignores a milestone that it got before.
     *
     * @param run any build; a build of a nested job is ignored
     */
    public static void report(Run<?, ?> run, Milestone milestone) {
        BestEffort.run("hand over " + milestone.kind() + " of ", run, () -> {
            if (!NestedJobs.isNested(run.getParent())) {
                handOver(run, milestone);
            }
        });
    }

    private static void handOver(Run<?, ?> run, Milestone milestone) {
        NotificationEngine engine = EngineLifecycle.get().engine();
        JobRules rules = JobRulesFinder.of(run.getParent());
        if (engine.mayNotifyOf(milestone, OwnerJob.of(run.getParent()).getFullName(), rules)) {
            engine.milestoneReached(RunEvents.milestone(run, milestone, Clock.systemUTC()), rules);
        }
    }

    /**
     * Has the engine update the messages about a question, by what is known of the question now. Never throws.
     *
     * @param request names what has changed it
     */
    public static void changed(Run<?, ?> run, Milestone question, String request) {
        BestEffort.run(
                "say who has approved ",
                run,
                () -> EngineLifecycle.get()
                        .engine()
                        .questionChanged(RunEvents.milestone(run, question, Clock.systemUTC()), request));
    }
}
