package io.jenkins.plugins.slacknotify.outbox.store;

import static io.jenkins.plugins.slacknotify.outbox.delivery.Delivery.State.REFUSED;
import static io.jenkins.plugins.slacknotify.outbox.delivery.Delivery.State.SENT;
import static io.jenkins.plugins.slacknotify.outbox.delivery.Delivery.State.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.outbox.LoggedRecords;
import io.jenkins.plugins.slacknotify.outbox.journal.Quarantine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests how the journal gets smaller, and goes on getting smaller after something went wrong. */
class CompactionTest {
    /** Twice what is in use, four segments of slack, and the one that is written. */
    private static final long SMALL = 8L << 20;

    @TempDir
    Path home;

    @AutoClose
    private StoreBench bench;

    @AutoClose
    private LoggedRecords log;

    private int sent;

    /** Something waits in the first segment, and something that was sent is remembered. */
    @BeforeEach
    void leaveSomethingInTheFirstSegment() throws IOException {
        log = LoggedRecords.of(Compaction.class);
        bench = new StoreBench(home.resolve("outbox"));
        bench.store.add(bench.waiting("old"));
        bench.send(bench.waiting("remembered"));
    }

    @Test
    void shouldUseLittleDiskWhileSomethingWaitsForLong() throws IOException {
        sendMuch();

        assertThat(JournalFiles.bytes(bench.folder)).isLessThan(SMALL);
        assertThat(bench.segment(1)).doesNotExist();
        assertThat(bench.next().find("old")).isPresent();
        assertThat(log.messages()).isEmpty();
    }

    @Test
    void shouldGoOnAfterASegmentCouldNotBeReadForAMoment() throws IOException {
        bench.breakSegment(1);
        sendMuch();
        assertThat(JournalFiles.bytes(bench.folder)).isGreaterThan(SMALL);
        bench.mend(1);
        bench.clock.advance(Duration.ofHours(1));

        sendMuch();

        assertThat(JournalFiles.bytes(bench.folder)).isLessThan(SMALL);
        assertThat(bench.stateOf("old")).isEqualTo(WAITING);
        assertThat(log.messages()).singleElement().asString().contains("tried again");
    }

    @Test
    void shouldTryAgainAfterAWhileThatGrows() throws IOException {
        bench.breakSegment(1);
        sendMuch();
        bench.mend(1);

        bench.clock.advance(Duration.ofMinutes(1).minusMillis(1));
        bench.send(bench.large("too-early"));
        assertThat(bench.segment(1)).exists();

        bench.clock.advance(Duration.ofMillis(1));
        bench.send(bench.large("in-time"));
        assertThat(bench.segment(1)).doesNotExist();
    }

    @Test
    void shouldGoOnThoughAByteOfALineThatCountsWasDamaged() throws IOException {
        damage("old");
        try (LoggedRecords quarantine = LoggedRecords.of(Quarantine.class)) {
            sendMuch();
            assertThat(quarantine.messages()).singleElement().asString().contains("could not be read");
        }
        assertThat(JournalFiles.bytes(bench.folder.resolve("journal"))).isLessThan(SMALL);
        assertThat(JournalFiles.in(bench.folder.resolve("unreadable")))
                .singleElement()
                .satisfies(kept -> assertThat(kept).content().contains("\"id\":\"old\""));
        assertThat(bench.store.find("old")).hasValueSatisfying(lost -> {
            assertThat(lost.state()).isEqualTo(REFUSED);
            assertThat(lost.note()).contains("damaged on disk", "unreadable");
        });
        assertThat(bench.store.add(bench.waiting("old"))).as("known").isFalse();
    }

    /** By an administrator, say, who wants to get rid of what waits. */
    @Test
    void shouldGoOnAfterASegmentWasRemoved() throws IOException {
        Files.delete(bench.segment(1));
        bench.store.add(bench.waiting("later"));
        bench.send(bench.waiting("later"));

        sendMuch();

        assertThat(JournalFiles.bytes(bench.folder)).isLessThan(SMALL);
        assertThat(bench.folder.resolve("unreadable")).doesNotExist();
        assertThat(bench.store.find("old")).hasValueSatisfying(lost -> {
            assertThat(lost.state()).isEqualTo(REFUSED);
            assertThat(lost.note()).contains("removed");
        });
        assertThat(bench.stateOf("remembered")).isEqualTo(SENT);
        assertThat(bench.store.heads()).isEmpty();
        assertThat(log.messages()).isEmpty();
    }

    @Test
    void shouldRememberThatWasSentWhoseLineWasDamaged() throws IOException {
        damage("remembered");
        try (LoggedRecords quarantine = LoggedRecords.of(Quarantine.class)) {
            sendMuch();
            assertThat(quarantine.messages()).hasSize(1);
        }

        assertThat(bench.stateOf("remembered")).isEqualTo(SENT);
        assertThat(bench.next().add(bench.waiting("remembered"))).isFalse();
        assertThat(bench.stateOf("old")).isEqualTo(WAITING);
    }

    private void damage(String id) throws IOException {
        Path first = bench.segment(1);
        byte[] content = Files.readAllBytes(first);
        String text = new String(content, StandardCharsets.ISO_8859_1);
        int at = text.lastIndexOf("\"id\":\"" + id + "\"");
        content[text.indexOf("\"payload\"", at) + 12] ^= 1;
        Files.write(first, content);
    }

    private void sendMuch() throws IOException {
        for (int i = 0; i < 12; i++) {
            bench.send(bench.large("large-" + sent++));
            forget();
        }
    }

    private void forget() {
        try {
            bench.store.forgetFinished(bench.clock.instant().minus(Duration.ofDays(1)), 1, (id, sequence) -> false);
        } catch (IOException theBrokenSegment) {
            assertThat(bench.segment(1)).isDirectory();
        }
    }
}
