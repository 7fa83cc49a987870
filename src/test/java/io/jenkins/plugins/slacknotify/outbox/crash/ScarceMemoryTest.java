package io.jenkins.plugins.slacknotify.outbox.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that has no memory over and over: what it has taken over arrives once all the same, once there is memory again.
 * {@code -Dcrash.scarce.seconds=60} has it go on for so long, {@code -Dcrash.seed=…} repeats the moments as far as that can be.
 */
class ScarceMemoryTest {
    @TempDir
    Path folder;

    @Test
    void shouldSendEverythingOnceWhereverThereWasNoMemory() throws Exception {
        long seed = Long.getLong("crash.seed", new Random().nextLong());
        int seconds = Integer.getInteger("crash.scarce.seconds", 2);
        List<String> command = ChildJava.command(
                ScarceMemoryChild.class,
                folder.toString(),
                String.valueOf(400 + 300 * seconds),
                String.valueOf(seconds),
                String.valueOf(seed));
        command.replaceAll(argument -> argument.equals("-Xmx128m") ? "-Xmx24m" : argument);
        command.add(1, "-XX:+UseSerialGC");
        File output = folder.resolve("output.txt").toFile();

        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
        try {
            assertThat(process.waitFor(60 + 2L * seconds, TimeUnit.SECONDS))
                    .as("it ends; seed " + seed)
                    .isTrue();
            assertThat(process.exitValue())
                    .as(() -> "seed " + seed + ": " + read(output))
                    .isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    private static String read(File output) {
        try {
            return Files.readString(output.toPath());
        } catch (Exception e) {
            return e.toString();
        }
    }
}
