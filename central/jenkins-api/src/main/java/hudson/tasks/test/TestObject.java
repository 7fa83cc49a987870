package hudson.tasks.test;

public abstract class TestObject {
    TestObject() {}

    public native String getFullName();
}
