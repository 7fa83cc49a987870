package hudson.tasks.test;

public abstract class TestObject {
    TestObject() {}

    public native String getFullName();

    public final native String getId();

    public abstract float getDuration();

    public abstract TestResult findCorrespondingResult(String id);
}
