package io.jenkins.plugins.slacknotify.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery.State;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The outbox while its store cannot be written or read, and when it can again. */
class OutboxStoreProblemTest {
    private static final SendResult ASKED_TO_WAIT = new SendResult.Retry(Duration.ofDays(1), "Slack asks to wait");

    private final FailingStore store = new FailingStore();
    private final OutboxBench bench = new OutboxBench(store);
    private final Instant beginning = bench.clock.instant();

    @AutoClose
    private LoggedRecords log;

    @BeforeEach
    void catchTheLog() {
        log = LoggedRecords.of(ResilientStore.class);
    }

    @Test
    void shouldKeepInMemoryAndSendWhatTheStoreCannotTake() {
        store.full();
        bench.start();

        assertThat(bench.accept("a", "#builds")).isTrue();
        assertThat(bench.accept("a", "#builds"))
                .as("known, though it is nowhere on disk")
                .isFalse();
        assertThat(log.messages()).singleElement().asString().contains("kept in memory", "free space", "permissions");

        bench.run();
        assertThat(bench.courier.ids()).containsExactly("a");
        assertThat(bench.heard).singleElement().returns(State.SENT, Delivery::state);
        assertThat(bench.state("a")).isEqualTo(State.SENT);
        assertThat(bench.outbox.finished(10)).hasSize(1);
    }

    @Test
    void shouldSayOnceInTheLogAndAllTheTimeWhoeverAsksThatItDoesNotWrite() {
        bench.start();
        assertThat(bench.outbox.storeProblem()).isEmpty();

        store.full();
        bench.courier.on("a", ASKED_TO_WAIT);
        bench.accept("a", "#builds");
        bench.advance(Duration.ofMinutes(7));
        bench.accept("b", "#builds");

        assertThat(bench.outbox.storeProblem()).contains(new StoreProblem(beginning, 2, 2, false, StoreCondition.GOOD));
        assertThat(log.messages()).hasSize(1);
    }

    @Test
    void shouldWriteAfterTheNextSuccessWhatItKeptInMemory() throws IOException {
        store.full();
        bench.courier.on("a", ASKED_TO_WAIT);
        bench.start();
        bench.accept("a", "#builds");
        bench.run();
        store.mend();
        assertThat(bench.outbox.storeProblem()).isPresent();

        bench.accept("b", "#oncall");
        bench.run();

        assertThat(store.unfinished()).singleElement().returns(State.WAITING, Delivery::state);
        assertThat(bench.outbox.storeProblem()).isEmpty();
        assertThat(log.messages()).hasSize(2).last().asString().contains("on disk now");
    }

    @Test
    void shouldWriteByItselfWhatItKeptInMemoryThoughNothingElseHappens() throws IOException {
        store.full();
        bench.courier.on("a", ASKED_TO_WAIT);
        bench.start();
        bench.accept("a", "#builds");
        bench.advance(Duration.ofHours(1));
        assertThat(store.unfinished()).isEmpty();

        store.mend();
        bench.advance(Duration.ofMinutes(5));

        assertThat(store.unfinished())
                .extracting(delivery -> delivery.entry().id())
                .containsExactly("a");
        assertThat(bench.outbox.storeProblem()).isEmpty();
        bench.newProcess().start();
        assertThat(bench.state("a")).isEqualTo(State.SENT);
    }

    /** The next process would send it again without a look. What is in memory alone, it knows nothing of. */
    @Test
    void shouldSendNothingThatTheNextProcessTakesForNew() {
        bench.start();
        bench.accept("stored", "#builds");
        store.readOnly(Duration.ofMinutes(15));
        bench.accept("new", "another build", 0);
        bench.advance(Duration.ofMinutes(14));
        assertThat(bench.courier.ids()).containsExactly("new");
        assertThat(bench.find("stored"))
                .returns(State.WAITING, Delivery::state)
                .satisfies(it -> assertThat(it.note()).contains("disk"));

        store.readOnly(Duration.ZERO);
        bench.advance(Duration.ofMinutes(1));
        assertThat(bench.courier.ids()).containsExactly("new", "stored");
    }

    @Test
    void shouldSendItSoonAfterTheDiskTakesThatItIsSent() {
        bench.start();
        bench.accept("stored", "#builds");
        store.readOnly(Duration.ofMinutes(15));
        bench.advance(Duration.ofMinutes(5));
        assertThat(bench.courier.ids()).isEmpty();
        store.mend();
        bench.advance(Duration.ofMinutes(1));

        assertThat(bench.courier.ids()).containsExactly("stored");
    }

    /** Each would wait for the lock that the first one holds, and together they would take all threads. */
    @Test
    void shouldAskOneThreadToWriteWhatItKeptInMemoryHoweverMuchIsHandedOverMeanwhile() {
        store.full();
        bench.accept("a", "#builds");
        store.mend();
        for (int i = 0; i < 10; i++) {
            bench.accept("b" + i, "#builds");
        }

        assertThat(bench.threads.runOne()).isTrue();
        assertThat(bench.outbox.storeProblem()).isEmpty();
        assertThat(bench.threads.runOne()).isFalse();
    }

