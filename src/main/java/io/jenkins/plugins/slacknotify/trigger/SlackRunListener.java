package io.jenkins.plugins.slacknotify.trigger;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.Job;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.model.listeners.RunListener;
import hudson.util.StreamTaskListener;
import io.jenkins.plugins.slacknotify.config.RuleScopes;
import io.jenkins.plugins.slacknotify.engine.DeliveryHandle;
import io.jenkins.plugins.slacknotify.engine.NotificationEngine;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle;
import io.jenkins.plugins.slacknotify.trigger.event.JobRulesFinder;
import io.jenkins.plugins.slacknotify.trigger.event.NestedJobs;
import io.jenkins.plugins.slacknotify.trigger.event.ReadAhead;
import io.jenkins.plugins.slacknotify.trigger.event.RunEvents;
import io.jenkins.plugins.slacknotify.trigger.extension.BestEffort;
import io.jenkins.plugins.slacknotify.trigger.masking.LogMask;
import io.jenkins.plugins.slacknotify.trigger.running.CutOffBuildListener;
import io.jenkins.plugins.slacknotify.trigger.running.MilestoneReporter;
import io.jenkins.plugins.slacknotify.trigger.running.RunningBuildRegistry;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Listens to all builds, and hands them over to the engine when they start and when they complete. Then it runs the
 * post-build actions, because only now their builds have their final result.
 *
 * <p>Jenkins calls it while the build still holds its executor. So it reads, writes what is to be sent to
 * the journal of the outbox, and returns.
 */
@Extension
public class SlackRunListener extends RunListener<Run<?, ?>> {
    private static final Logger LOGGER = Logger.getLogger(SlackRunListener.class.getName());

    @Override
    public void onStarted(Run<?, ?> run, TaskListener console) {
        LogMask.begin(run);
        if (!NestedJobs.isNested(run.getParent())) {
            RunningBuildRegistry.started(run);
            ReadAhead.of(run);
        }
        MilestoneReporter.report(run, Milestone.STARTED);
    }

    @Override
    public void onCompleted(Run<?, ?> run, TaskListener console) {
        // A notifier must not break what it watches.
        attempt(run, () -> {
            if (!NestedJobs.isNested(run.getParent()) && !RunningBuildRegistry.keepBackIfOfAnother(run)) {
                boolean isDone = attempt(run, () -> handOverCompletion(run, console));
                isDone &= runActions(run, console);
                if (isDone) {
                    RunningBuildRegistry.ended(run); // Otherwise, the next process tries once more.
                }
            }
        });
    }

    @Override
    public void onFinalized(Run<?, ?> run) {
        LogMask.end(run);
        ReadAhead.forget(run);
        NestedActions.forget(run);
    }

    /** Runs the post-build actions of a build, and returns whether all of them did so without a fault. */
    private static boolean runActions(Run<?, ?> run, TaskListener console) {
        return Stream.concat(SlackNotifyPublisher.of(run.getParent()).stream(), NestedActions.of(run).stream())
                .map(publisher -> attempt(run, () -> publisher.completed(run, console)))
                .reduce(true, Boolean::logicalAnd);
    }

    /** Runs the post-build actions of a build during which Jenkins died, and which no other listener sees the end of. */
    @Extension
    public static final class CutOffActions implements CutOffBuildListener {
        @Override
        public void onCutOff(Job<?, ?> job, @CheckForNull Run<?, ?> run, BuildEvent event) {
            for (SlackNotifyPublisher publisher : SlackNotifyPublisher.of(job)) {
                attempt(event.key(), () -> cutOff(publisher, job, run, event));
            }
        }

        /** Announces the build, and logs what would be in its console, which is closed. */
        private static void cutOff(
                SlackNotifyPublisher publisher, Job<?, ?> job, @CheckForNull Run<?, ?> run, BuildEvent event) {
            ByteArrayOutputStream lines = new ByteArrayOutputStream();
            publisher.cutOff(job, run, event, new StreamTaskListener(lines, StandardCharsets.UTF_8));
            if (lines.size() > 0) {
                LOGGER.info(() -> event.key() + ": "
                        + lines.toString(StandardCharsets.UTF_8).strip());
            }
        }
    }

    /** Does one thing of several, whose fault must not keep the others from being done. Returns whether it had none. */
    private static boolean attempt(Object build, Runnable action) {
        return BestEffort.run("hand over ", build, action);
    }

    private static void handOverCompletion(Run<?, ?> run, TaskListener console) {
        NotificationEngine engine = EngineLifecycle.get().engine();
        BuildEvent event = RunEvents.completed(run);
        RuleScopes scopes = RuleScopes.of(run.getParent());
        List<DeliveryHandle> handles = engine.buildCompleted(event, JobRulesFinder.of(run.getParent(), scopes));
        if (!handles.isEmpty()) {
            BuildConsole.printHandedOver(console, handles);
        }
        JobRulesFinder.problemsOf(scopes)
                .forEach(problem -> BuildConsole.print(console, "Rules of this job: " + problem));
    }
}
