package io.jenkins.plugins.slacknotify.event.diagnosis;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Prints figures; see {@code docs/benchmarks.md}. Its name keeps it out of the ordinary tests. */
class DiagnosisBenchmark {
    private static final int CHARACTERS = 64_000;
    private static final int ROUNDS = 20;

    /** The lines of a build while nothing goes wrong. */
    private static final List<String> NOISE = List.of(
            "[INFO] Downloaded from company: https://repo.example.com/org/example/shop/1.2/shop-1.2.pom (3.1 kB at 29 kB/s)",
            "[INFO] Tests run: 12, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 0.412 s -- in com.example.shop.CartTest",
            "2026-11-28 10:14:02.318  INFO 4711 --- [main] c.e.shop.ErrorHandlerRegistry : 14 error handlers registered",
            "[WARNING] /src/main/java/com/example/shop/Cart.java: uses unchecked or unsafe operations.",
            "  ok  shop/cart/adds-an-item (4 ms)",
            "> Task :shop:compileJava UP-TO-DATE",
            "\u001b[32m✓\u001b[0m renders the basket without failing (12 ms)",
            "\tat com.example.shop.Cart.total(Cart.java:117)",
            "");

    @Test
    void printFigures() {
        List<List<String>> logs =
                SampleLog.all().stream().map(DiagnosisBenchmark::grown).toList();
        long start = now();
        LogDiagnosis.prepare();
        print("Preparation", new long[] {now() - start});
        print("First log", new long[] {time(logs.get(0))});
        for (int round = 1; round <= ROUNDS; round++) {
            long[] nanos =
                    logs.stream().mapToLong(DiagnosisBenchmark::time).sorted().toArray();
            if (round == 1 || round == ROUNDS) {
                print("Round " + round, nanos);
            }
        }
        List<String> errors = Stream.generate(() -> "[ERROR] 17 error: something, somewhere.go fatal")
                .limit(CHARACTERS / 48)
                .toList();
        long[] nanos = Stream.generate(() -> errors)
                .limit(ROUNDS)
                .mapToLong(DiagnosisBenchmark::time)
                .sorted()
                .toArray();
        print("Only lines of errors", nanos);
    }

    /** The log of a sample, in the midst of what else a build says. */
    private static List<String> grown(SampleLog sample) {
        int own = sample.lines().stream().mapToInt(String::length).sum();
        List<String> noise = new ArrayList<>();
        for (int at = 0, size = own; size < CHARACTERS; at++) {
            String line = NOISE.get(at % NOISE.size());
            noise.add(line);
            size += line.length() + 1;
        }
        noise.addAll(noise.size() * 3 / 4, sample.lines());
        return noise;
    }

    private static long time(List<String> log) {
        long before = now();
        LogDiagnosis.of(log);
        return now() - before;
    }

    /** The processor's time that this thread has had, as other threads and programs may have the processor meanwhile. */
    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void print(String what, long[] sorted) {
        System.out.printf(
                Locale.ROOT,
                "%s: median %.3f ms, p99 %.3f ms, maximum %.3f ms (%d logs)%n",
                what,
                sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length * 99 / 100] / 1e6,
                Arrays.stream(sorted).max().orElseThrow() / 1e6,
                sorted.length);
    }
}
