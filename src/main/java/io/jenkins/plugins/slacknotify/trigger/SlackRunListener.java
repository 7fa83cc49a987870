package io.jenkins.plugins.slacknotify.trigger;

import hudson.Extension;
import hudson.model.Job;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.model.listeners.RunListener;
import io.jenkins.plugins.slacknotify.engine.DeliveryHandle;
import io.jenkins.plugins.slacknotify.engine.NotificationEngine;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle;
import io.jenkins.plugins.slacknotify.trigger.event.JobRulesFinder;
import io.jenkins.plugins.slacknotify.trigger.event.RunEvents;
import io.jenkins.plugins.slacknotify.trigger.running.MilestoneReporter;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Hands every build of the system over when it starts and when it completes, and sees to the post-build actions, whose builds have their
 * final result only now.
 *
 * <p>Called while the build still holds its executor: reads, writes one small file for each message, and returns.
 */
@Extension
public class SlackRunListener extends RunListener<Run<?, ?>> {
    private static final Logger LOGGER = Logger.getLogger(SlackRunListener.class.getName());

    @Override
    public void onStarted(Run<?, ?> run, TaskListener console) {
        MilestoneReporter.report(run, Milestone.STARTED);
    }

    @Override
    public void onCompleted(Run<?, ?> run, TaskListener console) {
        try {
            if (!isPartOfAnother(run.getParent())) {
                handOverCompletion(run, console);
                SlackNotifyPublisher.of(run).forEach(publisher -> publisher.completed(run, console));
            }
        } catch (RuntimeException e) {
            // A notifier must not break what it watches.
            LOGGER.log(Level.WARNING, e, () -> "Could not hand over " + run);
        }
    }

    /** A cell of a matrix, or a module of a Maven job, is a job inside a job, and its parent's build speaks for it. */
    public static boolean isPartOfAnother(Job<?, ?> job) {
        return job.getParent() instanceof Job;
    }

    private static void handOverCompletion(Run<?, ?> run, TaskListener console) {
        NotificationEngine engine = EngineLifecycle.get().engine();
        BuildEvent event = RunEvents.completed(run);
        List<DeliveryHandle> told = engine.buildCompleted(event, JobRulesFinder.of(run.getParent()));
        if (!told.isEmpty()) {
            BuildConsole.printHandedOver(console, told);
        }
        JobRulesFinder.problemsOf(run.getParent())
                .forEach(problem -> BuildConsole.print(console, "Rules of this job: " + problem));
    }
}
