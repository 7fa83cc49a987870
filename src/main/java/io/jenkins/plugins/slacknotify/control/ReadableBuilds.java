package io.jenkins.plugins.slacknotify.control;

import hudson.model.Cause;
import hudson.model.Job;
import hudson.model.Run;
import hudson.model.User;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle;
import io.jenkins.plugins.slacknotify.lifecycle.RunningRuns;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import io.jenkins.plugins.slacknotify.trigger.causes.BuildCauses;
import java.util.List;
import java.util.Optional;

/** Finds builds as the account as which the thread runs. A build that the account may not read is not found. */
public final class ReadableBuilds {
    private ReadableBuilds() {}

    /**
     * Finds a build by all that a button says of it, even where its job was moved since. A build with the same number of a job that was
     * deleted and created again is another one.
     */
    public static Optional<Run<?, ?>> find(BuildKey key) {
        return ReadableJobs.find(
                        EngineLifecycle.get().engine().jobs().current(key).job())
                .<Run<?, ?>>map(job -> job.getBuildByNumber(key.build()))
                .filter(run -> run.getStartTimeInMillis() == key.startedAt().toEpochMilli());
    }

    /** Returns those that run. */
    public static List<Run<?, ?>> running() {
        return RunningRuns.all().stream()
                .filter(run -> ReadableJobs.isReadable(run.getParent()))
                .toList();
    }

    /**
     * Returns whether a person has started a build, be it with others, by the id of the account. Who has started a build upstream has not
     * started this one: it is nothing that they wait for. Approvals go by {@code Requesters}, for whom it counts.
     */
    public static boolean isStartedBy(String account, Run<?, ?> run) {
        return BuildCauses.all(run).stream()
                .filter(Cause.UserIdCause.class::isInstance)
                .map(cause -> ((Cause.UserIdCause) cause).getUserId())
                .anyMatch(starter -> starter != null && User.idStrategy().equals(starter, account));
    }

    /** Names a permission that is missing, as mrkdwn that can follow "You may not:". */
    public static String missingPermission(String permission, Job<?, ?> job) {
        return "*Job/" + permission + "* on *" + Mrkdwn.line(job.getFullName()) + "* is missing";
    }
}
