package hudson.tasks.test;

public abstract class TestResult extends TestObject {
    protected TestResult() {}

    public native int getFailedSince();

    public native String getErrorDetails();

    public native String getErrorStackTrace();

    public native int getTotalCount();

    public native int getFailCount();

    public native int getSkipCount();

    public native boolean isPassed();
}
