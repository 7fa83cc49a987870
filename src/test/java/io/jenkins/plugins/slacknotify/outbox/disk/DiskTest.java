package io.jenkins.plugins.slacknotify.outbox.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.slacknotify.outbox.LoggedRecords;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskTest {
    @TempDir
    Path home;

    @Test
    void shouldMakeEveryFolderThatIsMissing() throws IOException {
        Path folder = home.resolve("a/b/c");
        Disk.createFolders(folder);
        Disk.createFolders(folder);

        assertThat(folder).isDirectory();
    }

    @Test
    void shouldReplaceAFileAndMakeItsFolder() throws IOException {
        Path file = home.resolve("a/b/file.json");
        Disk.replace(file, "old");
        Disk.replace(file, "größer");

        assertThat(file).hasContent("größer");
        assertThat(file.getParent()).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void shouldMakeNoFolderInThePlaceOfAFile() throws IOException {
        Files.createFile(home.resolve("a"));

        assertThatThrownBy(() -> Disk.createFolders(home.resolve("a"))).isInstanceOf(FileAlreadyExistsException.class);
        assertThatIOException().isThrownBy(() -> Disk.createFolders(home.resolve("a/b")));
    }

    @Test
    void shouldReportAnErrorOfTheDiskWhereAFolderCouldBeForcedBefore() throws IOException {
        Path folder = Files.createDirectory(home.resolve("folder"));
        Disk.force(folder);
        Files.delete(folder);

        assertThatIOException().isThrownBy(() -> Disk.force(folder));
    }

    @Test
    void shouldDoWithoutForcingWhereThatWasNeverPossible() throws IOException {
        Path folder = home.resolve("cannot");
        try (LoggedRecords log = LoggedRecords.of(Disk.class)) {
            Disk.force(folder);
            Disk.force(folder);

            assertThat(log.messages()).singleElement().asString().contains("cannot force", "cannot");
        }
    }

    /** A file system whose folders cannot be forced, with one that seems to have been forced once, as by a disk that breaks. */
    private FileSystem brokenDisk() throws IOException {
        FileSystem disk = FileSystems.newFileSystem(home.resolve("disk.zip"), Map.of("create", "true"));
        Path broken = Files.createFile(disk.getPath("/broken"));
        Disk.force(broken);
        Files.delete(broken);
        Files.createDirectory(broken);
        return disk;
    }

    @Test
    void shouldForceTheNameOfAFolderAgainWhereThatHasFailed() throws IOException {
        try (FileSystem disk = brokenDisk()) {
            Path folder = disk.getPath("/broken/folder");
            assertThatIOException().isThrownBy(() -> Disk.createFolders(folder));

            assertThat(folder).isDirectory();
            assertThatIOException()
                    .as("as long as the disk is broken")
                    .isThrownBy(() -> Disk.createFolders(folder.resolve("below")));
        }
    }

    @Test
    void shouldForceAgainThatAFileIsGoneWhereThatHasFailed() throws IOException {
        try (FileSystem disk = brokenDisk()) {
            Path file = Files.createFile(disk.getPath("/broken/file"));
            assertThatIOException().isThrownBy(() -> Disk.delete(file));

            assertThat(file).doesNotExist();
            assertThatIOException().as("as long as the disk is broken").isThrownBy(() -> Disk.delete(file));
        }
    }

    @Test
    void shouldForceOnAnInterruptedThread() throws IOException {
        Thread.currentThread().interrupt();
        Disk.write(home.resolve("file"), new byte[] {1, 2});

        assertThat(Thread.interrupted()).isTrue();
        assertThat(home.resolve("file")).hasBinaryContent(new byte[] {1, 2});
    }

    @Test
    void shouldReplaceAFileInOneStep() throws IOException {
        Path file = home.resolve("file");
        Files.write(file, new byte[] {1, 2, 3});
        Disk.replace(file, draft -> {
            assertThat(file).as("still whole").hasBinaryContent(new byte[] {1, 2, 3});
            assertThat(draft).isEmptyFile();
            return new byte[] {4};
        });

        assertThat(file).hasBinaryContent(new byte[] {4});
        assertThat(home).isDirectoryNotContaining(path -> path.toString().endsWith(".tmp"));
    }

    @Test
    void shouldCopyAFileWholeOrNotAtAll() throws IOException {
        Path from = Files.write(home.resolve("from"), new byte[] {1, 2, 3});
        Disk.copy(from, home.resolve("to"));
        assertThat(home.resolve("to")).hasBinaryContent(new byte[] {1, 2, 3});

        Files.createDirectory(home.resolve("folder"));
        assertThatIOException().isThrownBy(() -> Disk.copy(home.resolve("folder"), home.resolve("other")));
        assertThat(home.resolve("other")).doesNotExist();
        assertThat(home).isDirectoryNotContaining(path -> path.toString().endsWith(".tmp"));
    }
}
