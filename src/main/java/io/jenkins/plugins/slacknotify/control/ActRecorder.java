package io.jenkins.plugins.slacknotify.control;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.interaction.approval.ApprovedValues;
import io.jenkins.plugins.slacknotify.interaction.press.ActTrace;
import io.jenkins.plugins.slacknotify.lifecycle.ChannelNames;
import io.jenkins.plugins.slacknotify.lifecycle.act.RecordedAct;
import io.jenkins.plugins.slacknotify.lifecycle.act.RecordedActs;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Writes down with a build what was done to it from Slack, and by whom. */
public final class ActRecorder {
    private ActRecorder() {}

    /**
     * Writes down an act, on disk before it returns.
     *
     * @param what such as {@code approved}
     * @param step the id of the step; null for the build as a whole
     */
    public static void record(Run<?, ?> run, ActTrace trace, String what, @CheckForNull String step, Instant at) {
        record(run, trace, act(trace, what, step, at));
    }

    /** Writes down an approval by which a pipeline goes on, on the terms of {@link #record(Run, ActTrace, String, String, Instant)}. */
    public static void recordLastApproval(
            Run<?, ?> run, ActTrace trace, @CheckForNull String step, String values, Instant at) {
        record(run, trace, act(trace, RecordedActs.APPROVED, step, at).withApproval(values, List.of()));
    }

    /**
     * Writes down one of several approvals, on the terms of {@link #record(Run, ActTrace, String, String, Instant)}.
     *
     * @param given what was filled in, by the names of the parameters
     */
    public static void recordApproval(
            Run<?, ?> run, ActTrace trace, String step, Map<String, String> given, List<String> groups, Instant at) {
        record(
                run,
                trace,
                act(trace, RecordedActs.APPROVED_IN_PART, step, at)
                        .withApproval(ApprovedValues.digest(given), groups)
                        .withGiven(given));
    }

    /** Returns the line of an act for the log of a build. */
    public static String line(ActTrace trace, String what) {
        return line(what + " by "
                + trace.describe(ChannelNames.find(trace.channel()).orElse("")));
    }

    /** Returns a line for the log of a build. */
    public static String line(String what) {
        return "[Slack] " + what;
    }

    private static void record(Run<?, ?> run, ActTrace trace, RecordedAct act) {
        RecordedActs.add(run, act, ("Slack " + ChannelNames.label(trace.channel())).strip());
    }

    private static RecordedAct act(ActTrace trace, String what, @CheckForNull String step, Instant at) {
        return new RecordedAct(
                        trace.origin().request(),
                        what,
                        step,
                        trace.origin().account(),
                        trace.name(),
                        trace.origin().member(),
                        trace.channel(),
                        trace.message(),
                        at.toEpochMilli())
                .withReason(trace.origin().reason());
    }
}
