package io.jenkins.plugins.slacknotify.trigger.findings;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.Run;
import hudson.tasks.test.AbstractTestResultAction;
import hudson.tasks.test.TestObject;
import hudson.tasks.test.TestResult;
import io.jenkins.plugins.slacknotify.event.build.TestResultSummary;
import io.jenkins.plugins.slacknotify.event.text.Excerpt;
import io.jenkins.plugins.slacknotify.trigger.masking.LogMask;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the test results of the JUnit plugin, by which other plugins publish theirs, too. */
@Extension(optional = true)
public final class JUnitReportReader implements TestReportReader {
    /** More is not looked at: the filters of the log take time. */
    private static final int REASON_READ = 1_000;

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
        List<? extends TestResult> failed = report.getFailCount() > 0 ? report.getFailedTests() : List.of();
        List<? extends TestResult> newlyFailing = failed.stream()
                .filter(test -> test.getFailedSince() == run.getNumber())
                .toList();
        return Optional.of(new TestResultSummary(
                report.getTotalCount(),
                report.getFailCount(),
                report.getSkipCount(),
                newlyFailing.size(),
                newlyFailing.stream().map(TestObject::getFullName).toList(),
                failed.stream().map(TestObject::getFullName).toList(),
                (newlyFailing.isEmpty() ? failed : newlyFailing)
                        .stream().findFirst().map(test -> reason(run, test)).orElse(null)));
    }

    @Override
    public Optional<TestCaseReport> testOf(Run<?, ?> run, String path) {
        AbstractTestResultAction<?> report = report(run);
        TestResult found = report != null && report.getResult() instanceof TestResult all
                ? all.findCorrespondingResult(path)
                : null;
        return Optional.ofNullable(found)
                .map(test -> new TestCaseReport(
                        test.getFullName(),
                        test.getTotalCount(),
                        test.getFailCount(),
                        test.getSkipCount(),
                        Duration.ofMillis(Math.round(test.getDuration() * 1_000.0)),
                        reason(run, test)));
    }

    /** The report holds what the test has printed, so it is masked as the log is. */
    @CheckForNull
    private static String reason(Run<?, ?> run, TestResult test) {
        return Stream.of(test.getErrorDetails(), test.getErrorStackTrace())
                .filter(Objects::nonNull)
                .flatMap(String::lines)
                .filter(line -> !line.isBlank())
                .findFirst()
                .map(line -> LogMask.of(run).mask(Excerpt.truncate(line.strip(), REASON_READ)))
                .orElse(null);
    }

    // Named in a method of its own, so that Jenkins leaves this extension out where the JUnit plugin is missing.
    @CheckForNull
    private static AbstractTestResultAction<?> report(Run<?, ?> run) {
        return run.getAction(AbstractTestResultAction.class);
    }
}
