package io.jenkins.plugins.slacknotify.trigger.findings;

import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import java.util.Map;

/** Maps Jenkins' results to outcomes. */
public final class Outcomes {
    private static final Map<Result, Outcome> BY_RESULT = Map.of(
            Result.SUCCESS, Outcome.SUCCESS,
            Result.UNSTABLE, Outcome.UNSTABLE,
            Result.FAILURE, Outcome.FAILURE,
            Result.NOT_BUILT, Outcome.NOT_BUILT,
            Result.ABORTED, Outcome.ABORTED);

    private Outcomes() {}

    /** Returns the outcome of a build so far. A build without a result is good, as for Jenkins itself. */
    public static Outcome of(Run<?, ?> run) {
        Result result = run.getResult();
        return result == null ? Outcome.SUCCESS : of(result);
    }

    public static Outcome of(Result result) {
        return BY_RESULT.get(result);
    }
}
