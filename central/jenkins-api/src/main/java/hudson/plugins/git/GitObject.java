package hudson.plugins.git;

public class GitObject {
    GitObject() {}

    public native String getName();
}
