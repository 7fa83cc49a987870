package io.jenkins.plugins.slacknotify.outbox.store;

import static io.jenkins.plugins.slacknotify.outbox.delivery.Delivery.State.SENDING;
import static io.jenkins.plugins.slacknotify.outbox.delivery.Delivery.State.SENT;
import static io.jenkins.plugins.slacknotify.outbox.delivery.Delivery.State.UNCERTAIN;
import static io.jenkins.plugins.slacknotify.outbox.delivery.Delivery.State.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.jenkins.plugins.slacknotify.outbox.LoggedRecords;
import io.jenkins.plugins.slacknotify.outbox.OutboxStore;
import io.jenkins.plugins.slacknotify.outbox.StoreCondition;
import io.jenkins.plugins.slacknotify.outbox.delivery.DeliveryHead;
import io.jenkins.plugins.slacknotify.outbox.journal.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A segment that cannot be opened for a while: for lack of a permission or of file descriptors, or because the disk is a
 * network's. Here it is a folder.
 */
class UnreadSegmentTest {
    @TempDir
    Path home;

    @AutoClose
    private StoreBench bench;

    @AutoClose
    private LoggedRecords log;

    /**
     * Three segments. Of what waits by the first, "a" was sent by the second, which alone knows "b" and "c", and the third
     * has "c" sent and "d" wait.
     */
    @BeforeEach
    void fillThreeSegments() throws IOException {
        log = LoggedRecords.of(Journal.class);
        bench = new StoreBench(home.resolve("outbox"));
        bench.store.add(bench.waiting("a"));
        bench.store.add(bench.waiting("old"));
        bench.store.add(bench.large("filler-1"));
        bench.store.update(bench.in(SENDING, bench.waiting("a")));
        bench.store.update(bench.in(SENT, bench.waiting("a")));
        bench.store.add(bench.waiting("b"));
        bench.store.add(bench.waiting("c"));
        bench.store.add(bench.large("filler-2"));
        bench.send(bench.waiting("c"));
        bench.store.add(bench.waiting("d"));
        bench.close();
        bench.breakSegment(2);
        bench.next().heads();
    }

    @Test
    void shouldStayWhereItIsAndBeAProblem() throws IOException {
        assertThat(bench.store.condition()).isEqualTo(new StoreCondition(1, 0, false, 0, null));
        assertThat(bench.segment(2)).isDirectory();
        assertThat(bench.folder.resolve("unreadable")).doesNotExist();
        assertThat(log.messages()).singleElement().asString().contains("00000002.journal", "tried again");
        bench.store.heads();
        assertThat(bench.store.condition().unreadFiles()).isOne();
    }

    @Test
    void shouldHaveWhatWaitsByAnEarlierLineLookedFor() throws IOException {
        assertThat(bench.stateOf("a")).isEqualTo(UNCERTAIN);
        assertThat(bench.stateOf("old")).isEqualTo(UNCERTAIN);
        assertThat(bench.stateOf("c")).isEqualTo(SENT);
        assertThat(bench.stateOf("d")).as("later").isEqualTo(WAITING);
    }

    @Test
    void shouldBeReadAsSoonAsItCanBeOpened() throws IOException {
        bench.mend(2);

        assertThat(bench.store.heads())
                .extracting(DeliveryHead::id)
                .containsExactlyInAnyOrder("a", "old", "filler-1", "b", "filler-2", "d");
        assertThat(bench.store.condition()).isEqualTo(StoreCondition.GOOD);
        assertThat(bench.stateOf("b")).isEqualTo(WAITING);
        assertThat(bench.stateOf("c")).as("sent by a later line").isEqualTo(SENT);
    }

    /** Here it is a pipe, to which nobody writes. */
    @Test
    @Timeout(60)
    void shouldKeepNobodyFromWritingWhileTheDiskHangs() throws Exception {
        Path content = home.resolve("content");
        Path pipe = bench.segment(2);
        bench.mend(2);
        Files.move(pipe, content);
        assumeThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        FutureTask<List<DeliveryHead>> heads = new FutureTask<>(() -> bench.store.heads());
        Thread reader = new Thread(heads);
        reader.start();
        while (Stream.of(reader.getStackTrace())
                .noneMatch(frame -> frame.getMethodName().equals("open0"))) {
            Thread.onSpinWait();
        }

        FutureTask<Boolean> added = new FutureTask<>(() -> bench.store.add(bench.waiting("new")));
        new Thread(added).start();
        try {
            assertThat(added).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(true);
        } finally {
            // Lets the reader go on, which finds nothing.
            Files.newOutputStream(pipe).close();
        }
        assertThat(heads.get()).extracting(DeliveryHead::id).contains("new").doesNotContain("b");
        Files.move(content, pipe, StandardCopyOption.REPLACE_EXISTING);
        assertThat(bench.store.heads()).extracting(DeliveryHead::id).contains("new", "b");
    }

    /** By an administrator, say, whom the alert has told of it. */
    @Test
    void shouldBeAProblemNoMoreOnceItIsRemoved() throws IOException {
        Files.delete(bench.segment(2));

        assertThat(bench.store.heads()).extracting(DeliveryHead::id).contains("a", "old", "d");
        assertThat(bench.store.condition()).isEqualTo(StoreCondition.GOOD);
        assertThat(log.messages()).hasSize(2).last().asString().contains("removed");
        bench.store.heads();
        assertThat(log.messages()).hasSize(2);
        assertThat(bench.stateOf("a")).isEqualTo(UNCERTAIN);
    }

