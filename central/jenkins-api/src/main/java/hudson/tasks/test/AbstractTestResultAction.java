package hudson.tasks.test;

import hudson.model.Action;
import java.util.List;

public abstract class AbstractTestResultAction<T extends AbstractTestResultAction> implements Action {
    private AbstractTestResultAction() {}

    public abstract int getTotalCount();

    public abstract int getFailCount();

    public native int getSkipCount();

    public native List<? extends TestResult> getFailedTests();

    public abstract Object getResult();
}
