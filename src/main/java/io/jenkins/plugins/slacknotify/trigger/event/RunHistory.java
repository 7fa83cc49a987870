package io.jenkins.plugins.slacknotify.trigger.event;

import hudson.model.Run;
import io.jenkins.plugins.slacknotify.event.BuildHistory;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.trigger.findings.Outcomes;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The other builds of a run's job, as far as Jenkins keeps them.
 *
 * <p>Jenkins reads old builds from disk one by one. So the search ends after {@value #LIMIT} builds without a verdict,
 * as if there were no more.
 */
final class RunHistory implements BuildHistory {
    static final int LIMIT = 50;

    private final Run<?, ?> run;

    RunHistory(Run<?, ?> run) {
        this.run = run;
    }

    @Override
    public Optional<Outcome> lastVerdict() {
        return verdicts(Run::getPreviousBuild).findFirst();
    }

    @Override
    public boolean isOvertaken() {
        return verdicts(Run::getNextBuild).findFirst().isPresent();
    }

    /** Returns the builds before a run, newest first, each read when the stream reaches it; at most {@value #LIMIT}. */
    static Stream<Run<?, ?>> older(Run<?, ?> run) {
        return neighbours(run, Run::getPreviousBuild);
    }

    private static Stream<Run<?, ?>> neighbours(Run<?, ?> run, UnaryOperator<Run<?, ?>> step) {
        return Stream.<Run<?, ?>>iterate(step.apply(run), other -> other != null, step)
                .limit(LIMIT);
    }

    private Stream<Outcome> verdicts(UnaryOperator<Run<?, ?>> step) {
        return neighbours(run, step)
                .filter(other -> !other.isBuilding())
                .map(Outcomes::of)
                .filter(Outcome::isVerdict);
    }
}
