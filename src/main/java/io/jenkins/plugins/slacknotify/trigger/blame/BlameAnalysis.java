package io.jenkins.plugins.slacknotify.trigger.blame;

import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.participants.Person;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds the people who may be responsible for the state of a job.
 *
 * <p>A build that was aborted, was not built or still runs has no verdict. Its committers share the responsibility with
 * those of the next build that has one, which contains their changes.
 */
public final class BlameAnalysis {
    /**
     * The builds up to a verdict, oldest first.
     *
     * @param worse whether that verdict is worse than the one before
     */
    private record Step(List<SuspectBuild> builds, boolean worse) {
        boolean broke() {
            return worse || builds.get(builds.size() - 1).brokeTests();
        }

        Stream<Person> committers() {
            return builds.stream().flatMap(build -> build.committers().stream());
        }
    }

    private final Trend trend;
    private final SuspectBuild build;

    /** The older builds after the last good one, newest first. */
    private final List<SuspectBuild> sinceLastGood;

    /** Whether the oldest of them follows a good build, or is the first of all, and is not just the last one looked at. */
    private final boolean beginningSeen;

    /**
     * Reads older builds as far as the last good one.
     *
     * @param trend the build's trend
     * @param older the builds before, newest first, at most {@code limit}
     */
    public BlameAnalysis(SuspectBuild build, Trend trend, Stream<? extends SuspectBuild> older, int limit) {
        this.build = build;
        this.trend = trend;
        this.sinceLastGood = older.<SuspectBuild>map(each -> each)
                .takeWhile(each -> !isGood(each))
                .toList();
        this.beginningSeen = sinceLastGood.size() < limit;
    }

    private static boolean isGood(SuspectBuild build) {
        return build.verdict().filter(Outcome.SUCCESS::equals).isPresent();
    }

    /**
     * Returns everybody who changed something since the last good build, this build included; possibly a person several
     * times.
     */
    public Stream<Person> culprits() {
        return Stream.concat(Stream.of(build), sinceLastGood.stream()).flatMap(each -> each.committers().stream());
    }

    /**
     * Returns everybody who made a bad job bad or worse, or who broke the job that this build fixes; possibly a person
     * several times. Returns nobody where a newer build was notified of already.
     */
    public Stream<Person> breakers() {
        return switch (trend) {
            case SAME -> Stream.empty();
            case FIXED -> committers(steps(List.of()));
            case STILL_FAILING -> committers(steps(List.of(build)));
            case FIRST, REGRESSED ->
                isGood(build) ? Stream.empty() : last(steps(List.of(build))).committers();
        };
    }

    private static Stream<Person> committers(List<Step> steps) {
        return steps.stream().filter(Step::broke).flatMap(Step::committers);
    }

    private static Step last(List<Step> steps) {
        return steps.get(steps.size() - 1);
    }

    private List<Step> steps(List<SuspectBuild> newest) {
        List<SuspectBuild> builds = new ArrayList<>(sinceLastGood);
        Collections.reverse(builds);
        builds.addAll(newest);
        List<Step> steps = new ArrayList<>();
        List<SuspectBuild> soFar = new ArrayList<>();
        // Where the beginning is too far away, nobody can be said to have made it bad.
        Outcome before = beginningSeen ? Outcome.SUCCESS : Outcome.FAILURE;
        for (SuspectBuild each : builds) {
            soFar.add(each);
            Outcome verdict = each.verdict().orElse(null);
            if (verdict != null) {
                steps.add(new Step(List.copyOf(soFar), verdict.compareTo(before) > 0));
                soFar.clear();
                before = verdict;
            }
        }
        return steps;
    }
}
