package io.jenkins.plugins.slacknotify.outbox.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/**
 * The duration of each of many calls.
 *
 * @param sorted in nanoseconds
 */
public record Timings(long[] sorted) {
    /** Something to be timed; the number is that of the thread. */
    @FunctionalInterface
    public interface Call {
        void make(int thread) throws Exception;
    }

    /** Describes the machine for a table of figures. */
    public static String machine(Path disk) throws IOException {
        return String.format(
                "Java %s, %s %s, %d cores, %s",
                System.getProperty("java.version"),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                Runtime.getRuntime().availableProcessors(),
                Files.getFileStore(disk).type());
    }

    public static Timings of(int threads, int callsEach, Call call) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<long[]>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int thread = i;
                all.add(pool.submit(() -> time(callsEach, thread, call)));
            }
            LongStream joined = LongStream.empty();
            for (Future<long[]> some : all) {
                joined = LongStream.concat(joined, LongStream.of(some.get()));
            }
            return new Timings(joined.sorted().toArray());
        } finally {
            pool.shutdown();
        }
    }

    private static long[] time(int calls, int thread, Call call) throws Exception {
        long[] nanos = new long[calls];
        for (int i = 0; i < calls; i++) {
            long before = System.nanoTime();
            call.make(thread);
            nanos[i] = System.nanoTime() - before;
        }
        return nanos;
    }

    public double millis(double quantile) {
        return sorted[(int) ((sorted.length - 1) * quantile)] / 1e6;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "median %8.2f ms, p99 %8.2f ms (%d calls)", millis(0.5), millis(0.99), sorted.length);
    }
}
