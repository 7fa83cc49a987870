package io.jenkins.plugins.slacknotify.trigger.findings;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.Run;
import hudson.tasks.test.AbstractTestResultAction;
import hudson.tasks.test.TestObject;
import hudson.tasks.test.TestResult;
import io.jenkins.plugins.slacknotify.event.build.TestResultSummary;
import java.util.List;
import java.util.Optional;

/** Reads the test results of the JUnit plugin, by which other plugins publish theirs, too. */
@Extension(optional = true)
public final class JUnitReportReader implements TestReportReader {
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
        List<String> newlyFailing = failed.stream()
                .filter(test -> test.getFailedSince() == run.getNumber())
                .map(TestObject::getFullName)
                .toList();
        return Optional.of(new TestResultSummary(
                report.getTotalCount(),
                report.getFailCount(),
                report.getSkipCount(),
                newlyFailing.size(),
                newlyFailing,
                failed.stream().map(TestObject::getFullName).toList()));
    }

    // Named in a method of its own, so that Jenkins leaves this extension out where the JUnit plugin is missing.
    @CheckForNull
    private static AbstractTestResultAction<?> report(Run<?, ?> run) {
        return run.getAction(AbstractTestResultAction.class);
    }
}
