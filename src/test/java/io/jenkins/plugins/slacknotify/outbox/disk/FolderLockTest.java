package io.jenkins.plugins.slacknotify.outbox.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.slacknotify.outbox.crash.ChildJava;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FolderLockTest {
    private static final String NAME = "lock";

    @TempDir
    Path folder;

    /** Takes the lock of a folder in a process of its own, says how that went, and waits to be ended. */
    static final class Child {
        public static void main(String[] args) throws IOException {
            try (FolderLock lock = FolderLock.acquire(Path.of(args[0]), NAME)) {
                System.out.println("locked");
                System.in.read();
            } catch (HeldElsewhereException e) {
                System.out.println("held elsewhere");
            }
        }
    }

    @Test
    void shouldBeHeldByOneProcess() throws Exception {
        try (FolderLock lock = FolderLock.acquire(folder, NAME)) {
            assertThat(tryInAnotherProcess()).isEqualTo("held elsewhere");
        }
        assertThat(tryInAnotherProcess()).isEqualTo("locked");
    }

    @Test
    void shouldBeFreeWhenItsProcessIsKilled() throws Exception {
        Process child = start();
        assertThat(firstLine(child)).isEqualTo("locked");
        assertThatThrownBy(() -> FolderLock.acquire(folder, NAME)).isInstanceOf(HeldElsewhereException.class);
        assertThatThrownBy(() -> FolderLock.acquire(folder, NAME)).isInstanceOf(HeldElsewhereException.class);

        child.destroyForcibly().waitFor();

        FolderLock.acquire(folder, NAME).close();
    }

    @Test
    void shouldNotBeLostWhereItIsTakenASecondTimeInItsProcess() throws Exception {
        try (FolderLock lock = FolderLock.acquire(folder, NAME)) {
            assertThatThrownBy(() -> FolderLock.acquire(folder, NAME)).isInstanceOf(HeldElsewhereException.class);
            assertThatThrownBy(() -> FolderLock.acquire(folder.resolve("../" + folder.getFileName()), NAME))
                    .isInstanceOf(HeldElsewhereException.class);

            assertThat(tryInAnotherProcess()).isEqualTo("held elsewhere");
        }
    }

    @Test
    void shouldBeTakenOnAnInterruptedThread() throws Exception {
        Thread.currentThread().interrupt();
        try (FolderLock lock = FolderLock.acquire(folder, NAME)) {
            assertThat(Thread.interrupted()).isTrue();
            assertThat(tryInAnotherProcess()).isEqualTo("held elsewhere");
        }
    }

    /** Such as that of an application that its server has stopped and started, with other classes. */
    @Test
    void shouldNotTakeTheLockFromAnEarlierLifeInItsProcess() throws Exception {
        try (FileChannel earlier =
                        FileChannel.open(folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = earlier.lock()) {
            assertThatThrownBy(() -> FolderLock.acquire(folder, NAME)).isInstanceOf(HeldElsewhereException.class);
            assertThatThrownBy(() -> FolderLock.acquire(folder, NAME)).isInstanceOf(HeldElsewhereException.class);

            assertThat(tryInAnotherProcess()).isEqualTo("held elsewhere");
        }
        FolderLock.acquire(folder, NAME).close();
    }

    @Test
    void shouldNeedAFolder() {
        assertThatThrownBy(() -> FolderLock.acquire(folder.resolve("none"), NAME))
                .isInstanceOf(NoSuchFileException.class);
    }

    private String tryInAnotherProcess() throws Exception {
        Process child = start();
        try {
            return firstLine(child);
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    private Process start() throws IOException {
        return new ProcessBuilder(ChildJava.command(Child.class, folder.toString()))
                .redirectErrorStream(true)
                .start();
    }

    private static String firstLine(Process child) throws IOException {
        BufferedReader out = child.inputReader();
        return out.readLine();
    }
}
