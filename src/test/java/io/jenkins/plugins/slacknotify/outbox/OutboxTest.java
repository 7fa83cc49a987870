package io.jenkins.plugins.slacknotify.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery.State;
import io.jenkins.plugins.slacknotify.outbox.delivery.Entry;
import io.jenkins.plugins.slacknotify.outbox.delivery.Note;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendOrder;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The way of entries when nothing fails. */
class OutboxTest {
    private final OutboxBench bench = new OutboxBench().start();

    @Test
    void shouldSendWhatItAcceptsAndKeepTheReceipt() {
        assertThat(bench.accept("a", "#builds")).isTrue();
        assertThat(bench.courier.ids()).as("sent on the caller's thread").isEmpty();
        assertThat(bench.outbox.waiting()).isOne();

        bench.run();

        Delivery sent = bench.find("a");
        assertThat(sent.state()).isEqualTo(State.SENT);
        assertThat(sent.attempts()).isOne();
        assertThat(sent.receipt()).isEqualTo("receipt of a");
        assertThat(bench.heard).containsExactly(sent);
        assertThat(bench.outbox.waiting()).isZero();
    }

    @Test
    void shouldNotSendAgainWhatItAcceptsAgain() {
        bench.accept("a", "#builds");
        assertThat(bench.accept("a", "#builds")).isFalse();
        bench.run();
        assertThat(bench.accept("a", "#elsewhere")).isFalse();
        bench.run();

        assertThat(bench.courier.ids()).containsExactly("a");
    }

    @Test
    void shouldSendTheEntriesOfALaneInTheOrderOfTheirAcceptance() {
        for (String id : new String[] {"c", "a", "b"}) {
            bench.accept(id, "#builds");
        }
        bench.run();

        assertThat(bench.courier.ids()).containsExactly("c", "a", "b");
    }

    @Test
    void shouldLetTheRestOfALaneWaitForItsHeadAndNoOtherLane() {
        bench.courier.on("first", new SendResult.Retry(Duration.ofSeconds(30), "Slack asks to wait"));
        bench.accept("first", "#builds");
        bench.accept("second", "#builds");
        bench.accept("other", "#oncall");

        bench.run();
        assertThat(bench.courier.ids()).containsExactly("first", "other");
        assertThat(bench.outbox.waiting()).isEqualTo(2);

        bench.advance(Duration.ofSeconds(30));
        assertThat(bench.courier.ids()).containsExactly("first", "other", "first", "second");
    }

    @Test
    void shouldNeverTryTwoEntriesOfALaneAtATime() {
        bench.courier.on("a", delivery -> {
            bench.accept("b", "#builds");
            bench.threads.runOne();
            assertThat(bench.courier.ids()).containsExactly("a");
            return new SendResult.Sent("receipt", null);
        });
        bench.accept("a", "#builds");
        bench.run();

        assertThat(bench.courier.ids()).containsExactly("a", "b");
    }

    @Test
    void shouldWaitAsLongAsItIsAskedTo() {
        bench.courier.on("a", new SendResult.Retry(Duration.ofSeconds(30), "Slack asks to wait 30 s"));
        bench.accept("a", "#builds");

        bench.advance(Duration.ofMillis(29_999));
        assertThat(bench.courier.ids()).hasSize(1);
        assertThat(bench.find("a"))
                .returns(State.WAITING, Delivery::state)
                .returns("Slack asks to wait 30 s", Delivery::note);

        bench.advance(Duration.ofMillis(1));
        assertThat(bench.state("a")).isEqualTo(State.SENT);
        assertThat(bench.find("a").note()).isNull();
    }

    @Test
    void shouldWaitLongerFromAttemptToAttemptWhereItIsNotToldHowLong() {
        SendResult failed = new SendResult.Retry(null, "Slack cannot be reached");
        bench.courier.on("a", failed, failed, failed);
        bench.accept("a", "#builds");

        bench.advance(Duration.ofMillis(999));
        assertThat(bench.courier.ids()).hasSize(1);
        bench.advance(Duration.ofMillis(1));
        assertThat(bench.courier.ids()).hasSize(2);
        bench.advance(Duration.ofMillis(1_999));
        assertThat(bench.courier.ids()).hasSize(2);
        bench.advance(Duration.ofMillis(1));
        assertThat(bench.courier.ids()).hasSize(3);
        bench.advance(Duration.ofSeconds(4));
        assertThat(bench.find("a").attempts()).isEqualTo(4);
        assertThat(bench.state("a")).isEqualTo(State.SENT);
    }

