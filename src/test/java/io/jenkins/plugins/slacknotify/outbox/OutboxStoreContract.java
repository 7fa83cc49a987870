package io.jenkins.plugins.slacknotify.outbox;

import static io.jenkins.plugins.slacknotify.outbox.DeliveryFixtures.ACCEPTED;
import static io.jenkins.plugins.slacknotify.outbox.DeliveryFixtures.delivery;
import static io.jenkins.plugins.slacknotify.outbox.DeliveryFixtures.finished;
import static io.jenkins.plugins.slacknotify.outbox.DeliveryFixtures.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.DeliveryHead;
import io.jenkins.plugins.slacknotify.outbox.delivery.Entry;
import io.jenkins.plugins.slacknotify.outbox.delivery.Note;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendOrder;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract of {@link OutboxStore}, which every store has to pass. */
public abstract class OutboxStoreContract {
    private static final OutboxStore.OpenDeliveries NOTHING_GOES_ON = OutboxStore.OpenDeliveries.NONE;

    @AutoClose
    private OutboxStore store;

    /** A store over the same place each time; within one test, what one has kept the next one finds. */
    protected abstract OutboxStore open() throws IOException;

    @BeforeEach
    void openStore() throws IOException {
        store = open();
    }

    @ParameterizedTest
    @EnumSource
    void shouldKeepEverythingAboutADelivery(Delivery.State state) throws IOException {
        Delivery delivery = delivery("a", 7, state, "receipt", ACCEPTED.plusSeconds(3));
        store.update(delivery);

        assertThat(store.find("a")).contains(delivery);
        assertThat(reopened().find("a")).contains(delivery);
    }

    @Test
    void shouldKeepThatThereIsNothingToSay() throws IOException {
        Delivery plain = Delivery.accepted(new Entry("a", "", ACCEPTED, ""), 1);
        assertThat(store.add(plain)).isTrue();

        assertThat(reopened().find("a")).contains(plain);
    }

