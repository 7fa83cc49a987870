package io.jenkins.plugins.slacknotify.acceptance.figures;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jenkins.plugins.slacknotify.acceptance.harness.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * Many builds of a job on disk, made from its first two while Jenkins is down: copies of the first, and then copies of the second. What
 * does not say which build it belongs to is shared by hard links.
 */
final class LongHistory {
    private static final Duration APART = Duration.ofMinutes(10);

    private final Path builds;

    /** @param job its folder in the home of Jenkins */
    LongHistory(Path job) {
        builds = job.resolve("builds");
    }

    /**
     * Makes all builds up to a number.
     *
     * @param bad how many of them, the last ones, are as the second build
     */
    void extend(int last, int bad) {
        Instant newest = Instant.now();
        try {
            for (int number = 3; number <= last; number++) {
                copy(number > last - bad ? 2 : 1, number, newest.minus(APART.multipliedBy(last - number + 1L)));
            }
            Files.writeString(builds.resolveSibling("nextBuildNumber"), String.valueOf(last + 1));
            Files.writeString(builds.resolve("permalinks"), """
                    lastCompletedBuild %1$d
                    lastFailedBuild -1
                    lastStableBuild %2$d
                    lastSuccessfulBuild %1$d
                    lastUnstableBuild %1$d
                    lastUnsuccessfulBuild %1$d
                    """.formatted(last, last - bad));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copy(int original, int number, Instant started) throws IOException {
        Path from = builds.resolve(String.valueOf(original));
        Path to = builds.resolve(String.valueOf(number));
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else if (file.endsWith("build.xml")) {
                    Files.writeString(copy, record(Files.readString(file, UTF_8), original, number, started), UTF_8);
                } else {
                    Files.createLink(copy, file);
                }
            }
        }
    }

    private static String record(String xml, int original, int number, Instant started) {
        return xml.replace("/builds/" + original + "/", "/builds/" + number + "/")
                .replaceAll("<(timestamp|startTime)>\\d+<", "<$1>" + started.toEpochMilli() + "<");
    }

    /** Deletes what the plugin remembers of jobs: it knows two builds, and a long history would have taught it more. */
    static void forget(Path home) {
        FileTree.delete(home.resolve("slack-notify/jobs"));
    }
}
