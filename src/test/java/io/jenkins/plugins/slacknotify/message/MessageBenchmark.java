package io.jenkins.plugins.slacknotify.message;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Prints figures; see {@code docs/benchmarks.md}. Its name keeps it out of the ordinary tests. */
class MessageBenchmark {
    private static final int BUILDS = 5_000;

    private final MessageRenderer messages = new MessageRenderer();
    private final ThreadRenderer threads = new ThreadRenderer();

    @Test
    void printFigures() {
        RandomBuild random = new RandomBuild(new Random(1));
        List<BuildEvent> builds =
                IntStream.range(0, BUILDS).mapToObj(number -> random.next()).toList();
        for (int round = 1; round <= 3; round++) {
            long[] nanos = builds.stream().mapToLong(this::time).sorted().toArray();
            System.out.printf(
                    Locale.ROOT,
                    "Round %d: median %.3f ms, p99 %.3f ms, maximum %.3f ms (%d builds)%n",
                    round,
                    nanos[BUILDS / 2] / 1e6,
                    nanos[BUILDS * 99 / 100] / 1e6,
                    nanos[BUILDS - 1] / 1e6,
                    Arrays.stream(nanos).filter(each -> each > 0).count());
        }
    }

    private long time(BuildEvent build) {
        long before = System.nanoTime();
        messages.render(build, Severity.ERROR, false);
        threads.render(build, true, ThreadRenderer.Known.MESSAGE);
        return System.nanoTime() - before;
    }
}
