package io.jenkins.plugins.slacknotify.control.run;

import hudson.ExtensionList;
import hudson.model.Action;
import hudson.model.CauseAction;
import hudson.model.FileParameterValue;
import hudson.model.Item;
import hudson.model.Job;
import hudson.model.ParameterValue;
import hudson.model.ParametersAction;
import hudson.model.Queue;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.control.AsAccount;
import io.jenkins.plugins.slacknotify.control.Runs;
import io.jenkins.plugins.slacknotify.control.SlackCause;
import io.jenkins.plugins.slacknotify.control.StartedJenkins;
import io.jenkins.plugins.slacknotify.control.Traces;
import io.jenkins.plugins.slacknotify.interaction.build.StartResult;
import io.jenkins.plugins.slacknotify.interaction.build.StopResult;
import io.jenkins.plugins.slacknotify.interaction.press.ActTrace;
import io.jenkins.plugins.slacknotify.interaction.rebuild.RunControl;
import io.jenkins.plugins.slacknotify.interaction.rebuild.RunResult;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonTarget;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import io.jenkins.plugins.slacknotify.trigger.extension.BestEffort;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jenkins.model.ParameterizedJobMixIn;

/**
 * Runs builds again, and stops them.
 *
 * <p>Jenkins checks no permission in the methods that are called here (their source), so each is checked before.
 */
public final class RunActs implements RunControl {
    private static final int NAME_LIMIT = 100;

    private final InstantSource clock;

    public RunActs(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public RunResult runAgain(ActTrace trace, ButtonTarget build) {
        return with(trace, build, run -> {
            Job<?, ?> job = run.getParent();
            if (!job.hasPermission(Item.BUILD)) {
                return new RunResult.Refused(Runs.missing("Build", job));
            }
            return secret(run).<RunResult>map(RunActs::cannotRepeat).orElseGet(() -> schedule(trace, run));
        });
    }

    private RunResult schedule(ActTrace trace, Run<?, ?> run) {
        List<Action> pins = pins(run);
        List<ParametersAction> parameters = run.getActions(ParametersAction.class);
        List<Action> actions = new ArrayList<>(pins);
        actions.addAll(parameters);
        actions.add(new CauseAction(new SlackCause(trace.origin())));
        Queue.Item item = ParameterizedJobMixIn.scheduleBuild2(run.getParent(), 0, actions.toArray(new Action[0]));
        if (item == null) {
            return new RunResult.CannotRepeat(
                    "Jenkins takes no build of this job now. It may be disabled, or Jenkins is about to stop.");
        }
        record(run, trace, "run again");
        return new RunResult.Started(item.getId(), how(!parameters.isEmpty(), !pins.isEmpty()));
    }

    private static List<Action> pins(Run<?, ?> run) {
        return ExtensionList.lookup(CommitPin.class).stream()
                .sorted(Comparator.comparingInt(CommitPin::order))
                .map(pin -> BestEffort.read("commit of " + run, () -> pin.actionsFor(run))
                        .orElse(List.of()))
                .filter(actions -> !actions.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static String how(boolean sameParameters, boolean sameCommit) {
        if (sameCommit) {
            return sameParameters ? "with the same parameters, of the same commit" : "of the same commit";
        }
        return sameParameters ? "with the same parameters" : "as its job is now";
    }

    /** Finds a parameter whose value Jenkins must not, or cannot, hand to another build. */
    private static Optional<String> secret(Run<?, ?> run) {
        return run.getActions(ParametersAction.class).stream()
                .flatMap(parameters -> parameters.getAllParameters().stream())
                .filter(value -> value.isSensitive() || value instanceof FileParameterValue)
                .map(ParameterValue::getName)
                .findFirst();
    }

    private static RunResult cannotRepeat(String parameter) {
        return new RunResult.CannotRepeat(
                "the parameter `" + Mrkdwn.code(parameter, NAME_LIMIT)
                        + "` is a secret or a file, which is not handed to another build. Start it on the job's page in Jenkins.");
    }

    @Override
    public Optional<RunResult.Started> started(ActTrace trace, ButtonTarget build) {
        StartedJenkins.await();
        return AsAccount.call(
                        trace.origin().account(),
                        () -> Runs.find(build.build())
                                .flatMap(run -> BuildStarter.started(trace.origin(), run.getParent()))
                                .map(RunActs::already))
                .flatMap(found -> found);
    }

    private static RunResult.Started already(StartResult.Started started) {
        Integer number = started.number();
        return new RunResult.Started(started.queueId(), number == null ? "soon" : "as #" + number);
    }

    @Override
    public RunResult abort(ActTrace trace, ButtonTarget build) {
        return with(trace, build, run -> {
            if (run.isBuilding() && !run.getParent().hasPermission(Item.CANCEL)) {
                return new RunResult.Refused(Runs.missing("Cancel", run.getParent()));
            }
            RunResult result = converted(BuildStopper.stop(trace.origin(), run));
            if (result instanceof RunResult.Stopped) {
                record(run, trace, "told to stop");
            }
            return result;
        });
    }

    @Override
    public RunResult cancel(ActTrace trace, ButtonTarget queued) {
        long id = queueId(queued);
        RunResult result = AsAccount.call(
                        trace.origin().account(), () -> converted(BuildStopper.cancel(trace.origin(), id)))
                .orElseGet(RunResult.NoSuchBuild::new);
        if (result instanceof RunResult.Stopped) {
            return new RunResult.Cancelled();
        }
        // What is not in the queue may be running, or be nothing that the account may see.
        return result instanceof RunResult.NoSuchBuild ? new RunResult.AlreadyOver() : result;
    }

    private static long queueId(ButtonTarget queued) {
        try {
            return Long.parseLong(queued.node());
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static RunResult converted(StopResult result) {
        if (result instanceof StopResult.Stopped) {
            return new RunResult.Stopped();
        }
        if (result instanceof StopResult.AlreadyOver) {
            return new RunResult.AlreadyOver();
        }
        return result instanceof StopResult.Refused refused
                ? new RunResult.CannotRepeat(refused.sentence())
                : new RunResult.NoSuchBuild();
    }

    private RunResult with(ActTrace trace, ButtonTarget build, Function<Run<?, ?>, RunResult> act) {
        return AsAccount.call(
                        trace.origin().account(),
                        () -> Runs.find(build.build()).map(act).orElseGet(RunResult.NoSuchBuild::new))
                .orElseGet(RunResult.NoSuchBuild::new);
    }

    private void record(Run<?, ?> run, ActTrace trace, String what) {
        Traces.record(run, trace, what, null, clock.instant());
    }
}
