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

/** Reads the test results of a build. Without such an extension, a build has no tests. */
public interface TestReportReader extends ExtensionPoint {
    /** Returns the number of failed tests; 0 where there is no report. Reads no report. */
    int failuresOf(Run<?, ?> run);

    /** Whether a test failed in a build that did not fail in the one before. Reads the report where it is not in memory. */
    boolean anyBeganToFailIn(Run<?, ?> run);

    /** Returns the summary of the tests; empty where there is no report. Reads the report only where tests failed. */
    Optional<TestResultSummary> figuresOf(Run<?, ?> run);

    /**
     * Returns the results of one test, or of several tests that have a page together.
     *
     * @param path as it follows the address of the report, such as {@code junit/com.example/CartTest/shouldAdd}
     * @return empty where there are no such tests
     */
    default Optional<TestCaseReport> testOf(Run<?, ?> run, String path) {
        return Optional.empty();
    }

    /** Returns {@link #testOf} of the first reader that knows the tests. Never throws. */
    static Optional<TestCaseReport> test(Run<?, ?> run, String path) {
        return ask(run, reports -> reports.testOf(run, path))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Returns {@link #figuresOf} of the first reader that has a report; null where none has. Never throws. */
    @CheckForNull
    static TestResultSummary figures(Run<?, ?> run) {
        return ask(run, reports -> reports.figuresOf(run))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    /** Returns the sum of {@link #failuresOf} over all readers. Never throws. */
    static int failures(Run<?, ?> run) {
        return ask(run, reports -> reports.failuresOf(run))
                .mapToInt(count -> count)
                .sum();
    }

    /** Whether {@link #anyBeganToFailIn} is true for any reader. Never throws. */
    static boolean anyBeganToFail(Run<?, ?> run) {
        return ask(run, reports -> reports.anyBeganToFailIn(run)).anyMatch(found -> found);
    }

    private static <T> Stream<T> ask(Run<?, ?> run, Function<TestReportReader, T> query) {
        Collection<TestReportReader> all = ExtensionList.lookup(TestReportReader.class);
        return all.stream()
                .flatMap(reports -> BestEffort.read("test report of ", run, () -> query.apply(reports)).stream());
    }
}
