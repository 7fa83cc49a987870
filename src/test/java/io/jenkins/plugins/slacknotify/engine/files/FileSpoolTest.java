package io.jenkins.plugins.slacknotify.engine.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSpoolTest {
    private static final int MOST = 100;
    private static final int MOST_OF_A_JOB = 60;

    @TempDir
    Path folder;

    private FileSpool spool;

    @BeforeEach
    void open() {
        spool = new FileSpool(folder, MOST, MOST_OF_A_JOB);
    }

    @Test
    void shouldCountAFileOnceUnderAllItsNames() throws IOException {
        spool.receive("a", "shop", bytes(20), 20);
        for (int channel = 0; channel < 52; channel++) {
            spool.keep(spool.incomingFile("a"), "a-" + channel);
        }

        spool.receive("b", "other", bytes(20), 20);

        assertThat(spool.hasReceived("b")).isTrue();
    }

    /** A name cannot be given to a file of another file system. */
    @Test
    void shouldKeepAWholeCopyWhereAFileCannotHaveSeveralNames() throws IOException {
        Path memory = Path.of("/dev/shm");
        assumeTrue(
                Files.isWritable(memory) && !Files.getFileStore(memory).equals(Files.getFileStore(folder)),
                "This machine has no second file system at hand");
        Path elsewhere = Files.write(Files.createTempFile(memory, "spool", ".txt"), new byte[] {1, 2, 3});
        try {
            spool.receive("a", "shop", bytes(1), 1);
            spool.keep(elsewhere, "a-1");
        } finally {
            Files.delete(elsewhere);
        }

        assertThat(spool.fileOf("a-1")).hasBinaryContent(new byte[] {1, 2, 3});
        assertThat(folder).isDirectoryNotContaining(path -> path.toString().endsWith(".tmp"));
    }

    @Test
    void shouldLeaveOtherJobsTheirShare() throws IOException {
        spool.receive("a", "shop", bytes(20), 20);
        spool.receive("b", "shop", bytes(20), 20);
        spool.keep(spool.incomingFile("a"), "a-1");
        spool.release("a");

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> spool.receive("c", "shop", bytes(20), 21))
                .withMessageContaining("The files of this job that wait for Slack take");
        assertThat(spool.hasReceived("c")).isFalse();
        spool.receive("d", "other", bytes(20), 20);
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> spool.receive("e", "third", bytes(20), 41))
                .withMessageContaining("The files that wait for Slack take");
    }

    @Test
    void shouldGiveRoomBack() throws IOException {
        spool.receive("a", "shop", bytes(50), 60);
        spool.release("a");
        assertThatExceptionOfType(FileTooLargeException.class)
                .isThrownBy(() -> spool.receive("b", "shop", bytes(61), 60));

        spool.receive("c", "shop", bytes(60), 60);

        assertThat(spool.hasReceived("b")).isFalse();
        assertThat(spool.hasReceived("c")).isTrue();
    }

    /** Files that are still being copied count as large as they may become. */
    @Test
    void shouldPromiseRoomOnce() throws IOException {
        InputStream slow = new InputStream() {
            @Override
            public int read() throws IOException {
                assertThatExceptionOfType(IOException.class)
                        .isThrownBy(() -> spool.receive("meanwhile", "shop", bytes(1), 60));
                return -1;
            }
        };

        spool.receive("slow", "shop", slow, 60);

        spool.receive("afterwards", "shop", bytes(60), 60);
    }

    private static InputStream bytes(int count) {
        return new ByteArrayInputStream("x".repeat(count).getBytes(StandardCharsets.UTF_8));
    }
}
