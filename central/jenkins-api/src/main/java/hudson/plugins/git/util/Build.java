package hudson.plugins.git.util;

public class Build {
    private Build() {}
}
