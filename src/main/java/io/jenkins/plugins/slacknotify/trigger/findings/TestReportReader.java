package io.jenkins.plugins.slacknotify.trigger.findings;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.event.build.TestResultSummary;
import io.jenkins.plugins.slacknotify.trigger.extension.BestEffort;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Knows what a build's tests say. Without an extension that does, a build has no tests. */
public interface TestReportReader extends ExtensionPoint {
    /** How many tests of a build failed; 0 where it has no report. Reads no report. */
    int failuresOf(Run<?, ?> run);

    /** Whether a test failed in a build that did not in the one before. Reads the report, where it is not in memory. */
    boolean anyBeganToFailIn(Run<?, ?> run);

    /** What the tests of a build say; empty where it has no report. Reads the report only where tests failed. */
    Optional<TestResultSummary> figuresOf(Run<?, ?> run);

    /** As {@link #figuresOf}, by the first extension that knows; never throws. */
    @CheckForNull
    static TestResultSummary figures(Run<?, ?> run) {
        return ask(run, reports -> reports.figuresOf(run))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    /** As {@link #failuresOf}, by whatever extensions there are; never throws. */
    static int failures(Run<?, ?> run) {
        return ask(run, reports -> reports.failuresOf(run))
                .mapToInt(count -> count)
                .sum();
    }

    /** As {@link #anyBeganToFailIn}, by whatever extensions there are; never throws. */
    static boolean anyBeganToFail(Run<?, ?> run) {
        return ask(run, reports -> reports.anyBeganToFailIn(run)).anyMatch(found -> found);
    }

    private static <T> Stream<T> ask(Run<?, ?> run, Function<TestReportReader, T> question) {
        Collection<TestReportReader> all = ExtensionList.lookup(TestReportReader.class);
        return all.stream()
                .flatMap(reports -> BestEffort.read("test report of " + run, () -> question.apply(reports)).stream());
    }
}