    @Test
    void shouldNotFindWhatItWasNeverGiven() throws IOException {
        assertThat(store.find("a")).isEmpty();
        assertThat(store.unfinished()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void shouldStayAsItIsWhereTheIdIsKnownAlready(Delivery.State state) throws IOException {
        Delivery first = delivery("a", 1, state, null, ACCEPTED);
        store.update(first);

        assertThat(store.add(waiting("a", 2))).isFalse();
        assertThat(reopened().add(waiting("a", 3))).isFalse();
        assertThat(reopened().find("a")).contains(first);
    }

    @ParameterizedTest
    @EnumSource
    void shouldKnowTheState(Delivery.State state) throws IOException {
        store.add(waiting("a", 1));
        store.update(delivery("a", 1, state, null, ACCEPTED));

        assertThat(store.stateOf("a")).contains(state);
        assertThat(reopened().stateOf("a")).contains(state);
        assertThat(store.stateOf("b")).isEmpty();
    }

    @Test
    void shouldKeepThoseOfABatchThatAreNew() throws IOException {
        Delivery known = waiting("b", 1);
        store.add(known);
        Delivery first = waiting("a", 2);
        Delivery last = waiting("c", 4);

        assertThat(store.addAll(List.of(first, waiting("b", 3), last, waiting("a", 5))))
                .containsExactly(true, false, true, false);
        assertThat(reopened().unfinished()).containsExactly(known, first, last);
    }

    @Test
    void shouldReplaceTheOldStateByTheNewOne() throws IOException {
        store.add(waiting("a", 1));
        store.update(delivery("a", 1, Delivery.State.SENDING, null, ACCEPTED));
        Delivery sent = delivery("a", 1, Delivery.State.SENT, "receipt", ACCEPTED);
        store.update(sent);

        assertThat(reopened().find("a")).contains(sent);
        assertThat(reopened().unfinished()).isEmpty();
    }

    @Test
    void shouldTakeAnUpdateOfWhatItCouldNotAddBefore() throws IOException {
        store.update(waiting("a", 1));

        assertThat(reopened().unfinished()).containsExactly(waiting("a", 1));
    }

    @Test
    void shouldReplaceWhatItKeepsOfSeveralAtOnce() throws IOException {
        store.add(waiting("a", 1));
        store.add(waiting("b", 2));
        Delivery sending = delivery("b", 2, Delivery.State.SENDING, null, ACCEPTED);
        store.updateAll(List.of(sending, finished("a", ACCEPTED), waiting("c", 3)));

        assertThat(reopened().unfinished()).containsExactly(sending, waiting("c", 3));
        assertThat(store.find("a")).contains(finished("a", ACCEPTED));
    }

    @Test
    void shouldKeepTheLastOfSeveralStatesOfOneDelivery() throws IOException {
        Delivery sending = delivery("a", 1, Delivery.State.SENDING, null, ACCEPTED);
        store.updateAll(List.of(waiting("a", 1), sending));

        assertThat(reopened().find("a")).contains(sending);
    }

    @Test
    void shouldListWhatIsNotFinishedInOrderOfAcceptance() throws IOException {
        store.add(waiting("c", 2));
        store.add(waiting("b", 10));
        store.add(waiting("a", 1));
        store.update(delivery("d", 5, Delivery.State.SENDING, null, ACCEPTED));
        store.update(delivery("e", 4, Delivery.State.UNCERTAIN, null, ACCEPTED));
        store.update(delivery("f", 3, Delivery.State.REFUSED, null, ACCEPTED));
        store.update(delivery("g", 6, Delivery.State.EXPIRED, null, ACCEPTED));
        store.update(delivery("h", 7, Delivery.State.SENT, "receipt", ACCEPTED));

        assertThat(reopened().unfinished())
                .extracting(delivery -> delivery.entry().id())
                .containsExactly("a", "c", "e", "d", "b");
    }

    @Test
    void shouldListTheHeadOfWhatIsNotFinishedAsItStands() throws IOException {
        Entry entry = new Entry("b", new SendOrder("#builds", "app #7", "app", 3, true), ACCEPTED, "what is sent");
        store.add(Delivery.accepted(entry, 2));
        store.add(waiting("a", 1));
        Delivery.State state = Delivery.State.UNCERTAIN;
        Delivery tried = new Delivery(
                entry, 2, state, 4, new Note("No answer of 10.1.2.3", "No answer"), null, "a", ACCEPTED.plusSeconds(5));
        store.update(tried);

        assertThat(store.heads()).containsExactly(waiting("a", 1).head(), tried.head());
        assertThat(reopened().heads()).containsExactly(waiting("a", 1).head(), tried.head());
        assertThat(reopened().find("b")).contains(tried);
    }

    @Test
    void shouldKnowHowMuchIsNotFinished() throws IOException {
        store.add(waiting("a", 1));
        long small = store.unfinishedBytes();
        store.add(Delivery.accepted(new Entry("b", "#builds", ACCEPTED, "x".repeat(10_000)), 2));
        long all = store.unfinishedBytes();
        assertThat(small).isPositive().isLessThan(1_000);
        assertThat(all - small).isBetween(10_000L, 11_000L);

        OutboxStore next = reopened();
        next.heads();
        assertThat(next.unfinishedBytes()).isEqualTo(all);
        next.update(delivery("b", 2, Delivery.State.SENT, "receipt", ACCEPTED));
        assertThat(next.unfinishedBytes()).isEqualTo(small);
        next.update(delivery("a", 1, Delivery.State.DISCARDED, null, ACCEPTED));
        assertThat(next.unfinishedBytes()).isZero();
    }

    @Test
    void shouldForgetWhatFinishedBeforeAMomentAndNothingElse() throws IOException {
        store.update(finished("early", ACCEPTED.minusSeconds(1)));
        store.update(finished("just-then", ACCEPTED));
        store.update(finished("late", ACCEPTED.plusSeconds(1)));
        store.add(delivery("old", 1, Delivery.State.UNCERTAIN, null, ACCEPTED.minus(Duration.ofDays(99))));

        store.forgetFinished(ACCEPTED, 100, NOTHING_GOES_ON);

        assertThat(store.find("early")).isEmpty();
        assertThat(Stream.of("just-then", "late", "old"))
                .allSatisfy(id -> assertThat(store.find(id)).isPresent());
    }

    @Test
    void shouldListWhatFinishedLastAndNoMoreThanAskedFor() throws IOException {
        store.add(waiting("waiting", 1));
        store.update(finished("first", ACCEPTED));
        store.update(finished("third", ACCEPTED.plusSeconds(2)));
        store.update(finished("second", ACCEPTED.plusSeconds(1)));

        assertThat(ids(store.finished(2))).containsExactly("third", "second");
        assertThat(ids(reopened().finished(100))).containsExactly("third", "second", "first");
    }

    @Test
    void shouldKnowWhatItKeepsNoLongerWhole() throws IOException {
        for (int i = 0; i < 3; i++) {
            store.add(waiting("finished-" + i, i));
            store.update(finished("finished-" + i, ACCEPTED.plusSeconds(i)));
        }
        store.forgetFinished(ACCEPTED, 1, NOTHING_GOES_ON);

        for (OutboxStore each : List.of(store, reopened())) {
            assertThat(each.find("finished-0")).hasValueSatisfying(known -> {
                assertThat(known.isAbridged()).isTrue();
                assertThat(known.entry().payload()).isEmpty();
                assertThat(known.state()).isEqualTo(Delivery.State.SENT);
                assertThat(known.receipt()).isEqualTo(finished("a", ACCEPTED).receipt());
                assertThat(known.changedAt()).isEqualTo(ACCEPTED);
            });
            assertThat(each.add(waiting("finished-0", 7))).isFalse();
            assertThat(each.heads()).isEmpty();
        }
        store.forgetFinished(ACCEPTED.plusSeconds(2), 1, NOTHING_GOES_ON);
        assertThat(store.find("finished-0")).isEmpty();
        assertThat(reopened().find("finished-1")).isEmpty();
    }

    /** Of one that goes on, and of one that has ended. */
    private void finishOneOfEachSequence() throws IOException {
        for (String sequence : List.of("goes on", "has ended")) {
            Entry entry = new Entry(
                    sequence.replace(' ', '-'), new SendOrder("#builds", sequence, 0, false), ACCEPTED, "payload");
            store.update(new Delivery(entry, 1, Delivery.State.SENT, 1, null, "receipt", null, ACCEPTED));
        }
    }

    @Test
    void shouldNotForgetWhatIsOfASequenceThatGoesOn() throws IOException {
        finishOneOfEachSequence();
        store.forgetFinished(ACCEPTED, 0, NOTHING_GOES_ON);
        store.forgetFinished(ACCEPTED.plusSeconds(1), 0, (id, sequence) -> sequence.equals("goes on"));

        assertThat(store.find("has-ended")).isEmpty();
        assertThat(reopened().find("goes-on")).isPresent();
        store.forgetFinished(ACCEPTED.plusSeconds(1), 0, NOTHING_GOES_ON);
        assertThat(store.find("goes-on")).isEmpty();
    }

    @Test
    void shouldKeepWholeWhatIsOfASequenceThatGoesOn() throws IOException {
        finishOneOfEachSequence();
        store.forgetFinished(ACCEPTED, 0, (id, sequence) -> sequence.equals("goes on"));

        for (OutboxStore each : List.of(store, reopened())) {
            assertThat(each.find("goes-on"))
                    .hasValueSatisfying(
                            known -> assertThat(known.entry().payload()).isEqualTo("payload"));
            assertThat(each.find("has-ended"))
                    .hasValueSatisfying(known -> assertThat(known.isAbridged()).isTrue());
            assertThat(each.finishedHeads().heads())
                    .singleElement()
                    .returns("goes-on", DeliveryHead::id)
                    .returns("goes on", head -> head.order().sequence());
        }
        store.forgetFinished(ACCEPTED, 0, NOTHING_GOES_ON);
        assertThat(reopened().finishedHeads().heads()).isEmpty();
    }

    /** A change of a message is of use until the next one only, whatever sequence it is of. */
    @Test
    void shouldKeepOfASequenceThatGoesOnWhatIsOfUseOnly() throws IOException {
        for (String id : List.of("message", "change", "last-change")) {
            Entry entry = new Entry(id, new SendOrder("#builds", "goes on", 0, false), ACCEPTED, "payload");
            store.update(new Delivery(entry, 1, Delivery.State.SENT, 1, null, "receipt", null, ACCEPTED));
        }
        OutboxStore.OpenDeliveries open = (id, sequence) -> sequence.equals("goes on") && id.equals("message");
        store.forgetFinished(ACCEPTED, 0, open);

        for (OutboxStore each : List.of(store, reopened())) {
            assertThat(each.finishedHeads().heads())
                    .extracting(DeliveryHead::id)
                    .containsExactly("message");
            assertThat(each.find("change"))
                    .hasValueSatisfying(known -> assertThat(known.isAbridged()).isTrue());
        }
        store.forgetFinished(ACCEPTED.plusSeconds(1), 0, open);
        assertThat(store.find("change")).isEmpty();
        assertThat(store.find("message")).isPresent();
    }

    @Test
    void shouldListTheHeadsOfWhatIsFinishedInTheOrderOfAcceptance() throws IOException {
        store.add(waiting("waiting", 1));
        for (int i = 0; i < 3; i++) {
            store.update(finished("finished-" + i, ACCEPTED.plusSeconds(3 - i)));
        }

        for (OutboxStore each : List.of(store, reopened())) {
            assertThat(each.finishedHeads().heads())
                    .extracting(DeliveryHead::id)
                    .containsExactlyInAnyOrder("finished-0", "finished-1", "finished-2");
        }
    }

    @Test
    void shouldKeepNoMoreFinishedDeliveriesWholeThanAskedFor() throws IOException {
        store.add(waiting("waiting", 1));
        for (int i = 0; i < 5; i++) {
            store.update(finished("finished-" + i, ACCEPTED.plusSeconds(i)));
        }
        store.forgetFinished(ACCEPTED, 2, NOTHING_GOES_ON);

        assertThat(ids(store.finished(100))).containsExactly("finished-4", "finished-3");
        assertThat(ids(reopened().finished(100))).containsExactly("finished-4", "finished-3");
        assertThat(store.unfinished()).containsExactly(waiting("waiting", 1));
    }

    @Test
    void shouldSayWhenTheDeliveryOfAPlaceHasFinished() throws IOException {
        store.add(waiting("waiting", 1));
        for (int i = 0; i < 5; i++) {
            store.update(finished("finished-" + i, ACCEPTED.plusSeconds(i)));
        }
        store.forgetFinished(ACCEPTED, 2, NOTHING_GOES_ON);

        for (OutboxStore each : List.of(store, reopened())) {
            each.heads();
            assertThat(each.finishedAt(1)).contains(ACCEPTED.plusSeconds(4));
            assertThat(each.finishedAt(5)).contains(ACCEPTED);
            assertThat(each.finishedAt(6)).isEmpty();
        }
    }

    @Test
    void shouldNotBringBackWhatItHasForgotten() throws IOException {
        store.add(waiting("a", 1));
        store.update(finished("a", ACCEPTED));
        store.forgetFinished(ACCEPTED.plusSeconds(1), 100, NOTHING_GOES_ON);

        assertThat(reopened().find("a")).isEmpty();
        assertThat(store.unfinished()).isEmpty();
    }

    @Test
    void shouldTakeAnIdAgainThatItHasForgotten() throws IOException {
        store.update(finished("a", ACCEPTED));
        store.forgetFinished(ACCEPTED.plusSeconds(1), 100, NOTHING_GOES_ON);

        assertThat(store.add(waiting("a", 2))).isTrue();
    }

    @Test
    void shouldTakeAnIdOnceThoughManyThreadsBringItAtOnce() throws Exception {
        for (int round = 0; round < 10; round++) {
            String id = "round-" + round;
            assertThat(atOnce(6, () -> store.add(waiting(id, 1)))).containsOnlyOnce(true);
        }
        assertThat(store.unfinished()).hasSize(10);
    }

    @Test
    void shouldNotLoseSightOfADeliveryWhileItFinishes() throws Exception {
        for (int round = 0; round < 20; round++) {
            String id = "round-" + round;
            store.add(waiting(id, round));
            assertThat(atOnce(3, () -> finishOrWatch(id))).doesNotContain(false);
        }
    }

    /** The first to come finishes the delivery; the others look for it until it is finished. */
    private boolean finishOrWatch(String id) throws IOException {
        if (store.add(waiting("finisher-of-" + id, 1))) {
            store.update(finished(id, ACCEPTED));
            return true;
        }
        while (true) {
            var found = store.find(id);
            if (found.isEmpty() || found.get().state().isFinished()) {
                return found.isPresent();
            }
        }
    }

    private static List<String> ids(List<Delivery> deliveries) {
        return deliveries.stream().map(delivery -> delivery.entry().id()).toList();
    }

    private OutboxStore reopened() throws IOException {
        store.close();
        store = open();
        return store;
    }

    protected static <T> List<T> atOnce(int threads, Callable<T> action) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        CyclicBarrier start = new CyclicBarrier(threads);
        try {
            List<Future<T>> futures = Stream.generate(() -> pool.submit(() -> {
                        start.await();
                        return action.call();
                    }))
                    .limit(threads)
                    .toList();
            return futures.stream().map(OutboxStoreContract::result).toList();
        } finally {
            pool.shutdownNow();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
