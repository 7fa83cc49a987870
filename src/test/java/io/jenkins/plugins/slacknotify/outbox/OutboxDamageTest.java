package io.jenkins.plugins.slacknotify.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendOrder;
import io.jenkins.plugins.slacknotify.outbox.journal.Journal;
import io.jenkins.plugins.slacknotify.outbox.journal.Quarantine;
import io.jenkins.plugins.slacknotify.outbox.store.JournalOutboxStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @AutoClose
    private final OutboxOnDisk process = new OutboxOnDisk();

    private final RememberingSlack slack = process.slack;

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

    @Test
    void shouldSendWhatCannotBeOpenedAsSoonAsItCan() throws IOException {
        Path folder = home.resolve("outbox");
        process.start(folder);
        slack.setDown(true);
        process.accept("left");
        process.close();
        Path segment = segments().get(0);
        Path aside = Files.move(segment, home.resolve("aside"));
        Files.createDirectory(segment);
        slack.setDown(false);
        try (LoggedRecords log = LoggedRecords.of(Journal.class)) {
            Outbox outbox = process.start(folder);
            process.accept("new");
            process.threads.advance(Duration.ofHours(1));
            assertThat(slack.messages()).containsExactly(List.of("new"));
            assertThat(outbox.storeProblem()).hasValueSatisfying(problem -> {
                assertThat(problem.unread()).isTrue();
                assertThat(problem.condition().unreadFiles()).isOne();
            });
            assertThat(log.messages()).hasSize(1);

            Files.delete(segment);
            Files.move(aside, segment);
            process.threads.advance(Duration.ofMinutes(5));
            assertThat(slack.messages()).containsExactly(List.of("new"), List.of("left"));
            assertThat(outbox.storeProblem()).isEmpty();
        }
    }

    /** What waits behind it goes on, and whoever waits for it, or counts it, learns of its end. */
    @ParameterizedTest
    @ValueSource(strings = {"damaged", "cut", "removed"})
    void shouldEndWhatTheDiskHasLostWhileItWaited(String harm) throws IOException {
        Outbox outbox = process.start(home.resolve("outbox"));
        slack.setDown(true);
        process.accept("lost");
        process.threads.run();
        CompletableFuture<Delivery> settled = outbox.whenSettled("lost").toCompletableFuture();
        harm(segments().get(0), harm);
        try (LoggedRecords log = LoggedRecords.of(JournalOutboxStore.class);
                LoggedRecords gap = LoggedRecords.of(Journal.class);
                LoggedRecords quarantine = LoggedRecords.of(Quarantine.class)) {
            process.accept("behind");
            slack.setDown(false);
            process.threads.advance(Duration.ofMinutes(5));
            assertThat(log.messages()).singleElement().asString().contains("lost");
        }

        assertThat(slack.messages()).containsExactly(List.of("behind"));
        assertThat(settled)
                .isCompletedWithValueMatching(it ->
                        it.state() == Delivery.State.REFUSED && it.note().contains("damaged on disk, or removed"));
        assertThat(process.heard)
                .filteredOn(it -> it.state() == Delivery.State.REFUSED)
                .singleElement()
                .satisfies(it -> assertThat(it.entry().lane()).isEqualTo("#builds"));
        assertThat(outbox.waiting()).isZero();
        assertThat(outbox.finished(9))
                .as("shown to administrators")
                .extracting(it -> it.entry().id())
                .containsExactlyInAnyOrder("lost", "behind");
    }

    /** Harms the last line. */
    private static void harm(Path segment, String harm) throws IOException {
        byte[] content = Files.readAllBytes(segment);
        switch (harm) {
            case "damaged" -> content[content.length - 20] ^= 1;
            case "cut" -> content = Arrays.copyOf(content, content.length - 20);
            default -> {
                Files.delete(segment);
                return;
            }
        }
        Files.write(segment, content);
    }

    private void restartOver() throws IOException {
        Path copy = home.resolve("copy");
        Files.createDirectories(copy.resolve("journal"));
        for (Path file : segments()) {
            Files.copy(file, copy.resolve("journal").resolve(file.getFileName()));
        }
        assertThat(process.start(copy).waiting()).isZero();
        process.close();
        try (Stream<Path> all = Files.walk(copy)) {
            for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }

    private void fill() {
        process.start(home.resolve("outbox"));
        for (int i = 0; i < MESSAGES; i++) {
            process.accept("id-" + i, new SendOrder("#lane" + i % 3, "build " + i, 0, true));
            if (i % 20 > 12 || i % 20 == 0) {
                process.threads.run();
            }
            process.clock.advance(Duration.ofMillis(100));
        }
        process.threads.run();
        assertThat(process.outbox.waiting()).isZero();
        process.close();
        assertThat(slack.messages()).anyMatch(message -> message.size() > 1).anyMatch(message -> message.size() == 1);
    }

    private List<Path> segments() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("outbox/journal"))) {
            return files.sorted().toList();
        }
    }
}
