package hudson.tasks.junit;

import hudson.tasks.test.TestResult;

public class CaseResult extends TestResult {
    private CaseResult() {}

    public native SuiteResult getSuiteResult();

    @Override
    public native float getDuration();

    @Override
    public native TestResult findCorrespondingResult(String id);
}