    @Test
    void shouldBeReadInItsOrderByTheNextProcess() throws IOException {
        bench.close();
        bench.mend(2);
        bench.next();

        assertThat(bench.store.condition()).isEqualTo(StoreCondition.GOOD);
        assertThat(bench.store.heads()).extracting(DeliveryHead::id).contains("b", "d", "old");
        assertThat(bench.stateOf("b")).isEqualTo(WAITING);
    }

    @Test
    void shouldHideNothingThatFinishedInOtherSegments() throws IOException {
        bench.close();
        bench.mend(2);
        bench.next().heads();
        bench.send(bench.large("filler-3"));
        assertThat(bench.store.finishedHeads().heads())
                .extracting(DeliveryHead::id)
                .containsExactly("c", "filler-3");

        bench.breakSegment(3);
        OutboxStore.FinishedHeads found = bench.store.finishedHeads();
        assertThat(found.heads()).extracting(DeliveryHead::id).containsExactly("filler-3");
        assertThat(found.isComplete()).isFalse();
        bench.mend(3);
        assertThat(bench.store.finishedHeads().isComplete()).isTrue();
    }

    @Test
    void shouldNotBringBackWhatWasSentAndForgottenMeanwhile() throws IOException {
        bench.store.forgetFinished(bench.clock.instant().plusSeconds(1), 100, (id, sequence) -> false);
        assertThat(bench.store.find("c")).isEmpty();
        bench.mend(2);

        assertThat(bench.store.heads()).extracting(DeliveryHead::id).doesNotContain("c");
        assertThat(bench.store.find("c")).isEmpty();
        assertThat(bench.next().find("c")).isEmpty();
    }

    @Test
    void shouldNotOverruleWhatWasAcceptedMeanwhile() throws IOException {
        bench.send(bench.waiting("b"));
        bench.mend(2);

        assertThat(bench.store.heads())
                .extracting(DeliveryHead::id)
                .contains("filler-2")
                .doesNotContain("b");
        assertThat(bench.stateOf("b")).isEqualTo(SENT);
    }

    @Test
    void shouldKeepAllLaterSegmentsFromBeingDeleted() throws IOException {
        for (int i = 0; i < 10; i++) {
            bench.send(bench.large("more-" + i));
            bench.store.forgetFinished(bench.clock.instant().plusSeconds(1), 0, (id, sequence) -> false);
        }
        assertThat(bench.segment(3)).exists();
        bench.close();
        bench.mend(2);
        bench.next();

        assertThat(bench.store.find("c"))
                .as("sent by the third segment, and forgotten")
                .isEmpty();
    }

    @Test
    void shouldBeReadWithTheDoubtsOfItsTime() throws IOException {
        bench.close();
        bench.clock.advance(Duration.ofDays(1));
        bench.next().heads();
        bench.store.add(bench.waiting("new"));
        bench.mend(2);

        bench.store.heads();

        assertThat(bench.stateOf("b")).isEqualTo(UNCERTAIN);
        assertThat(bench.stateOf("new")).isEqualTo(WAITING);
    }

    @Test
    void shouldBeReadWithTheDoubtsOfItsTimeByALaterProcess() throws IOException {
        bench.close();
        bench.clock.advance(Duration.ofDays(1));
        bench.next().add(bench.waiting("new"));
        bench.close();
        bench.mend(2);
        bench.next();

        assertThat(bench.stateOf("b")).isEqualTo(UNCERTAIN);
    }

    @Test
    void shouldBeReadWithTheQuestionOfItsTime() throws IOException {
        bench.close();
        bench.host = new Host("staging", "boot-9");
        bench.next().heads();
        int copied = bench.store.condition().copied();
        bench.mend(2);

        assertThat(bench.store.heads()).isEmpty();
        assertThat(bench.store.condition().copied()).isEqualTo(copied + 2);
    }

    @Test
    void shouldHaveWhatWaitsInItLookedForWhereALaterOneIsStillMissing() throws IOException {
        bench.close();
        bench.breakSegment(3);
        bench.next().heads();
        bench.mend(2);

        bench.store.heads();

        assertThat(List.of(bench.stateOf("b"), bench.stateOf("c"))).containsOnly(UNCERTAIN);
        bench.mend(3);
        assertThat(bench.store.heads()).extracting(DeliveryHead::id).contains("d");
        assertThat(bench.stateOf("c"))
                .as("its line is younger than the one that was missing")
                .isEqualTo(UNCERTAIN);
    }

    @Test
    void shouldNotBeTakenForSpentWhereItIsTheOnlyOne() throws IOException {
        bench.close();
        for (int number : new int[] {1, 3, 4}) {
            Files.deleteIfExists(bench.segment(number));
        }
        bench.next();
        assertThat(bench.store.heads()).isEmpty();
        bench.store.add(bench.waiting("new"));
        bench.mend(2);

        assertThat(bench.store.heads()).extracting(DeliveryHead::id).contains("b", "c");
    }
}
