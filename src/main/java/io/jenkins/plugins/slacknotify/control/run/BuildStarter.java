package io.jenkins.plugins.slacknotify.control.run;

import hudson.model.Action;
import hudson.model.Cause;
import hudson.model.CauseAction;
import hudson.model.Item;
import hudson.model.Job;
import hudson.model.ParametersAction;
import hudson.model.Queue;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.control.AsAccount;
import io.jenkins.plugins.slacknotify.control.ReadableJobs;
import io.jenkins.plugins.slacknotify.control.ReadableQueue;
import io.jenkins.plugins.slacknotify.control.SlackCause;
import io.jenkins.plugins.slacknotify.interaction.build.ActOrigin;
import io.jenkins.plugins.slacknotify.interaction.build.RequestMark;
import io.jenkins.plugins.slacknotify.interaction.build.StartResult;
import io.jenkins.plugins.slacknotify.lifecycle.act.FollowedBuild;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import io.jenkins.plugins.slacknotify.trigger.causes.BuildCauses;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import jenkins.model.ParameterizedJobMixIn;

/** Starts jobs, and finds what was started; called within {@link AsAccount#call}. */
final class BuildStarter {
    /** How many builds are looked at that seem to be older than the request. */
    private static final int MAX_OLDER_BUILDS = 50;

    private static final Duration CLOCK_STEP = Duration.ofMinutes(10);

    private static final int AS_CONFIGURED = -1;

    private BuildStarter() {}

    /** Returns why an account may not start a job, whatever is given, as a sentence of mrkdwn; empty where it may. */
    static Optional<String> refusal(String account, Job<?, ?> job) {
        String name = Mrkdwn.bold(job.getFullDisplayName());
        if (!job.hasPermission(Item.BUILD)) {
            return Optional.of("You may not start " + name + ": in Jenkins you are *" + Mrkdwn.line(account)
                    + "*, who lacks the permission _Job/Build_ there.");
        }
        return job.isBuildable()
                ? Optional.empty()
                : Optional.of(name + " takes no builds: it is disabled in Jenkins, or its branch is gone.");
    }

    static StartResult start(ActOrigin origin, Job<?, ?> job, Map<String, String> given) {
        Optional<String> refusal = refusal(origin.account(), job);
        if (refusal.isPresent()) {
            return new StartResult.Refused(refusal.get());
        }
        JobParameters.Values values = JobParameters.of(job).values(given);
        if (values.refusal() != null) {
            return new StartResult.Refused(
                    "I did not start " + ReadableJobs.reference(job).link() + ": " + values.refusal() + ".");
        }
        List<Action> actions = new ArrayList<>();
        actions.add(new CauseAction(new SlackCause(origin)));
        // Who starts a build in Slack follows it in Slack.
        actions.add(new FollowedBuild());
        if (!values.values().isEmpty()) {
            actions.add(new ParametersAction(values.values()));
        }
        Queue.Item item = ParameterizedJobMixIn.scheduleBuild2(job, AS_CONFIGURED, actions.toArray(Action[]::new));
        return item == null
                ? new StartResult.Refused("Jenkins does not take "
                        + ReadableJobs.reference(job).link() + " into its queue at this moment.")
                : new StartResult.Started(
                        ReadableJobs.reference(job),
                        ReadableQueue.slot(item),
                        null,
                        item.getCauses().size() > 1,
                        Jenkins.get().isQuietingDown());
    }

    /**
     * Finds what a request has started; called as the system.
     *
     * @param name the full name of the job
     */
    static Optional<StartResult.Started> started(RequestMark request, String name) {
        return queued(request)
                .or(() -> ReadableJobs.find(name)
                        .flatMap(job -> builds(job, request)
                                .filter(run -> isOf(request, BuildCauses.all(run).stream()))
                                .map(run -> new StartResult.Started(ReadableJobs.reference(job), null, run.getNumber()))
                                .findFirst()));
    }

    /** Whatever job it is of: a name that was typed may mean another one by now. */
    private static Optional<StartResult.Started> queued(RequestMark request) {
        return Arrays.stream(Queue.getInstance().getItems())
                .filter(item -> item.task instanceof Job<?, ?> && isOf(request, item.getCauses().stream()))
                .map(item -> new StartResult.Started(
                        ReadableJobs.reference((Job<?, ?>) item.task), ReadableQueue.slot(item), null))
                .findFirst();
    }

    /** Returns the builds that may be of a request: those that are no older, and some more, as a clock may be set back. */
    private static Stream<Run<?, ?>> builds(Job<?, ?> job, RequestMark request) {
        long since = request.receivedAt().minus(CLOCK_STEP).toEpochMilli();
        AtomicInteger older = new AtomicInteger();
        return Stream.<Run<?, ?>>iterate(job.getLastBuild(), run -> run != null, Run::getPreviousBuild)
                .takeWhile(run -> run.getTimeInMillis() >= since || older.incrementAndGet() <= MAX_OLDER_BUILDS);
    }

    private static boolean isOf(RequestMark request, Stream<Cause> causes) {
        return causes.anyMatch(cause -> cause instanceof SlackCause slack && slack.isOf(request.id()));
    }
}