    @Test
    void shouldGiveUpWhatIsRefusedAndGoOnWithTheNext() {
        bench.courier.on("a", new SendResult.Refused("The channel is archived"));
        bench.accept("a", "#builds");
        bench.accept("b", "#builds");
        bench.advance(Duration.ofHours(1));

        assertThat(bench.courier.ids()).containsExactly("a", "b");
        assertThat(bench.find("a"))
                .returns(State.REFUSED, Delivery::state)
                .returns("The channel is archived", Delivery::note)
                .returns(null, Delivery::receipt);
    }

    @Test
    void shouldKeepTheNoteOfWhatWasSentAllTheSame() {
        bench.courier.on("a", new SendResult.Sent("receipt", Note.of("It may be there twice")));
        bench.accept("a", "#builds");
        bench.run();

        assertThat(bench.find("a")).returns("It may be there twice", Delivery::note);
    }

    @Test
    void shouldTellTheCourierThatAnEarlierAttemptMayHaveArrived() {
        bench.courier.on("a", new SendResult.Uncertain("No answer in time"));
        bench.accept("a", "#builds");
        bench.run();
        assertThat(bench.find("a"))
                .returns(State.UNCERTAIN, Delivery::state)
                .returns("No answer in time", Delivery::note);

        bench.advance(Duration.ofSeconds(1));
        assertThat(bench.courier.seen())
                .extracting(delivery -> delivery.state().mayHaveArrived())
                .containsExactly(false, true);
    }

    @Test
    void shouldNotForgetThatAnAttemptMayHaveArrivedThoughALaterOneSurelyDidNot() {
        bench.courier.on(
                "a",
                new SendResult.Uncertain("No answer in time"),
                new SendResult.Retry(null, "Slack notifications are off"));
        bench.accept("a", "#builds");
        bench.advance(Duration.ofMinutes(1));

        assertThat(bench.courier.seen())
                .extracting(delivery -> delivery.state().mayHaveArrived())
                .containsExactly(false, true, true);
    }

    @Test
    void shouldNotSendWhatIsTooOldToBeNews() {
        bench.courier.on("a", new SendResult.Retry(OutboxBench.MAX_AGE, "Slack is down"));
        bench.courier.on("b", new SendResult.Retry(OutboxBench.MAX_AGE.plusMillis(1), "Slack is down"));
        bench.accept("a", "#builds");
        bench.accept("b", "#oncall");
        bench.advance(Duration.ofDays(2));

        assertThat(bench.state("a")).as("sent in the last moment").isEqualTo(State.SENT);
        assertThat(bench.find("b"))
                .returns(State.EXPIRED, Delivery::state)
                .returns("Too old to be news; before that: Slack is down", Delivery::note)
                .returns(1, Delivery::attempts);
        assertThat(bench.courier.ids()).containsExactly("a", "b", "a");
    }

    /** What corrects an earlier message is of use for as long as that one is remembered. */
    @Test
    void shouldSendWhatLastsThoughItIsNoNewsAnyMore() {
        Duration news = OutboxBench.MAX_AGE.plusHours(1);
        Duration days = ResilientStore.RETENTION.plusHours(1);
        bench.courier.on("a", new SendResult.Retry(news, "Slack is down"));
        bench.courier.on("b", new SendResult.Retry(days, "Slack is down"));
        acceptLasting("a");
        acceptLasting("b");
        bench.advance(news);
        assertThat(bench.state("a")).isEqualTo(State.SENT);

        bench.advance(days.plusMinutes(1));
        assertThat(bench.find("b")).returns(State.EXPIRED, Delivery::state).returns(1, Delivery::attempts);
    }

    @Test
    void shouldHoldWhatLastsUntilItsReasonIsFixedAndExpireWhatIsBehindIt() {
        bench.courier.always("a", new SendResult.Held("There is no token"));
        acceptLasting("a");
        bench.accept("behind", "conversation of a", 0);
        bench.advance(OutboxBench.MAX_AGE.plusHours(1));
        assertThat(bench.state("a")).isEqualTo(State.HELD);

        bench.courier.calmDown("a");
        bench.outbox.wakeAll();
        bench.run();
        assertThat(bench.state("a")).isEqualTo(State.SENT);
        assertThat(bench.state("behind")).isEqualTo(State.EXPIRED);
    }

    @Test
    void shouldExpireWhatTurnsOutToBeOfNoUseAnyMore() {
        bench.courier.on("a", new SendResult.Expired(Note.of("The message is gone")));
        acceptLasting("a");
        bench.run();

        assertThat(bench.find("a"))
                .returns(State.EXPIRED, Delivery::state)
                .returns("The message is gone", Delivery::note);
        assertThat(bench.outbox.waiting()).isZero();
    }

