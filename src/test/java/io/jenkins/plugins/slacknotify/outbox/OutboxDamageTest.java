package io.jenkins.plugins.slacknotify.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.outbox.journal.Quarantine;
import io.jenkins.plugins.slacknotify.outbox.store.JournalOutboxStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The outbox over a journal that lost a block of the disk: whatever the block said, nothing is sent a second time. {@code
 * -Dcrash.blocks=all} loses each block in turn, and not only a sample of them.
 */
class OutboxDamageTest {
    private static final int BLOCK = 4096;
    private static final int MESSAGES = 200;
    private static final int STEP = "all".equals(System.getProperty("crash.blocks")) ? 1 : 9;

    @TempDir
    Path home;

    private final ManualClock clock = new ManualClock();
    private final RememberingSlack slack = new RememberingSlack();

    @Test
    void shouldSendNothingTwiceWhicheverBlockIsLost() throws IOException {
        fill();
        List<Path> segments = segments();
        int blocks = 0;
        List<String> failures = new ArrayList<>();
        try (LoggedRecords log = LoggedRecords.of(Quarantine.class)) {
            for (Path segment : segments) {
                byte[] intact = Files.readAllBytes(segment);
                for (int from = 0; from < intact.length; from += BLOCK * STEP) {
                    blocks++;
                    byte[] damaged = intact.clone();
                    Arrays.fill(damaged, from, Math.min(from + BLOCK, damaged.length), (byte) 0);
                    Files.write(segment, damaged);
                    int before = slack.repeated().size();
                    restartOver();
                    int again = slack.repeated().size() - before;
                    if (again > 0) {
                        failures.add("block at " + from + ": " + again);
                    }
                    Files.write(segment, intact);
                }
            }
        }
        System.out.println("OutboxDamageTest: " + blocks + " blocks, " + slack.looks() + " looks, sent twice "
                + slack.repeated().size());
        assertThat(failures).isEmpty();
    }

    private void restartOver() throws IOException {
        Path copy = home.resolve("copy");
        Files.createDirectories(copy.resolve("journal"));
        for (Path file : segments()) {
            Files.copy(file, copy.resolve("journal").resolve(file.getFileName()));
        }
        try (Outbox outbox = start(copy)) {
            assertThat(outbox.waiting()).isZero();
        }
        try (Stream<Path> all = Files.walk(copy)) {
            for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }

    private ManualThreads threads;

    private Outbox start(Path folder) {
        threads = new ManualThreads(clock);
        Outbox outbox = new Outbox(
                new JournalOutboxStore(folder, clock),
                slack,
                delivery -> {},
                Backoff.standard(),
                Pace.unlimited(),
                () -> Duration.ofDays(1),
                clock,
                threads);
        outbox.start();
        threads.run();
        return outbox;
    }

    private void fill() throws IOException {
        try (Outbox outbox = start(home.resolve("outbox"))) {
            for (int i = 0; i < MESSAGES; i++) {
                SendOrder order = new SendOrder("#lane" + i % 3, "build " + i, 0, true);
                outbox.accept(new Entry("id-" + i, order, clock.instant(), "x".repeat(1_000)));
                if (i % 20 > 12 || i % 20 == 0) {
                    threads.run();
                }
                clock.advance(Duration.ofMillis(100));
            }
            threads.run();
            assertThat(outbox.waiting()).isZero();
        }
        assertThat(slack.messages()).anyMatch(message -> message.size() > 1).anyMatch(message -> message.size() == 1);
    }

    private List<Path> segments() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("outbox/journal"))) {
            return files.sorted().toList();
        }
    }
}
