package hudson.tasks.junit;

import java.util.Collection;

public final class TestResult extends hudson.tasks.test.TestResult {
    private TestResult() {}

    public native Collection<SuiteResult> getSuites();

    @Override
    public native float getDuration();

    @Override
    public native hudson.tasks.test.TestResult findCorrespondingResult(String id);
}