    private void acceptLasting(String id) {
        SendOrder order = new SendOrder("#builds", "conversation of " + id, "a job", 0, false, true);
        bench.outbox.accept(new Entry(id, order, bench.clock.instant(), "payload of " + id));
    }

    @Test
    void shouldAskAnewHowOldIsTooOld() {
        bench.courier.on("a", new SendResult.Retry(Duration.ofHours(2), "Slack is down"));
        bench.courier.on("b", new SendResult.Retry(Duration.ofHours(30), "Slack is down"));
        bench.accept("a", "#builds");
        bench.accept("b", "#oncall");
        bench.run();
        bench.maximumAge = Duration.ofHours(1);
        bench.advance(Duration.ofHours(2));
        assertThat(bench.state("a")).isEqualTo(State.EXPIRED);

        bench.maximumAge = Duration.ofDays(2);
        bench.advance(Duration.ofDays(1).plusHours(4));
        assertThat(bench.state("b")).isEqualTo(State.SENT);
    }

    /** As where a sector of the disk is bad for good. */
    @Test
    void shouldEndWhatIsTooOldThoughItCannotBeRead() {
        UnreadableStore store = new UnreadableStore();
        OutboxBench onBadDisk = new OutboxBench(store).start();
        onBadDisk.courier.on("a", new SendResult.Retry(Duration.ofHours(23), "Slack is down"));
        onBadDisk.accept("a", "#builds");
        onBadDisk.run();
        CompletableFuture<Delivery> settled = onBadDisk.outbox.whenSettled("a").toCompletableFuture();
        try (LoggedRecords log = LoggedRecords.of(DeliveryAttempts.class)) {
            store.isUnreadable = "a"::equals;
            onBadDisk.advance(OutboxBench.MAX_AGE.minusMinutes(10));
            onBadDisk.accept("behind", "#builds");
            onBadDisk.advance(Duration.ofMinutes(20));
        }

        assertThat(onBadDisk.courier.ids()).containsExactly("a", "behind");
        assertThat(onBadDisk.outbox.waiting()).isZero();
        assertThat(settled)
                .isCompletedWithValueMatching(it -> it.state() == State.EXPIRED
                        && it.note().contains("Too old to be news; before that: It cannot be read from disk"));
    }

    @Test
    void shouldTryEverythingAtOnceWhenItIsWoken() {
        bench.courier.on("a", new SendResult.Retry(Duration.ofHours(1), "Slack notifications are switched off"));
        bench.courier.on("b", new SendResult.Retry(Duration.ofHours(2), "Slack notifications are switched off"));
        bench.accept("a", "#builds");
        bench.accept("b", "#oncall");
        bench.run();

        bench.outbox.wakeAll();
        bench.run();

        assertThat(bench.state("a")).isEqualTo(State.SENT);
        assertThat(bench.state("b")).isEqualTo(State.SENT);
        bench.advance(Duration.ofDays(1));
        assertThat(bench.courier.ids()).as("woken once more by their timers").hasSize(4);
    }

    @Test
    void shouldTellEveryStepButThatItIsSending() {
        bench.courier.on(
                "a", new SendResult.Uncertain("1"), new SendResult.Retry(null, "2"), new SendResult.Refused("3"));
        bench.accept("a", "#builds");
        bench.advance(Duration.ofMinutes(1));

        assertThat(bench.heard).extracting(Delivery::note).containsExactly("1", "2", "3");
        assertThat(bench.heard)
                .extracting(Delivery::state)
                .containsExactly(State.UNCERTAIN, State.UNCERTAIN, State.REFUSED);
    }

    /** The first entry after a start asks for a look at once, and a pause of the machine makes a timer late. */
    @Test
    void shouldLookAfterWhatWaitsOnceAMinute() throws IOException {
        ManualClock clock = new ManualClock();
        ManualThreads threads = new ManualThreads(clock);
        AtomicInteger looks = new AtomicInteger();
        try (Outbox looking = Outbox.builder(new InMemoryOutboxStore(), new ScriptedCourier(), threads)
                .maximumAge(() -> {
                    looks.incrementAndGet();
                    return Duration.ofDays(1);
                })
                .clock(clock)
                .build()) {
            looking.start();
            threads.advance(Duration.ofSeconds(1));
            looking.accept(new Entry("early", "#builds", clock.instant(), "payload"));
            threads.advance(Duration.ofSeconds(1));
            clock.advance(Duration.ofMinutes(3)); // no timer rings
            looking.accept(new Entry("late", "#builds", clock.instant(), "payload"));
            threads.advance(Duration.ofMinutes(2));
            looks.set(0);

            threads.advance(Duration.ofMinutes(10));

            assertThat(looks).hasValue(10);
        }
    }
}
