package io.jenkins.plugins.slacknotify.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineFileTest {
    @TempDir
    private Path folder;

    private Path file;
    private LineFile lines;

    @BeforeEach
    void open() {
        file = folder.resolve("history/lines");
        lines = new LineFile(file, "lines");
    }

    @Test
    void shouldKeepWhatIsAppended() {
        lines.append("a");
        lines.append("b");

        assertThat(new LineFile(file, "lines").read()).containsExactly("a", "b");
        assertThat(file).hasContent("a\nb\n");
    }

    /** A power cut has torn the last line, and its reader ignores it: but not the next one with it. */
    @Test
    void shouldBeginBehindATornLine() throws IOException {
        lines.append("a");
        Files.writeString(file, "a\n{\"torn");

        LineFile next = new LineFile(file, "lines");
        next.append("b");
        next.append("c");

        assertThat(next.read()).containsExactly("a", "{\"torn", "b", "c");
    }

    @Test
    void shouldBeginAnEmptyFileWithALine() throws IOException {
        Files.createDirectories(file.getParent());
        Files.createFile(file);

        lines.append("a");

        assertThat(file).hasContent("a\n");
    }

    /** A full disk has taken a part of a line; this process goes on when there is room again. */
    @Test
    void shouldBeginBehindWhatAFailedWriteHasLeft() throws IOException {
        lines.append("a");
        Path draft = folder.resolve("history.moved");
        Files.move(file.getParent(), draft);
        Files.createFile(file.getParent());
        lines.append("lost");
        Files.delete(file.getParent());
        Files.move(draft, file.getParent());
        Files.writeString(file, "a\n{\"torn");

        lines.append("b");

        assertThat(lines.read()).containsExactly("a", "{\"torn", "b");
    }

    /** The thread of a build that was aborted may be interrupted when it tells how the build has ended. */
    @Test
    void shouldWriteAndReadOnAnInterruptedThread() {
        try {
            Thread.currentThread().interrupt();
            lines.append("a");
            lines.append("b");
            new LineFile(file, "lines").append("c");
            List<String> appended = lines.read();
            lines.replace(List.of("d"));

            assertThat(Thread.currentThread().isInterrupted()).isTrue();
            assertThat(appended).containsExactly("a", "b", "c");
            assertThat(lines.read()).containsExactly("d");
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void shouldReplaceAllLines() {
        lines.append("a");

        lines.replace(List.of("b"));
        lines.append("c");

        assertThat(lines.read()).containsExactly("b", "c");
    }
}
