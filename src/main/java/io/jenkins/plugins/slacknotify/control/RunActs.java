package io.jenkins.plugins.slacknotify.control;

import hudson.ExtensionList;
import hudson.model.Action;
import hudson.model.Cause;
import hudson.model.CauseAction;
import hudson.model.Executor;
import hudson.model.FileParameterValue;
import hudson.model.Item;
import hudson.model.Job;
import hudson.model.ParameterValue;
import hudson.model.ParametersAction;
import hudson.model.Queue;
import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.interaction.build.ActOrigin;
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
import java.util.stream.Stream;
import jenkins.model.CauseOfInterruption;
import jenkins.model.ParameterizedJobMixIn;

/**
 * Runs builds again, and stops them.
 *
 * <p>Jenkins checks no permission in the methods that are called here (their source), so each is checked before.
 */
final class RunActs implements RunControl {
    private static final int NAME_LIMIT = 100;

    /** How many builds are looked through for one that a request has started before a crash. */
    private static final int BUILDS_READ = 50;

    private final InstantSource clock;

    RunActs(InstantSource clock) {
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
        return AsAccount.call(
                        trace.origin().account(),
                        () -> Runs.find(build.build()).flatMap(run -> started(trace.origin(), run)))
                .flatMap(found -> found);
    }

    private static Optional<RunResult.Started> started(ActOrigin origin, Run<?, ?> run) {
        Optional<RunResult.Started> queued = Stream.of(Queue.getInstance().getItems())
                .filter(item -> isOf(origin, item.getCauses()))
                .map(item -> new RunResult.Started(item.getId(), "already"))
                .findFirst();
        return queued.isPresent()
                ? queued
                : builds(run)
                        .filter(other -> isOf(origin, other.getCauses()))
                        .map(other -> new RunResult.Started(other.getQueueId(), "already, as #" + other.getNumber()))
                        .findFirst();
    }

    private static Stream<Run<?, ?>> builds(Run<?, ?> run) {
        return Stream.<Run<?, ?>>iterate(
                        run.getParent().getLastBuild(), other -> other != null && other != run, Run::getPreviousBuild)
                .limit(BUILDS_READ);
    }

    private static boolean isOf(ActOrigin origin, List<Cause> causes) {
        return causes.stream().anyMatch(cause -> cause instanceof SlackCause slack && slack.isOf(origin));
    }

    @Override
    public RunResult abort(ActTrace trace, ButtonTarget build) {
        return with(trace, build, run -> {
            if (!run.getParent().hasPermission(Item.CANCEL)) {
                return new RunResult.Refused(Runs.missing("Cancel", run.getParent()));
            }
            Executor executor = run.isBuilding() ? run.getExecutor() : null;
            if (executor == null) {
                return new RunResult.AlreadyOver();
            }
            record(run, trace, "told to stop");
            executor.interrupt(
                    Result.ABORTED,
                    new CauseOfInterruption.UserInterruption(trace.origin().account()),
                    new SlackInterruption(trace.origin().member()));
            return new RunResult.Stopped();
        });
    }

    @Override
    public RunResult cancel(ActTrace trace, ButtonTarget queued) {
        return AsAccount.call(trace.origin().account(), () -> cancel(trace, queued.node()))
                .orElseGet(RunResult.NoSuchBuild::new);
    }

    private static RunResult cancel(ActTrace trace, String id) {
        Optional<Queue.Item> item = Stream.of(Queue.getInstance().getItems())
                .filter(each -> String.valueOf(each.getId()).equals(id))
                .findFirst();
        if (item.isEmpty()) {
            return new RunResult.AlreadyOver();
        }
        if (!item.get().hasCancelPermission()) {
            return new RunResult.Refused("*Job/Cancel* is missing");
        }
        return Queue.getInstance().cancel(item.get()) ? new RunResult.Cancelled() : new RunResult.AlreadyOver();
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
