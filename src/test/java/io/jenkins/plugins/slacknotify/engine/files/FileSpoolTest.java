package io.jenkins.plugins.slacknotify.engine.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.slacknotify.engine.spi.DeliveryLookup;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileSpoolTest {
    private static final FileLimits LIMITS = new FileLimits(60, 60, 100);

    @TempDir
    Path folder;

    private FileSpool spool;

    @BeforeEach
    void open() {
        spool = new FileSpool(folder, LIMITS);
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

    /** Its file is older than a day, as what nobody needs any more. */
    @Test
    void shouldKeepTheFileOfADeliveryThatCannotBeReadAtThisMoment() throws IOException {
        spool.receive("a", "shop", bytes(1), 1);
        spool.keep(spool.incomingFile("a"), "a-1");
        spool.release("a");
        DeliveryLookup unreadable = new DeliveryLookup() {
            @Override
            public Optional<Delivery> find(String deliveryId) {
                return Optional.empty();
            }

            @Override
            public Optional<Delivery.State> stateOf(String deliveryId) {
                return Optional.of(Delivery.State.WAITING).filter(state -> deliveryId.equals("a-1"));
            }
        };

        spool.removeLeftovers(unreadable, true, Instant.now().plus(Duration.ofDays(2)));

        assertThat(spool.fileOf("a-1")).exists();
    }

    @Test
    void shouldLeaveOtherJobsTheirShare() throws IOException {
        spool.receive("a", "shop", bytes(20), 20);
        spool.receive("b", "shop", bytes(20), 20);
        spool.keep(spool.incomingFile("a"), "a-1");
        spool.release("a");

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> spool.receive("c", "shop", bytes(21), 21))
                .withMessageContaining(
                        "The files of this job that wait for Slack take 0 of 0 MB, and this one has 1 MB");
        assertThat(spool.hasReceived("c")).isFalse();
        spool.receive("d", "other", bytes(20), 20);
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> spool.receive("e", "third", bytes(41), 41))
                .withMessageContaining("The files that wait for Slack take");
    }

    @Test
    void shouldGiveRoomBack() throws IOException {
        spool.receive("a", "shop", bytes(50), 60);
        spool.release("a");
        assertThatExceptionOfType(FileTooLargeException.class)
                .isThrownBy(() -> spool.receive("b", "shop", bytes(61), 61));
        assertThatExceptionOfType(FileTooLargeException.class)
                .as("a file that grows while it is copied")
                .isThrownBy(() -> spool.receive("b", "shop", bytes(61), 10));

        spool.receive("c", "shop", bytes(60), 60);

        assertThat(spool.hasReceived("b")).isFalse();
        assertThat(spool.hasReceived("c")).isTrue();
    }

    /** A file that is still being copied counts as large as it will be, and not by what the largest file may have. */
    @Test
    void shouldPromiseRoomOnce() throws IOException {
        spool.receive(
                "slow",
                "shop",
                whileCopied(20, () -> {
                    spool.receive("fits", "shop", bytes(40), 40);
                    assertThatExceptionOfType(IOException.class)
                            .isThrownBy(() -> spool.receive("too much", "shop", bytes(1), 1));
                }),
                20);

        assertThat(spool.hasReceived("slow")).isTrue();
        assertThatExceptionOfType(IOException.class)
                .as("once it is there, it counts as large as it is")
                .isThrownBy(() -> spool.receive("too much", "shop", bytes(1), 1));
        spool.release("fits");
        spool.receive("afterwards", "shop", bytes(40), 40);
    }

    /** Whoever goes on after a crash takes what was received for whole. */
    @Test
    void shouldNotShowAFileBeforeItIsWhole() throws IOException {
        spool.receive(
                "a",
                "shop",
                whileCopied(20, () -> assertThat(spool.hasReceived("a")).isFalse()),
                20);

        assertThat(spool.hasReceived("a")).isTrue();
        assertThat(spool.incomingFile("a")).hasSize(20);
    }

    @Test
    void shouldKeepNoPartOfAFileWhateverIsThrown() throws IOException {
        InputStream failing = whileCopied(20, () -> {
            throw new OutOfMemoryError("Java heap space");
        });

        assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(() -> spool.receive("a", "shop", failing, 20));

        assertThat(spool.hasReceived("a")).isFalse();
        assertThat(folder).isEmptyDirectory();
    }

    /** Builds that show a small file each at the same time. */
    @Test
    void shouldTakeManySmallFilesAtOnce() throws IOException {
        receiveNested(60);

        for (int file = 1; file <= 60; file++) {
            assertThat(spool.hasReceived("file-" + file)).isTrue();
        }
    }

    /** Each is still being copied while the next one begins. */
    private void receiveNested(int files) throws IOException {
        if (files > 0) {
            spool.receive("file-" + files, "shop", whileCopied(1, () -> receiveNested(files - 1)), 1);
        }
    }

    /** An agent that somebody has taken over may say anything. */
    @ParameterizedTest
    @ValueSource(longs = {-1, -1L << 62, Long.MIN_VALUE})
    void shouldTakeNoFileForSmallerThanNothing(long size) throws IOException {
        spool.receive(
                "lies",
                "shop",
                whileCopied(1, () -> {
                    spool.receive("fits", "other", bytes(60), 60);
                    assertThatExceptionOfType(IOException.class)
                            .isThrownBy(() -> spool.receive("too much", "third", bytes(41), 41));
                }),
                size);

        assertThat(spool.hasReceived("fits")).isTrue();
        assertThat(spool.hasReceived("too much")).isFalse();
    }

    @Test
    void shouldRefuseAFileForWhichThereIsNoRoomAnyMoreWhenItHasGrown() throws IOException {
        spool.receive("a", "shop", bytes(50), 50);

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> spool.receive("b", "shop", bytes(11), 5))
                .withMessageContaining("The files of this job that wait for Slack take");

        assertThat(spool.hasReceived("b")).isFalse();
        spool.receive("c", "shop", bytes(10), 5);
    }

    /** Does something once the copying of a file has begun. */
    private static InputStream whileCopied(int count, Meanwhile action) {
        return new FilterInputStream(bytes(count)) {
            private boolean begun;

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                if (!begun) {
                    begun = true;
                    action.run();
                }
                return super.read(buffer, offset, length);
            }
        };
    }

    private interface Meanwhile {
        void run() throws IOException;
    }

    private static InputStream bytes(int count) {
        return new ByteArrayInputStream("x".repeat(count).getBytes(StandardCharsets.UTF_8));
    }
}
