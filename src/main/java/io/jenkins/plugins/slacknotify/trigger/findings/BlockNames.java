package io.jenkins.plugins.slacknotify.trigger.findings;

/** The names of branches of a pipeline, as people read them. */
public final class BlockNames {
    /** What declarative pipelines call the branch of a cell, before its axes, such as {@code OS = 'windows', JDK = '21'}. */
    private static final String MATRIX = "Matrix - ";

    private BlockNames() {}

    /** Returns the name of a branch or stage; of a cell, its axes alone. */
    public static String readable(String name) {
        return name.startsWith(MATRIX) ? name.substring(MATRIX.length()).replace("'", "") : name;
    }
}
