package io.jenkins.plugins.slacknotify.interaction.preview;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.build.StageState;
import java.time.Duration;
import java.util.List;

/** The part of a build that a page shows besides the build itself. Texts are plain, of any content. */
public sealed interface PartContent {
    record Nothing() implements PartContent {}

    /**
     * A stage, or a step in one.
     *
     * @param name of the stage, and of the step where it is one
     * @param duration null where nothing is known
     */
    record OfStage(
            String name, StageState state, @CheckForNull Duration duration) implements PartContent {}

    /**
     * Lines of a log.
     *
     * @param stage of the step that has written them; null for the log of the whole build
     * @param line the number of the line that the address names; null for the end of the log
     * @param lines masked; none where they must not be shown, or are too far away to be read
     */
    record OfLog(@CheckForNull String stage, @CheckForNull Integer line, List<String> lines) implements PartContent {
        public OfLog {
            lines = List.copyOf(lines);
        }
    }

    /**
     * The tests, in all.
     *
     * @param failing the names of the first that fail; none where they must not be shown
     */
    record OfTests(int total, int failed, int skipped, List<String> failing) implements PartContent {
        public OfTests {
            failing = List.copyOf(failing);
        }
    }

    /**
     * One test, or several that belong together.
     *
     * @param reason what it says, in one line; null where it says nothing, or must not be shown
     */
    record OfTest(
            String name,
            int total,
            int failed,
            int skipped,
            Duration duration,
            @CheckForNull String reason) implements PartContent {}

    /** The changes; the event has them. */
    record OfChanges() implements PartContent {}

    /**
     * Files that it has kept.
     *
     * @param path of the folder; empty for all
     * @param names the paths of the first
     * @param count how many there are; where {@code isMore}, at least
     */
    record OfArtifacts(String path, List<String> names, int count, boolean isMore) implements PartContent {
        public OfArtifacts {
            names = List.copyOf(names);
        }
    }

    /** One file that the build has kept. @param bytes its size */
    record OfArtifact(String path, long bytes) implements PartContent {}
}
