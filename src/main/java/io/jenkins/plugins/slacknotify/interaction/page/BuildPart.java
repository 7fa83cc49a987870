package io.jenkins.plugins.slacknotify.interaction.page;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/** The part of a build that a page shows. */
public sealed interface BuildPart {
    record Whole() implements BuildPart {}

    /**
     * A stage or step of a pipeline.
     *
     * @param node the id of its {@code FlowNode}
     */
    record Stage(String node) implements BuildPart {}

    /**
     * A log.
     *
     * @param node the id of the step that has written it; null for the log of the whole build
     * @param line the number of the line, the first being 1; null where the address names none
     */
    record Log(@CheckForNull String node, @CheckForNull Integer line) implements BuildPart {}

    record Tests() implements BuildPart {}

    /**
     * The results of some tests, or of one.
     *
     * @param path as in the address, decoded, such as {@code junit/com.example/CartTest/shouldAdd}
     */
    record Test(String path) implements BuildPart {}

    record Changes() implements BuildPart {}

    /**
     * The files that it has kept.
     *
     * @param path of the file or folder, decoded; empty for all
     */
    record Artifact(String path) implements BuildPart {}

    record Input() implements BuildPart {}
}
