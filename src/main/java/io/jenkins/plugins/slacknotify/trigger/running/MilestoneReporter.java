package io.jenkins.plugins.slacknotify.trigger.running;

import hudson.model.Run;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle;
import io.jenkins.plugins.slacknotify.trigger.SlackRunListener;
import io.jenkins.plugins.slacknotify.trigger.event.JobRulesFinder;
import io.jenkins.plugins.slacknotify.trigger.event.RunEvents;
import java.time.Clock;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Hands over what happens to builds while they run. */
public final class MilestoneReporter {
    private static final Logger LOGGER = Logger.getLogger(MilestoneReporter.class.getName());

    private MilestoneReporter() {}

    /**
     * Reads, writes one small file for each message, and returns; never throws. What was told before is not told again.
     *
     * @param run any build; of a part of another one, nothing is told
     */
    public static void report(Run<?, ?> run, Milestone moment) {
        try {
            if (!SlackRunListener.isPartOfAnother(run.getParent())) {
                BuildEvent event = RunEvents.milestone(run, moment, Clock.systemUTC());
                EngineLifecycle.get().engine().milestoneReached(event, JobRulesFinder.of(run.getParent()));
            }
        } catch (RuntimeException e) {
            // A notifier must not break what it watches.
            LOGGER.log(Level.WARNING, e, () -> "Could not hand over " + moment.kind() + " of " + run);
        }
    }
}
