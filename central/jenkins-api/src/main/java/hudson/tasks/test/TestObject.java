package hudson.tasks.test;

import hudson.model.Run;

public abstract class TestObject {
    TestObject() {}

    public native String getFullName();

    public native Run<?, ?> getRun();

    public final native String getId();

    public abstract float getDuration();

    public abstract TestResult findCorrespondingResult(String id);
}
