package io.jenkins.plugins.slacknotify.trigger.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.outbox.LoggedRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningBuildFilesTest {
    private static final RunningBuild ONE =
            new RunningBuild("shop/checkout", 12, 1_772_359_200_000L, "shop » checkout", "#12", "jenkins", "b1");
    private static final RunningBuild OTHER =
            new RunningBuild("a/../b\n" + "ü".repeat(500), 1, 1L, "»", "\"", null, null);

    @TempDir
    private Path folder;

    private RunningBuildFiles files;

    @BeforeEach
    void open() {
        files = new RunningBuildFiles(folder.resolve("running"));
    }

    @Test
    void shouldKnowWhatRunsInTheNextProcess() throws IOException {
        files.add(ONE);
        files.add(OTHER);
        files.add(ONE);

        assertThat(new RunningBuildFiles(folder.resolve("running")).all()).containsExactlyInAnyOrder(ONE, OTHER);
    }

    @Test
    void shouldWriteTheStoredFormat() throws IOException {
        files.add(ONE);
        assertThat(Files.readString(onlyFile()))
                .isEqualTo(
                        "{\"job\":\"shop/checkout\",\"number\":12,\"startedAt\":1772359200000,"
                                + "\"jobName\":\"shop » checkout\",\"buildName\":\"#12\",\"host\":\"jenkins\",\"boot\":\"b1\"}");
    }

    @Test
    void shouldFindABuildByItsJobNumberAndStart() throws IOException {
        files.add(ONE);

        RunningBuild renamed = new RunningBuild(ONE.job(), ONE.number(), ONE.startedAt(), "new", "new", null, null);
        assertThat(files.find(renamed)).contains(ONE);
        assertThat(files.find(OTHER)).isEmpty();
    }

    @Test
    void shouldAddOnAnInterruptedThread() throws IOException {
        Thread.currentThread().interrupt();
        try {
            files.add(ONE);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }

        assertThat(files.all()).containsExactly(ONE);
    }

    @Test
    void shouldAddWhatTheDiskHasNotTakenWithTheNextOneUnlessItHasEnded() throws IOException {
        RunningBuild short1 = new RunningBuild("short", 1, 1L, "short", "#1", null, null);
        Path noFolder = Files.createFile(folder.resolve("running"));
        files.add(ONE);
        files.add(short1);
        try {
            files.remove(short1);
        } catch (IOException noSuchFolder) {
            // The disk is of no use, and the build is over all the same.
        }

        Files.delete(noFolder);
        files.add(OTHER);

        assertThat(new RunningBuildFiles(folder.resolve("running")).all()).containsExactlyInAnyOrder(ONE, OTHER);
    }

    /** A folder that is not empty is in the place of the file, so that the draft can be written and not be renamed. */
    @Test
    void shouldLeaveNoDraftOfWhatTheDiskDoesNotTake() throws IOException {
        files.add(ONE);
        Path file = onlyFile();
        Files.delete(file);
        Files.createDirectories(file.resolve("not empty"));

        files.add(ONE);

        assertThat(onlyFile()).isEqualTo(file);
    }

    @Test
    void shouldLogOnceThatTheDiskTakesNothing() throws IOException {
        Path noFolder = Files.createFile(folder.resolve("running"));
        try (LoggedRecords log = LoggedRecords.of(RunningBuildFiles.class)) {
            files.add(ONE);
            files.add(OTHER);
            assertThat(log.messages()).singleElement().asString().contains("which builds run");

            Files.delete(noFolder);
            files.add(OTHER);
            Files.move(folder.resolve("running"), folder.resolve("aside"));
            Files.createFile(folder.resolve("running"));
            files.add(ONE);
            assertThat(log.messages()).hasSize(2);
        }
    }

    private Path onlyFile() throws IOException {
        try (var all = Files.list(folder.resolve("running"))) {
            var found = all.toList();
            assertThat(found).hasSize(1);
            return found.get(0);
        }
    }

    @Test
    void shouldForgetWhatHasEnded() throws IOException {
        files.add(ONE);
        files.add(OTHER);

        files.remove(ONE);
        files.remove(ONE);

        assertThat(files.all()).containsExactly(OTHER);
    }

    @Test
    void shouldTellBuildsOfTheSameNumberApart() throws IOException {
        RunningBuild ofNewJob =
                new RunningBuild(ONE.job(), ONE.number(), ONE.startedAt() + 1, ONE.jobName(), "#12", null, null);
        files.add(ONE);
        files.add(ofNewJob);

        files.remove(ONE);

        assertThat(files.all()).containsExactly(ofNewJob);
    }

    @Test
    void shouldKnowOfNothingWithoutAFolder() throws IOException {
        assertThat(files.all()).isEmpty();
    }

    @Test
    void shouldRemoveWhatItCannotRead() throws IOException {
        files.add(ONE);
        Path damaged = folder.resolve("running/damaged.json");
        Files.writeString(damaged, "{\"job\":");
        Path sparse = folder.resolve("running/sparse.json");
        Files.writeString(sparse, "{\"job\":\"shop\"}");
        Path empty = Files.createFile(folder.resolve("running/empty.json"));
        Path nothing = Files.writeString(folder.resolve("running/nothing.json"), "{}");
        Path noText = Files.write(folder.resolve("running/no-text.json"), new byte[] {(byte) 0xff, (byte) 0xfe});

        assertThat(files.all()).containsExactly(ONE);
        assertThat(List.of(damaged, sparse, empty, nothing, noText))
                .allSatisfy(file -> assertThat(file).doesNotExist());
    }

    /** Builds go on to end while the files are read, and a disk may refuse one of them. */
    @Test
    void shouldReadTheOthersWhereOneIsGoneOrRefused() throws IOException {
        files.add(ONE);
        Files.createSymbolicLink(folder.resolve("running/gone.json"), folder.resolve("nowhere"));
        Path refused = Files.createDirectory(folder.resolve("running/refused.json"));

        assertThat(files.all()).containsExactly(ONE);
        assertThat(refused).as("it may be read the next time").exists();
    }

    /** An earlier version has not written where a build was started. */
    @Test
    void shouldReadWhatAnEarlierVersionWrote() throws IOException {
        Files.createDirectories(folder.resolve("running"));
        Files.writeString(
                folder.resolve("running/stored.json"),
                "{\"job\":\"shop/checkout\",\"number\":12,\"startedAt\":1772359200000,"
                        + "\"jobName\":\"shop » checkout\",\"buildName\":\"#12\"}");

        assertThat(files.all())
                .containsExactly(new RunningBuild(
                        ONE.job(), ONE.number(), ONE.startedAt(), ONE.jobName(), ONE.buildName(), null, null));
    }
}
