package io.jenkins.plugins.slacknotify.trigger;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.Run;
import hudson.tasks.test.AbstractTestResultAction;

/** Asks the JUnit plugin, by which other plugins publish their test reports, too. */
@Extension(optional = true)
public final class JUnitTestReports implements TestReports {
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

    // Named in a method of its own, so that Jenkins leaves this extension out where the JUnit plugin is missing.
    @CheckForNull
    private static AbstractTestResultAction<?> report(Run<?, ?> run) {
        return run.getAction(AbstractTestResultAction.class);
    }
}
