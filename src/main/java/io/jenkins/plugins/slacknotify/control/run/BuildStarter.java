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
import io.jenkins.plugins.slacknotify.control.SlackCause;
import io.jenkins.plugins.slacknotify.interaction.build.ActOrigin;
import io.jenkins.plugins.slacknotify.interaction.build.StartResult;
import io.jenkins.plugins.slacknotify.lifecycle.act.FollowedBuild;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jenkins.model.ParameterizedJobMixIn;

/** Starts jobs, and finds what was started; called within {@link AsAccount#call}. */
final class BuildStarter {
    /** How many builds are looked at for a cause: a request is asked for again within minutes. */
    private static final int MAX_BUILDS = 50;

    private static final int NAME_LIMIT = 200;

    /** The quiet period that the job has. */
    private static final int AS_CONFIGURED = -1;

    private BuildStarter() {}

    static StartResult start(ActOrigin origin, Job<?, ?> job, Map<String, String> given) {
        String name = Mrkdwn.bold(job.getFullDisplayName(), NAME_LIMIT);
        if (!job.hasPermission(Item.BUILD)) {
            return new StartResult.Refused("You may not start " + name + ": in Jenkins you are *"
                    + Mrkdwn.line(origin.account(), NAME_LIMIT) + "*, who lacks the permission _Job/Build_ there.");
        }
        if (!job.isBuildable()) {
            return new StartResult.Refused(name + " is disabled in Jenkins, so it cannot be started.");
        }
        JobParameters.Values values = JobParameters.of(job).values(given);
        if (values.refusal() != null) {
            return new StartResult.Refused("I did not start " + link(job) + ": " + values.refusal() + ".");
        }
        List<Action> actions = new ArrayList<>();
        actions.add(new CauseAction(new SlackCause(origin)));
        // Whoever starts it in Slack looks there how far it is.
        actions.add(new FollowedBuild());
        if (!values.values().isEmpty()) {
            actions.add(new ParametersAction(values.values()));
        }
        Queue.Item item = ParameterizedJobMixIn.scheduleBuild2(job, AS_CONFIGURED, actions.toArray(Action[]::new));
        return item == null
                ? new StartResult.Refused("Jenkins does not take " + name + " into its queue at this moment.")
                : new StartResult.Started(ReadableJobs.reference(job), item.getId(), null);
    }

    private static String link(Job<?, ?> job) {
        return "*" + Mrkdwn.link(ReadableJobs.reference(job).url(), job.getFullDisplayName(), NAME_LIMIT) + "*";
    }

    static Optional<StartResult.Started> started(ActOrigin origin, Job<?, ?> job) {
        return Arrays.stream(Queue.getInstance().getItems())
                .filter(item -> item.task instanceof Job<?, ?> queued
                        && queued.equals(job)
                        && isOf(origin, item.getCauses().stream()))
                .map(item -> new StartResult.Started(ReadableJobs.reference(job), item.getId(), null))
                .findFirst()
                .or(() -> builds(job)
                        .filter(run -> isOf(origin, run.getCauses().stream()))
                        .map(run -> new StartResult.Started(ReadableJobs.reference(job), 0, run.getNumber()))
                        .findFirst());
    }

    private static Stream<Run<?, ?>> builds(Job<?, ?> job) {
        return Stream.<Run<?, ?>>iterate(job.getLastBuild(), run -> run != null, Run::getPreviousBuild)
                .limit(MAX_BUILDS);
    }

    private static boolean isOf(ActOrigin origin, Stream<Cause> causes) {
        return causes.anyMatch(cause -> cause instanceof SlackCause slack && slack.isOf(origin));
    }
}