    /** Whoever learns of it may have a file to remove for each, on a slow disk. */
    @Test
    @Timeout(30)
    void shouldKeepNobodyWaitingWhoWritesWhileItTellsWhatIsOnDiskNow() {
        List<Boolean> discarded = new ArrayList<>();
        bench.outbox.onceOnDisk(written -> {
            if (discarded.isEmpty()) {
                FutureTask<Boolean> other = new FutureTask<>(() -> bench.outbox.discard("299"));
                new Thread(other).start();
                assertThat(other).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(true);
                discarded.add(true);
            }
        });
        store.full();
        for (int i = 0; i < 300; i++) {
            bench.accept(String.valueOf(i), "#builds");
        }
        store.mend();
        bench.accept("last", "#builds");
        bench.run();

        assertThat(discarded).containsExactly(true);
    }

    @Test
    void shouldWriteTheLastStateOfWhatWasOnDiskBefore() throws IOException {
        bench.start();
        bench.accept("a", "#builds");
        store.full();
        bench.run();
        assertThat(store.unfinished()).singleElement().returns(State.WAITING, Delivery::state);
        assertThat(bench.state("a")).isEqualTo(State.SENT);

        store.mend();
        bench.advance(Duration.ofSeconds(1));

        assertThat(store.unfinished()).isEmpty();
        assertThat(bench.newProcess().start().state("a")).isEqualTo(State.SENT);
        assertThat(bench.courier.ids()).containsExactly("a");
    }

    @Test
    void shouldWriteInItsOwnTurnWhatIsTriedAgain() throws IOException {
        store.full();
        bench.courier.on("a", new SendResult.Retry(Duration.ofMillis(10), "Slack asks to wait"));
        bench.start();
        bench.accept("a", "#builds");
        bench.run();
        store.mend();

        bench.advance(Duration.ofMillis(10));

        assertThat(store.find("a")).map(Delivery::state).contains(State.SENT);
        assertThat(bench.outbox.storeProblem()).isEmpty();
    }

    @Test
    void shouldTryALastTimeWhenItIsClosed() throws IOException {
        store.full();
        bench.start();
        bench.accept("a", "#builds");
        store.mend();

        bench.close();

        assertThat(store.unfinished()).hasSize(1);
    }

    @Test
    void shouldSayWhatIsLostWhenItIsClosed() throws IOException {
        store.full();
        bench.start();
        bench.accept("a", "#builds");

        bench.close();

        assertThat(log.messages()).last().asString().contains("Lost", "1 notifications");
    }

    @Test
    void shouldReadWhatWasLeftAsSoonAsThatWorksAndMeanwhileSendWhatIsNew() {
        bench.accept("left", "#builds");
        bench.newProcess();
        try (LoggedRecords readerLog = LoggedRecords.of(LeftoverReader.class)) {
            store.failingOnUnfinished(new IOException("disk"));
            bench.start();
            bench.accept("new", "#builds");
            bench.advance(Duration.ofHours(1));
            assertThat(bench.courier.ids()).containsExactly("new");
            assertThat(bench.outbox.storeProblem())
                    .contains(new StoreProblem(beginning, 0, 0, true, StoreCondition.GOOD));

            store.mend();
            bench.advance(Duration.ofMinutes(5));
            assertThat(bench.courier.ids()).containsExactly("new", "left");
            assertThat(bench.outbox.storeProblem()).isEmpty();
            assertThat(readerLog.messages()).hasSize(1);
        }
    }

    @Test
    void shouldNotTakeForLeftWhatIsItsOwn() {
        try (LoggedRecords readerLog = LoggedRecords.of(LeftoverReader.class)) {
            store.failingOnUnfinished(new IOException("disk"));
            bench.courier.on("a", ASKED_TO_WAIT).on("b", ASKED_TO_WAIT);
            bench.start();
            bench.accept("a", "#builds");
            store.full();
            bench.accept("b", "#oncall");
            bench.advance(Duration.ofMinutes(20));
            store.mend();
            bench.advance(Duration.ofDays(1));

            assertThat(bench.courier.ids()).containsExactly("a", "b", "a", "b");
            assertThat(bench.outbox.waiting()).isZero();
            assertThat(readerLog.messages()).hasSize(1);
        }
    }

    @Test
    void shouldForgetWhatFinishedLongAgoThoughItWasNeverWritten() {
        bench.accept("stored", "#builds");
        store.full();
        bench.start();
        bench.run();
        for (String id : List.of("first", "second")) {
            bench.accept(id, "#builds");
            bench.run();
        }
        bench.advance(ResilientStore.RETENTION.plusMillis(1));
        bench.accept("new", "#builds");
        bench.run();

        assertThat(bench.outbox.find("second")).isEmpty();
        assertThat(bench.state("stored")).as("the store would say it waits").isEqualTo(State.SENT);
        assertThat(bench.state("new")).isEqualTo(State.SENT);
        assertThat(bench.outbox.storeProblem()).map(StoreProblem::since).contains(beginning);
    }

    @Test
    void shouldWriteOnceForWhatTravelsTogether() {
        bench.start();
        List<String> ids = List.of("a", "b", "c", "d");
        ids.forEach(id -> bench.acceptFoldable(id, 0));
        bench.run();

        assertThat(bench.courier.parcels()).containsExactly(ids);
        assertThat(store.writes()).isEqualTo(ids.size() + 2);
    }
}
