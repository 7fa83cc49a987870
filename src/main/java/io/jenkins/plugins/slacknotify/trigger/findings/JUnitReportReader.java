package io.jenkins.plugins.slacknotify.trigger.findings;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.Run;
import hudson.tasks.test.AbstractTestResultAction;
import hudson.tasks.test.TestResult;
import io.jenkins.plugins.slacknotify.config.build.StoredActions;
import io.jenkins.plugins.slacknotify.event.build.TestFailure;
import io.jenkins.plugins.slacknotify.event.build.TestResultSummary;
import io.jenkins.plugins.slacknotify.event.text.Excerpt;
import io.jenkins.plugins.slacknotify.trigger.masking.LogMask;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads the test results of the JUnit plugin, by which other plugins publish theirs, too. */
@Extension(optional = true)
public final class JUnitReportReader implements TestReportReader {
    /** How many characters of a reason are masked: the filters of the log take time. */
    private static final int REASON_READ = 1_000;

    private static final Comparator<AbstractTestResultAction<?>> BY_FAILURES =
            Comparator.<AbstractTestResultAction<?>>comparingInt(AbstractTestResultAction::getFailCount)
                    .thenComparingInt(AbstractTestResultAction::getTotalCount);

    @Override
    public int failuresOf(Run<?, ?> run) {
        AbstractTestResultAction<?> report = report(run);
        return report == null ? 0 : report.getFailCount();
    }

    @Override
    public boolean anyBeganToFailIn(Run<?, ?> run) {
        AbstractTestResultAction<?> report = report(run);
        return report != null
                && report.getFailedTests().stream().anyMatch(test -> test.getFailedSince() == run.getNumber());
    }

    @Override
    public Optional<TestResultSummary> figuresOf(Run<?, ?> run) {
        AbstractTestResultAction<?> report = report(run);
        if (report == null) {
            return Optional.empty();
        }
        TestNames names = new TestNames(run);
        List<? extends TestResult> failed = report.getFailCount() > 0 ? report.getFailedTests() : List.of();
        List<? extends TestResult> newlyFailing = failed.stream()
                .filter(test -> test.getFailedSince() == run.getNumber())
                .toList();
        List<TestFailure> details = (newlyFailing.isEmpty() ? failed : newlyFailing)
                .stream()
                        .limit(TestResultSummary.DETAILS_KEPT)
                        .map(test -> new TestFailure(names.of(test), reason(run, test)))
                        .toList();
        return Optional.of(new TestResultSummary(
                report.getTotalCount(),
                report.getFailCount(),
                report.getSkipCount(),
                newlyFailing.size(),
                first(newlyFailing, names),
                first(failed, names),
                details.stream().findFirst().map(TestFailure::reason).orElse(null),
                details));
    }

    private static List<String> first(List<? extends TestResult> tests, TestNames names) {
        return tests.stream().limit(TestResultSummary.NAMES_KEPT).map(names::of).toList();
    }

    @Override
    public Optional<TestCaseReport> testOf(Run<?, ?> run, String path) {
        AbstractTestResultAction<?> report = report(run);
        TestResult found = report != null && report.getResult() instanceof TestResult all
                ? all.findCorrespondingResult(idOf(path, all.getId()))
                : null;
        return Optional.ofNullable(found)
                .map(test -> new TestCaseReport(
                        nameOf(test),
                        test.getTotalCount(),
                        test.getFailCount(),
                        test.getSkipCount(),
                        Duration.ofMillis(Math.round(test.getDuration() * 1_000.0)),
                        reason(run, test)));
    }

    /** Adds the id of all results, which their page leaves out of addresses, and without which only packages are found. */
    private static String idOf(String path, String all) {
        return path.startsWith(all + "/") ? path : all + "/" + path;
    }

    /** The name of a class or package begins with that of all results, such as {@code junit : com.example : CartTest}. */
    private static String nameOf(TestResult test) {
        String name = TestNames.fullName(test.getFullName());
        int prefix = name.indexOf(" : ");
        return prefix < 0 ? name : name.substring(prefix + " : ".length()).replace(" : ", ".");
    }

    /** The report holds what the test has printed, so it is masked as the log is; null where it says nothing, or may not be quoted. */
    @CheckForNull
    private static String reason(Run<?, ?> run, TestResult test) {
        return TestWords.of(test.getErrorDetails(), test.getErrorStackTrace())
                .flatMap(line -> LogMask.of(run).quote(Excerpt.truncate(line, REASON_READ)))
                .orElse(null);
    }

    /**
     * Returns the report with the most failures. Two plugins may each have published one, such as those of JUnit and TestNG; often of the
     * same tests, so they do not add up.
     */
    // Named in a method of its own, so that Jenkins leaves this extension out where the JUnit plugin is missing.
    @CheckForNull
    private static AbstractTestResultAction<?> report(Run<?, ?> run) {
        AbstractTestResultAction<?> worst = null;
        for (AbstractTestResultAction<?> report : reports(run)) {
            if (worst == null || BY_FAILURES.compare(report, worst) > 0) {
                worst = report;
            }
        }
        return worst;
    }

    /** While a build runs, a plugin may make a report of what is known so far anew at each look. Afterwards, all are stored. */
    @SuppressWarnings("rawtypes")
    private static List<AbstractTestResultAction> reports(Run<?, ?> run) {
        return run.isBuilding()
                ? run.getActions(AbstractTestResultAction.class)
                : StoredActions.all(run, AbstractTestResultAction.class);
    }
}
