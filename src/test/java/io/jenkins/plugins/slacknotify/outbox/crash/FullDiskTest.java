package io.jenkins.plugins.slacknotify.outbox.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk of 1 MB that runs full, and then is read-only. The disks are real ones, in a mount namespace that needs no
 * root.
 */
class FullDiskTest {
    private static final String SCRIPT = """
            set -e
            disk=$1; shift
            mount -t tmpfs -o size=1m tmpfs "$disk"
            "$@" fill "$disk"
            mount -o remount,ro "$disk"
            "$@" read "$disk"
            """;

    @TempDir
    Path disk;

    @TempDir
    Path elsewhere;

    @Test
    void shouldKeepWhatFitsAndRefuseTheRest() throws Exception {
        assumeTrue(
                run(List.of("unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", disk.toString())) == 0,
                "This machine lets nobody mount a small disk in a namespace of one's own (unshare -rm)");

        List<String> command = ChildJava.command(FullDiskChild.class);
        command.addAll(0, List.of("unshare", "-rm", "sh", "-c", SCRIPT, "sh", disk.toString()));

        int exit = run(command);
        assertThat(exit).as(output()).isZero();
    }

    private int run(List<String> command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(file())
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("It did not end: " + output());
            }
            return process.exitValue();
        } catch (IOException noSuchCommand) {
            return 127;
        }
    }

    private File file() {
        return elsewhere.resolve("output.txt").toFile();
    }

    private String output() {
        try {
            return Files.readString(file().toPath());
        } catch (IOException e) {
            return e.toString();
        }
    }
}
