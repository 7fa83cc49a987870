package io.jenkins.plugins.slacknotify.outbox.store;

import static io.jenkins.plugins.slacknotify.outbox.DeliveryFixtures.ACCEPTED;
import static io.jenkins.plugins.slacknotify.outbox.DeliveryFixtures.finished;
import static io.jenkins.plugins.slacknotify.outbox.DeliveryFixtures.waiting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.slacknotify.outbox.ManualClock;
import io.jenkins.plugins.slacknotify.outbox.OutboxStore;
import io.jenkins.plugins.slacknotify.outbox.OutboxStoreContract;
import io.jenkins.plugins.slacknotify.outbox.StoreCondition;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.Entry;
import io.jenkins.plugins.slacknotify.outbox.disk.HeldElsewhereException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalOutboxStoreTest extends OutboxStoreContract {
    @TempDir
    Path home;

    private final ManualClock clock = new ManualClock();
    private OutboxStore last;

    @Override
    protected OutboxStore open() throws IOException {
        if (last != null) {
            last.close();
        }
        last = new JournalOutboxStore(folder(), clock);
        return last;
    }

    @Test
    void shouldMakeNoFolderBeforeThereIsSomethingToKeep() throws IOException {
        OutboxStore store = open();
        assertThat(store.unfinished()).isEmpty();
        assertThat(store.finished(10)).isEmpty();
        store.forgetFinished(ACCEPTED, 0, (id, sequence) -> false);
        store.close();

        assertThat(folder()).doesNotExist();
    }

    @Test
    void shouldBeInUseFromTheClaimOn() throws IOException {
        OutboxStore first = open();
        first.claim();
        JournalOutboxStore second = new JournalOutboxStore(folder(), clock);

        assertThatThrownBy(second::claim).isInstanceOf(HeldElsewhereException.class);
        assertThatThrownBy(second::heads).isInstanceOf(HeldElsewhereException.class);
        assertThat(second.condition().inUse()).isTrue();

        first.add(waiting("a", 1));
        first.close();
        second.claim();
        assertThat(second.unfinished()).containsExactly(waiting("a", 1));
        second.close();
    }

    @Test
    void shouldFindNothingWhereItWasOnlyClaimed() throws IOException {
        open().claim();
        OutboxStore next = open();

        assertThat(next.unfinished()).isEmpty();
        assertThat(next.condition()).isEqualTo(StoreCondition.GOOD);
    }

    @Test
    void shouldTakeNothingAfterItsEnd() throws IOException {
        OutboxStore closed = open();
        closed.close();
        closed.claim();

        assertThat(folder()).doesNotExist();
    }

    @Test
    void shouldNotTakeAFolderForEmptyThatItCannotReach() throws IOException {
        open().add(waiting("a", 1));
        Path aside = Files.move(folder(), home.resolve("aside"));
        Files.createFile(folder());
        OutboxStore store = open();
        assertThatIOException().isThrownBy(store::unfinished);
        assertThatIOException().isThrownBy(() -> store.add(waiting("b", 2)));

        Files.delete(folder());
        Files.move(aside, folder());

        assertThat(store.unfinished()).containsExactly(waiting("a", 1));
    }

    @Test
    void shouldKeepWhatAnInterruptedThreadHandsOver() throws IOException {
        try (OutboxStore store = open()) {
            Thread.currentThread().interrupt();
            assertThat(store.add(waiting("a", 1))).isTrue();
            assertThat(Thread.interrupted()).as("still interrupted").isTrue();
        }
        assertThat(open().unfinished()).containsExactly(waiting("a", 1));
    }

    @Test
    void shouldReadItsFolderOnAnInterruptedThread() throws IOException {
        open().add(waiting("a", 1));

        Thread.currentThread().interrupt();
        List<Delivery> left = open().unfinished();
        assertThat(Thread.interrupted()).as("still interrupted").isTrue();

        assertThat(left).containsExactly(waiting("a", 1));
        assertThat(folder().resolve("unreadable")).doesNotExist();
    }

    @Test
    void shouldKeepWhatIsHandedOverAfterItWasClosed() throws IOException {
        OutboxStore store = open();
        store.add(waiting("a", 1));
        store.close();
        store.add(waiting("b", 2));

        assertThat(open().unfinished()).containsExactly(waiting("a", 1), waiting("b", 2));
    }

    @Test
    void shouldKeepAllThatIsHandedOverWhileItIsClosed() throws Exception {
        OutboxStore store = open();
        ExecutorService pool = Executors.newFixedThreadPool(5);
        try {
            AtomicBoolean ended = new AtomicBoolean();
            List<Future<Integer>> writers = IntStream.range(0, 4)
                    .mapToObj(thread -> pool.submit(() -> {
                        int added = 0;
                        for (; !ended.get() || added == 0; added++) {
                            assertThat(store.add(waiting("t" + thread + "-" + added, added)))
                                    .isTrue();
                        }
                        return added;
                    }))
                    .toList();
            for (int i = 0; i < 300; i++) {
                store.close();
            }
            ended.set(true);
            int sum = 0;
            for (Future<Integer> writer : writers) {
                sum += writer.get();
            }
            assertThat(open().heads()).hasSize(sum);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void shouldSayThatItCouldNotKeepADelivery() throws IOException {
        Files.createDirectories(folder());
        Files.writeString(folder().resolve("journal"), "a file where the folder belongs");
        OutboxStore store = open();

        assertThatIOException().isThrownBy(() -> store.add(waiting("a", 1)));

        Files.delete(folder().resolve("journal"));
        assertThat(store.add(waiting("a", 1))).isTrue();
        assertThat(open().unfinished()).containsExactly(waiting("a", 1));
    }

    /** Whoever is told that an id is known may promise somebody that it is kept. */
    @Test
    void shouldSayToNobodyThatAnIdIsKnownWhichIsNotKeptAfterAll() throws Exception {
        Files.createDirectories(folder());
        OutboxStore store = open();
        assertThat(store.heads()).isEmpty();
        Files.writeString(folder().resolve("journal"), "a file where the folder belongs");

        for (int round = 0; round < 200; round++) {
            assertThat(atOnce(4, () -> isRefused(store))).containsOnly(true);
        }
        Files.delete(folder().resolve("journal"));
        assertThat(atOnce(4, () -> store.add(waiting("a", 1)))).containsOnlyOnce(true);
    }

    private static boolean isRefused(OutboxStore store) {
        try {
            store.add(waiting("a", 1));
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Test
    void shouldUseNoMoreDiskThanItNeeds() throws IOException {
        String large = "x".repeat(50_000);
        try (OutboxStore store = open()) {
            store.add(waiting("old", 1));
            for (int i = 0; i < 250; i++) {
                Delivery delivery = Delivery.accepted(new Entry("d" + i, "#builds", ACCEPTED, large), i);
                store.update(delivery);
                store.update(delivery.expired(ACCEPTED.plusSeconds(i)));
                store.forgetFinished(ACCEPTED, 10, (id, sequence) -> false);
            }
            assertThat(store.finished(100)).hasSize(10);
        }
        // 25 MB went through; twice what is in use, four segments of slack and the one that is written.
        assertThat(JournalFiles.bytes(folder())).isLessThan(8_000_000);
        assertThat(open().find("old")).contains(waiting("old", 1));
        assertThat(open().finished(100)).hasSize(10);
    }

    @Test
    void shouldTakeForFinishedNowWhatAClockThatWasAheadHasFinishedInTheFuture() throws IOException {
        OutboxStore store = open();
        store.update(finished("ahead", ACCEPTED.plus(Duration.ofDays(365))));
        store.update(finished("right", ACCEPTED));
        clock.advance(Duration.ofSeconds(10));
        store.forgetFinished(ACCEPTED.minus(Duration.ofDays(14)), 100, (id, sequence) -> false);

        assertThat(store.find("ahead").map(Delivery::changedAt)).contains(clock.instant());
        store.forgetFinished(clock.instant().plusSeconds(1), 100, (id, sequence) -> false);
        assertThat(store.find("ahead")).isEmpty();
    }

    @Test
    void shouldWriteOneLineOfUtf8PerState() throws IOException {
        open().add(waiting("a", 1));

        try (Stream<Path> files = Files.list(folder().resolve("journal"))) {
            assertThat(files)
                    .singleElement()
                    .satisfies(file -> assertThat(Files.readAllLines(file, StandardCharsets.UTF_8))
                            .singleElement()
                            .asString()
                            .matches("[0-9a-f]{8} [0-9a-f]{8} \\{\"v\":1,\"id\":\"a\",.*\\}"));
        }
    }

    private Path folder() {
        return home.resolve("slack-notify");
    }
}
