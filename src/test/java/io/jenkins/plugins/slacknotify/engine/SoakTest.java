package io.jenkins.plugins.slacknotify.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.slacknotify.sandbox.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The growth of a process that reports builds, and is asked for things by members, both for long and at once: heap, threads, open files,
 * disk. For each five builds there are two commands or clicks, and Slack refreshes the connection of Socket Mode after each hundred of
 * those. {@code -Dslack-notify.soak.builds=50000} makes it long; a short run sees threads and open files only, because heap and disk
 * grow until the outbox, and the queue of acts, remember as much as they may.
 */
class SoakTest {
    private static final int BUILDS = Integer.getInteger("slack-notify.soak.builds", 300);
    private static final int REQUESTS = BUILDS * 2 / 5;
    private static final int BETWEEN_REFRESHES = 100;
    private static final int SAMPLES = 30;

    /** By then the outbox and the queue of acts remember as much as they may, and the sandbox too. */
    private static final int FULL = 30_000;

    private static final boolean LONG = BUILDS >= 50_000;

    /** By then all threads that are kept have been needed. */
    private static final int WARM = LONG ? FULL : BUILDS / 3;

    private static final int FAULT_EVERY = 20;

    /** Seldomer, because each holds its channel up until the time is out. */
    private static final int LATE_ANSWER_EVERY = 250;

    private static final int WAITING_AT_MOST = 400;

    /**
     * How many more threads a run may have at its end than the tenth that is allowed of everything: pools that are not full grow where
     * chance, or a machine that has other work, lets more happen at once. One thread that is left for ten builds, or for each refresh of
     * a long run, would be twenty more at least.
     */
    private static final int THREADS_BY_CHANCE = 14;

    /** How many more open files and sockets a short run may have, for the same reason. */
    private static final int HANDLES_BY_CHANCE = LONG ? 0 : 14;

    private static final Duration TIMEOUT = Duration.ofMinutes(5);

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
    private String lastThreads = "";

    @Test
    void shouldTakeUpNoMoreAfterManyBuildsAndRequests() throws Exception {
        ExecutorService members = Executors.newSingleThreadExecutor();
        try (SoakBench bench = new SoakBench(home)) {
            for (int sample = 1; sample <= SAMPLES; sample++) {
                int requests = (int) ((long) REQUESTS * sample / SAMPLES);
                Future<?> asked = members.submit(() -> request(bench.inbound(), requests));
                build(bench, (int) ((long) BUILDS * (sample - 1) / SAMPLES), (int) ((long) BUILDS * sample / SAMPLES));
                asked.get();
                sample(bench, (int) ((long) BUILDS * sample / SAMPLES));
            }
            assertThat(bench.figures.deliveries()).isEqualTo(bench.figures.handOvers());
            assertThat(bench.figures.retries()).isPositive();
            InboundSoakBench inbound = bench.inbound();
            assertThat(inbound.done()).isBetween(REQUESTS, REQUESTS + inbound.repeated());
            assertThat(inbound.connections()).isEqualTo(1 + REQUESTS / BETWEEN_REFRESHES);
        } finally {
            members.shutdown();
        }
        assertThat(Footprint.isFlat(samples, Footprint::threads, THREADS_BY_CHANCE))
                .as("threads are no more; they are %s", lastThreads)
                .isTrue();
        assertThat(Footprint.isFlat(samples, Footprint::handles, HANDLES_BY_CHANCE))
                .as("handles")
                .isTrue();
        assertThat(LONG && !Footprint.isFlat(samples, Footprint::heap))
                .as("heap grows")
                .isFalse();
        assertThat(LONG && !Footprint.isFlat(samples, Footprint::disk))
                .as("disk grows")
                .isFalse();
    }

    /** Lets the builds of a range end, as fast as the outbox takes them. */
    private static void build(SoakBench bench, int after, int last) {
        for (int build = after + 1; build <= last; build++) {
            disturb(bench, build);
            bench.completeNext();
            if (bench.waiting() > WAITING_AT_MOST) {
                await().atMost(TIMEOUT).until(() -> bench.waiting() < WAITING_AT_MOST / 2);
            }
        }
    }

    private static void disturb(SoakBench bench, int build) {
        if (build % LATE_ANSWER_EVERY == 0) {
            bench.disturb(Fault.delay(SoakBench.LONGER_THAN_PATIENT));
        } else if (build % FAULT_EVERY == 0) {
            bench.disturb(FAULTS.get(build / FAULT_EVERY % FAULTS.size()));
        }
    }

    private static void request(InboundSoakBench inbound, int last) {
        while (inbound.requests() < last) {
            inbound.requestNext();
            if (inbound.requests() % BETWEEN_REFRESHES == 0) {
                inbound.refresh();
            }
        }
    }

    private void sample(SoakBench bench, int builds) throws IOException {
        InboundSoakBench inbound = bench.inbound();
        bench.awaitNothingWaits();
        inbound.awaitNothingWaits();
        bench.emptySandbox();
        if (!LONG && builds <= WARM) {
            return; // It would not count.
        }
        Footprint now = Footprint.now(home);
        lastThreads = Footprint.threadsByName().toString();
        System.out.printf(
                Locale.ROOT,
                "SoakTest: %d builds, %d messages, %d retried, %d requests, %d repeated, %d answers in person,"
                        + " %d connections: heap %.1f MB, %d threads, %d open files, disk %.1f MB%n  %s%n",
                builds,
                bench.figures.deliveries(),
                bench.figures.retries(),
                inbound.requests(),
                inbound.repeated(),
                inbound.answeredInPerson(),
                inbound.connections(),
                now.heap() / 1e6,
                now.threads(),
                now.handles(),
                now.disk() / 1e6,
                lastThreads);
        if (builds > WARM) {
            samples.add(now);
        }
    }
}
