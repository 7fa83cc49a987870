package io.jenkins.plugins.slacknotify.trigger.event;

import hudson.init.InitMilestone;
import hudson.init.Initializer;
import hudson.model.Computer;
import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.engine.NotificationEngine;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle;
import io.jenkins.plugins.slacknotify.routing.JobRules;
import io.jenkins.plugins.slacknotify.trigger.extension.BestEffort;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jenkins.model.Jenkins;

/**
 * Warms the plugin up after a start of Jenkins: on a thread of its own, it does with builds of the past what the start and the end of a
 * build ask for, and sends nothing. So the virtual machine has loaded and partly compiled the code before the first build ends, which
 * would otherwise keep its executor half a second longer.
 */
public final class WarmUp {
    /** The code of other plugins differs by the kind of job. */
    private static final int JOBS_OF_A_KIND = 2;

    /** Jobs are asked for a build until there are enough; each has to look into its folder. */
    private static final int JOBS_ASKED = 200;

    /** The number of times that each build is read: the compiler begins with code that has run a few hundred times. */
    private static final int ROUNDS = 20;

    private WarmUp() {}

    /**
     * Plans the warm-up for the moment when the engine is ready. Does not run after the last milestone of the start, which Jenkins would
     * not reach then (JENKINS-37759).
     */
    @Initializer(fatal = false, after = InitMilestone.JOB_CONFIG_ADAPTED)
    public static void plan() {
        EngineLifecycle.get().engine().ready().thenRunAsync(WarmUp::warmUp, Computer.threadPoolForRemoting);
    }

    private static void warmUp() {
        BestEffort.read("builds for the warm-up", WarmUp::runs)
                .orElse(List.of())
                .forEach(run -> {
                    for (int round = 0; round < ROUNDS; round++) {
                        BestEffort.read("warm-up with ", run, () -> warmUp(run));
                    }
                });
    }

    /** Returns the builds to warm up with. A bad build is taken where there is one, as more is found out about it. */
    private static List<Run<?, ?>> runs() {
        Map<Class<?>, Integer> kinds = new HashMap<>();
        List<Run<?, ?>> runs = new ArrayList<>();
        int asked = 0;
        for (Job<?, ?> job : Jenkins.get().getAllItems(Job.class)) {
            boolean isWanted = kinds.getOrDefault(job.getClass(), 0) < JOBS_OF_A_KIND && !NestedJobs.isNested(job);
            if (isWanted && asked++ < JOBS_ASKED) {
                Run<?, ?> bad = job.getLastUnsuccessfulBuild();
                Run<?, ?> run = bad == null ? job.getLastCompletedBuild() : bad;
                if (run != null) {
                    kinds.merge(job.getClass(), 1, Integer::sum);
                    runs.add(run);
                }
            }
        }
        return runs;
    }

    private static BuildEvent warmUp(Run<?, ?> run) {
        NotificationEngine engine = EngineLifecycle.get().engine();
        JobRules rules = JobRulesFinder.of(run.getParent());
        BuildEvent event = RunEvents.past(run);
        engine.warmUp(RunEvents.milestone(run, Milestone.STARTED, Clock.systemUTC()), rules);
        engine.warmUp(event, rules);
        return event;
    }
}
