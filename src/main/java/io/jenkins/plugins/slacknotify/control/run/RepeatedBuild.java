package io.jenkins.plugins.slacknotify.control.run;

import hudson.ExtensionList;
import hudson.model.Action;
import hudson.model.Cause;
import hudson.model.CauseAction;
import hudson.model.FileParameterValue;
import hudson.model.Item;
import hudson.model.Job;
import hudson.model.ParameterValue;
import hudson.model.ParametersAction;
import hudson.model.Queue;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.control.ActRecorder;
import io.jenkins.plugins.slacknotify.control.ReadableBuilds;
import io.jenkins.plugins.slacknotify.control.ReadableQueue;
import io.jenkins.plugins.slacknotify.control.SlackCause;
import io.jenkins.plugins.slacknotify.interaction.press.ActTrace;
import io.jenkins.plugins.slacknotify.interaction.rebuild.RebuildResult;
import io.jenkins.plugins.slacknotify.lifecycle.act.FollowedBuild;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import io.jenkins.plugins.slacknotify.trigger.extension.BestEffort;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import jenkins.model.ParameterizedJobMixIn;

/**
 * A build that is to run again: what of it goes into the next one, and what does not. Used as the account that asks.
 *
 * <p>Jenkins checks no permission in the methods that are called here (their source), so each is checked before.
 */
final class RepeatedBuild {
    private static final int MAX_NAME = 100;

    /**
     * The class of stashed files of the File Parameter plugin, whose values do not hold the content, so that another build cannot
     * get it.
     */
    private static final String STASHED_FILE = "StashedFileParameterValue";

    private final Run<?, ?> run;

    RepeatedBuild(Run<?, ?> run) {
        this.run = run;
    }

    /** Returns why it must not run again at all; empty where it may. */
    Optional<RebuildResult> refusal() {
        Job<?, ?> job = run.getParent();
        if (!job.hasPermission(Item.BUILD)) {
            return Optional.of(new RebuildResult.Refused(ReadableBuilds.missingPermission("Build", job)));
        }
        return job.isBuildable()
                ? secret().map(RepeatedBuild::cannotRepeat)
                : Optional.of(new RebuildResult.CannotRepeat(
                        "its job takes no builds: it is disabled in Jenkins, or its branch is gone."));
    }

    /** Finds a parameter whose value Jenkins must not, or cannot, hand to another build. */
    private Optional<String> secret() {
        return parameterValues()
                .filter(RepeatedBuild::belongsToOneBuild)
                .map(ParameterValue::getName)
                .findFirst();
    }

    static boolean belongsToOneBuild(ParameterValue value) {
        return value.isSensitive()
                || value instanceof FileParameterValue
                || value.getClass().getSimpleName().equals(STASHED_FILE);
    }

    private static RebuildResult cannotRepeat(String parameter) {
        return new RebuildResult.CannotRepeat(
                "the parameter " + Mrkdwn.quoted(parameter, MAX_NAME)
                        + " is a secret or a file, which is not handed to another build. Start it on the job's page in Jenkins.");
    }

    List<ParametersAction> parameters() {
        return run.getActions(ParametersAction.class);
    }

    Map<String, ParameterValue> values() {
        Map<String, ParameterValue> values = new LinkedHashMap<>();
        parameterValues().forEach(value -> values.put(value.getName(), value));
        return values;
    }

    private Stream<ParameterValue> parameterValues() {
        return parameters().stream().flatMap(parameters -> parameters.getAllParameters().stream());
    }

    /**
     * Returns the actions that make the next build check out the same commit, with the script that a pipeline had there; none where that
     * cannot be.
     */
    List<Action> pins() {
        List<Action> commit = commit();
        return commit.isEmpty()
                ? commit
                : BestEffort.read("script of " + run, () -> ScriptPin.actionsFor(run))
                        .flatMap(Function.identity())
                        .map(script -> concat(commit, script))
                        .orElse(List.of());
    }

    private static List<Action> concat(List<Action> commit, List<Action> script) {
        return Stream.concat(commit.stream(), script.stream()).toList();
    }

    private List<Action> commit() {
        return ExtensionList.lookup(CommitPin.class).stream()
                .sorted(Comparator.comparingInt(CommitPin::order))
                .map(pin -> BestEffort.read("commit of " + run, () -> pin.actionsFor(run))
                        .orElse(List.of()))
                .filter(actions -> !actions.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /**
     * Puts the next build into the queue.
     *
     * @param actions for the queue, besides the causes
     * @param causes besides the one that names the request
     * @param how as in {@link RebuildResult.Started}
     */
    RebuildResult schedule(
            ActTrace trace, List<? extends Action> actions, List<Cause> causes, String how, Instant now) {
        return schedule(new SlackCause(trace.origin()), trace, actions, causes, how, now);
    }

    /** Schedules the build as it was, with nothing changed. */
    RebuildResult scheduleAsItWas(ActTrace trace, List<? extends Action> actions, String how, Instant now) {
        return schedule(new SlackCause(trace.origin(), run.getNumber()), trace, actions, List.of(), how, now);
    }

    private RebuildResult schedule(
            SlackCause cause,
            ActTrace trace,
            List<? extends Action> actions,
            List<Cause> causes,
            String how,
            Instant now) {
        List<Cause> all = new ArrayList<>();
        all.add(cause);
        all.addAll(causes);
        List<Action> withCause = new ArrayList<>(actions);
        withCause.add(new CauseAction(all));
        // Who starts a build in Slack follows it in Slack.
        withCause.add(new FollowedBuild());
        Queue.Item item = ParameterizedJobMixIn.scheduleBuild2(run.getParent(), 0, withCause.toArray(new Action[0]));
        if (item == null) {
            return new RebuildResult.CannotRepeat("Jenkins takes no build of this job now. Jenkins' log may say why.");
        }
        ActRecorder.record(run, trace, "run again", null, now);
        return new RebuildResult.Started(
                ReadableQueue.slot(item), how + whenLater(item.getCauses().size() > all.size()));
    }

    /** Returns what of the next build is not as whoever asks for it expects. */
    private static String whenLater(boolean isJoined) {
        return (isJoined ? ", by the build that was in the queue already" : "")
                + (Jenkins.get().isQuietingDown() ? ", as soon as Jenkins starts builds again: it does not now" : "");
    }
}
