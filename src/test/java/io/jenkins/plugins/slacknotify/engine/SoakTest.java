package io.jenkins.plugins.slacknotify.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.slacknotify.sandbox.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The growth of a process that reports builds for long: heap, threads, open files, disk. {@code
 * -Dslack-notify.soak.builds=50000} makes it long; a short run sees threads and open files only, because heap and disk
 * grow until the outbox remembers as many messages as it may.
 */
class SoakTest {
    private static final int BUILDS = Integer.getInteger("slack-notify.soak.builds", 300);
    private static final int SAMPLES = 30;

    /** By then the outbox remembers as many messages as it may, and the sandbox too. */
    private static final int FULL = 22_000;

    private static final boolean LONG = BUILDS >= 50_000;

    /** By then all threads that are kept have been needed. */
    private static final int WARM = LONG ? FULL : BUILDS / 3;

    private static final int FAULT_EVERY = 20;

    /** Seldomer, because each holds its channel up until the time is out. */
    private static final int LATE_ANSWER_EVERY = 250;

    private static final int WAITING_AT_MOST = 400;

    /**
     * How many more threads a short run may have at its end: pools that are not full grow where chance, or a machine that has other
     * work, lets more happen at once. One thread that is left for ten builds would be twenty more.
     */
    private static final int THREADS_BY_CHANCE = LONG ? 0 : 14;

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final List<Fault> FAULTS = List.of(
            Fault.rateLimited(Duration.ofSeconds(30)),
            Fault.status(503),
            Fault.acceptedButAnswerLost(),
            Fault.html(),
            Fault.closeBeforeReading(),
            Fault.truncatedJson(),
            Fault.halfClosed());

    @TempDir
    Path home;

    private final List<Footprint> samples = new ArrayList<>();

    @Test
    void shouldTakeUpNoMoreAfterManyBuilds() throws Exception {
        try (SoakBench bench = new SoakBench(home)) {
            for (int build = 1; build <= BUILDS; build++) {
                disturb(bench, build);
                bench.completeNext();
                if (bench.waiting() > WAITING_AT_MOST) {
                    await().atMost(PATIENCE).until(() -> bench.waiting() < WAITING_AT_MOST / 2);
                }
                if (build % (BUILDS / SAMPLES) == 0) {
                    sample(bench, build);
                }
            }
            bench.awaitNothingWaits();
            assertThat(bench.figures.deliveries()).isEqualTo(bench.figures.handOvers());
            assertThat(bench.figures.retries()).isPositive();
        }
        assertThat(Footprint.isFlat(samples, Footprint::threads, THREADS_BY_CHANCE))
                .as("threads")
                .isTrue();
        assertThat(Footprint.isFlat(samples, Footprint::handles)).as("handles").isTrue();
        assertThat(LONG && !Footprint.isFlat(samples, Footprint::heap))
                .as("heap grows")
                .isFalse();
        assertThat(LONG && !Footprint.isFlat(samples, Footprint::disk))
                .as("disk grows")
                .isFalse();
    }

    private static void disturb(SoakBench bench, int build) {
        if (build % LATE_ANSWER_EVERY == 0) {
            bench.disturb(Fault.delay(SoakBench.LONGER_THAN_PATIENT));
        } else if (build % FAULT_EVERY == 0) {
            bench.disturb(FAULTS.get(build / FAULT_EVERY % FAULTS.size()));
        }
    }

    private void sample(SoakBench bench, int builds) throws IOException {
        bench.awaitNothingWaits();
        bench.emptySandbox();
        Footprint now = Footprint.now(home);
        System.out.printf(
                "SoakTest: %d builds, %d messages, %d retried: heap %.1f MB, %d threads, %d open files, disk %.1f MB%n",
                builds,
                bench.figures.deliveries(),
                bench.figures.retries(),
                now.heap() / 1e6,
                now.threads(),
                now.handles(),
                now.disk() / 1e6);
        if (builds > WARM) {
            samples.add(now);
        }
    }
}
