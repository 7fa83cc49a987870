package hudson.tasks.junit;

import java.util.List;

public final class SuiteResult {
    private SuiteResult() {}

    public native String getName();

    public native List<String> getEnclosingBlockNames();

    public native TestResult getParent();
}
