package io.jenkins.plugins.slacknotify.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery.State;
import io.jenkins.plugins.slacknotify.outbox.delivery.Entry;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendOrder;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import io.jenkins.plugins.slacknotify.outbox.lane.Dispatcher;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Holding: an entry that a person has to fix something for waits, without holding up the others. */
class OutboxHeldTest {
    private static final SendResult NOT_INVITED = new SendResult.Held("Type /invite @jenkins in #builds");

    private final OutboxBench bench = new OutboxBench().start();

    @Test
    void shouldNotHoldUpOtherConversations() {
        hold("held");
        bench.accept("next", "another build", 0);
        bench.run();

        assertThat(bench.courier.ids()).startsWith("held", "next");
    }

    @Test
    void shouldTryAgainAsSoonAsSomethingElseOfTheLaneHasArrived() {
        hold("held");
        bench.accept("next", "another build", 0);
        bench.run();

        assertThat(bench.courier.ids()).containsExactly("held", "next", "held");
        assertThat(bench.state("held")).isEqualTo(State.SENT);
    }

    /** A person mends the token while the old one is still being tried. */
    @Test
    void shouldTryAgainAtOnceWhatEndsAsHeldAfterTheReasonWasFixed() {
        bench.courier.on("early", delivery -> {
            bench.outbox.retryHeld(lane -> true);
            return NOT_INVITED;
        });
        bench.accept("early", "a build", 0);
        bench.run();

        assertThat(bench.courier.ids()).containsExactly("early", "early");
        assertThat(bench.state("early")).isEqualTo(State.SENT);
    }

    /** What has failed often is given up by the courier, and sent without what it can do without. */
    @Test
    void shouldNotCountAsFailedThatADoubtfulEntryWasHeld() {
        SendResult unanswered = new SendResult.Uncertain("No answer", SendResult.Scope.SEQUENCE);
        bench.courier.on("doubtful", unanswered, NOT_INVITED, NOT_INVITED, unanswered);
        bench.accept("doubtful", "a build", 0);
        bench.advance(Duration.ofHours(1));

        assertThat(bench.courier.seen()).extracting(Delivery::failures).containsExactly(0, 1, 1, 1, 2);
    }

    @Test
    void shouldTryOnceForEachTimeThatTheReasonMayHaveBeenFixed() {
        bench.courier.on("early", delivery -> {
            bench.outbox.wakeAll();
            return NOT_INVITED;
        });
        bench.courier.on("early", NOT_INVITED);
        bench.accept("early", "a build", 0);
        bench.run();

        assertThat(bench.courier.ids()).containsExactly("early", "early");
        assertThat(bench.state("early")).isEqualTo(State.HELD);
    }

    /** It may have arrived, so the outbox keeps it in doubt; it waits for the same person. */
    @Test
    void shouldTryAtOnceWhatIsInDoubtAndRestsUntilTheReasonIsFixed() {
        inDoubtAndHeld("doubtful");

        bench.outbox.retryHeld(lane -> lane.equals("#others"));
        bench.run();
        assertThat(bench.state("doubtful")).isEqualTo(State.UNCERTAIN);

        bench.outbox.retryHeld(lane -> true);
        bench.run();
        assertThat(bench.state("doubtful")).isEqualTo(State.SENT);
    }

    @Test
    void shouldTryAtOnceWhatIsInDoubtThoughItsLaneRestsForTheSameReason() {
        String[] ids = {"a", "b", "c", "d", "e", "f", "g", "h"};
        inDoubtAndHeld(ids);

        bench.outbox.retryHeld(lane -> true);
        bench.run();
        assertThat(ids).allSatisfy(id -> assertThat(bench.state(id)).isEqualTo(State.SENT));
    }

    @Test
    void shouldTryAgainAtOnceWhatIsInDoubtAfterTheReasonWasFixedMeanwhile() {
        bench.courier.on("early", new SendResult.Uncertain("No answer"));
        bench.courier.on("early", delivery -> {
            bench.outbox.retryHeld(lane -> true);
            return NOT_INVITED;
        });
        bench.accept("early", "a build", 0);
        bench.advance(Duration.ofSeconds(1));

        assertThat(bench.state("early")).isEqualTo(State.SENT);
    }

    @Test
    void shouldLetWhatIsInDoubtRestForAnotherReason() {
        bench.courier.always("doubtful", new SendResult.Uncertain("No answer", SendResult.Scope.SEQUENCE));
        bench.accept("doubtful", "a build", 0);
        bench.run();

        bench.outbox.retryHeld(lane -> true);
        bench.run();
        assertThat(bench.courier.ids()).hasSize(1);
    }

    /** Lets each end without an answer, and then again and again so that a person has to fix something, which is fixed now. */
    private void inDoubtAndHeld(String... ids) {
        for (String id : ids) {
            bench.courier.on(id, new SendResult.Uncertain("No answer", SendResult.Scope.SEQUENCE));
            bench.courier.always(id, NOT_INVITED);
            bench.accept(id, id, 0);
        }
        bench.advance(Duration.ofMinutes(20));
        assertThat(ids).allSatisfy(id -> assertThat(bench.state(id)).isEqualTo(State.UNCERTAIN));
        bench.courier.calmDown();
    }

    @Test
    void shouldLetNothingOvertakeItInItsConversation() {
        bench.courier.on("first", NOT_INVITED, NOT_INVITED);
        bench.accept("first", "a build", 0);
        bench.run();
        bench.accept("second", "a build", 4);
        bench.run();
        assertThat(bench.courier.ids()).containsExactly("first", "first");

        bench.outbox.wakeAll();
        bench.run();
        assertThat(bench.courier.ids()).containsExactly("first", "first", "first", "second");
    }

    @Test
    void shouldSayOfWhatComesAfterItWhyThatWaits() {
        bench.courier.on("first", NOT_INVITED);
        for (String id : new String[] {"first", "second", "third"}) {
            bench.accept(id, "a build", 0);
        }
        bench.run();

        assertThat(bench.courier.ids()).containsExactly("first");
        assertThat(bench.find("third"))
                .returns(State.HELD, Delivery::state)
                .returns(0, Delivery::attempts)
                .returns(
                        "A message that goes before it has not arrived: Type /invite @jenkins in #builds",
                        Delivery::note);
        assertThat(bench.outbox.whenSettled("third").toCompletableFuture()).isCompleted();

        bench.outbox.wakeAll();
        bench.run();
        assertThat(bench.courier.ids()).containsExactly("first", "first", "second", "third");
    }

    @Test
    void shouldGoOnWithTheConversationWhenItIsDiscarded() {
        bench.courier.on("first", NOT_INVITED, NOT_INVITED);
        bench.accept("first", "a build", 0);
        bench.accept("second", "a build", 0);
        bench.run();

        assertThat(bench.outbox.discard("first")).isTrue();
        bench.run();
        assertThat(bench.state("second")).isEqualTo(State.SENT);
    }

    @Test
    void shouldProbeWithOneEveryFiveMinutes() {
        for (String id : new String[] {"a", "b", "c"}) {
            bench.courier.on(id, NOT_INVITED, NOT_INVITED);
            bench.accept(id, id, 0);
        }
        bench.run();
        bench.advance(Dispatcher.PROBE_INTERVAL.minusMillis(1));
        assertThat(bench.courier.ids()).containsExactly("a", "b", "c");

        bench.advance(Duration.ofMillis(1));
        assertThat(bench.courier.ids()).containsExactly("a", "b", "c", "a");
        bench.advance(Dispatcher.PROBE_INTERVAL);
        assertThat(bench.courier.ids()).as("each is probed in its turn").containsExactly("a", "b", "c", "a", "b");
        bench.advance(Dispatcher.PROBE_INTERVAL.multipliedBy(2));
        assertThat(bench.courier.ids())
                .as("the fourth probe arrives, and lets go one after the other")
                .containsExactly("a", "b", "c", "a", "b", "c", "a", "b", "c");
    }

    @Test
    void shouldTryAllAgainWhenItIsWoken() {
        hold("a");
        hold("b");
        bench.outbox.wakeAll();
        bench.run();

        assertThat(bench.courier.ids()).containsExactly("a", "b", "a", "b");
    }

    @Test
    void shouldTryAgainInTheNextProcess() {
        hold("a");
        bench.newProcess().start();

        assertThat(bench.state("a")).isEqualTo(State.SENT);
    }

    @Test
    void shouldGrowTooOldLikeAnythingElse() {
        bench.courier.on("a", delivery -> NOT_INVITED);
        for (int probe = 0; probe < 300; probe++) {
            bench.courier.on("a", NOT_INVITED);
            bench.courier.on("b", NOT_INVITED);
        }
        bench.accept("a", "a", 0);
        bench.accept("b", "b", 0);
        bench.advance(OutboxBench.MAX_AGE.plus(Dispatcher.PROBE_INTERVAL));

        assertThat(bench.find("a"))
                .returns(State.EXPIRED, Delivery::state)
                .satisfies(expired -> assertThat(expired.note()).contains("Too old", "/invite"));
        assertThat(bench.state("b")).isEqualTo(State.EXPIRED);
        assertThat(bench.outbox.waiting()).isZero();
    }

    @Test
    void shouldAnswerWhoeverWaits() {
        bench.courier.on("a", NOT_INVITED);
        bench.accept("a", "a", 0);
        CompletableFuture<Delivery> answer = bench.outbox.whenSettled("a").toCompletableFuture();
        assertThat(answer).isNotDone();
        bench.run();

        assertThat(answer).isCompletedWithValueMatching(held -> held.state() == State.HELD);
        assertThat(bench.outbox.whenSettled("a").toCompletableFuture()).isCompleted();
        assertThat(bench.outbox.waiting()).isOne();
    }

    @Test
    void shouldNotForgetThatItMayHaveArrived() {
        bench.courier.on("a", new SendResult.Uncertain("No answer in time"), NOT_INVITED);
        bench.accept("a", "a", 0);
        bench.advance(Duration.ofSeconds(1));

        assertThat(bench.find("a"))
                .returns(State.UNCERTAIN, Delivery::state)
                .returns("Type /invite @jenkins in #builds", Delivery::note);
    }

    /** What comes in between is not delayed by a try for each of the held after each arrival. */
    @Test
    void shouldTryOneOfManyAfterAnArrivalAndNoMoreForAMinuteWhereItIsInVain() {
        for (int i = 0; i < 100; i++) {
            bench.courier.always("held" + i, NOT_INVITED);
            bench.accept("held" + i, "build " + i, 0);
        }
        bench.run();
        int before = bench.courier.ids().size();
        for (int i = 0; i < 20; i++) {
            bench.accept("good" + i, "good build " + i, 0);
        }
        bench.advance(Duration.ofSeconds(30));

        assertThat(bench.courier.ids()).hasSize(before + 21);
    }

    @Test
    void shouldTryTheHeldOneAfterTheOtherAsLongAsTheyArrive() {
        for (int i = 0; i < 100; i++) {
            bench.courier.on("held" + i, NOT_INVITED);
            bench.accept("held" + i, "build " + i, 0);
        }
        bench.run();
        bench.accept("good", "good build", 0);
        bench.run();

        assertThat(bench.outbox.waiting()).isZero();
    }

    /** A doubt is kept where what may have arrived has to wait behind something that is held. */
    @Test
    void shouldKeepTheDoubtOfWhatIsHeldBehindAnother() throws IOException {
        Entry first = new Entry("first", new SendOrder("#builds", "a build", 0, false), bench.clock.instant(), "");
        Entry second = new Entry("second", new SendOrder("#builds", "a build", 0, false), bench.clock.instant(), "");
        bench.store.add(Delivery.accepted(first, 1));
        bench.store.add(Delivery.accepted(second, 2).sending("second", bench.clock.instant()));
        bench.courier.on("first", NOT_INVITED);
        bench.newProcess().start();

        assertThat(bench.state("first")).isEqualTo(State.HELD);
        assertThat(bench.find("second"))
                .returns(State.UNCERTAIN, Delivery::state)
                .satisfies(it -> assertThat(it.note()).contains("/invite"));
        assertThat(bench.courier.ids()).containsExactly("first");

        bench.outbox.wakeAll();
        bench.run();
        assertThat(bench.courier.ids()).containsExactly("first", "first", "second");
        assertThat(bench.courier.seen().get(2).state().mayHaveArrived()).isTrue();
    }

    private void hold(String id) {
        bench.courier.on(id, NOT_INVITED);
        bench.accept(id, id, 0);
        bench.run();
        assertThat(bench.state(id)).isEqualTo(State.HELD);
    }
}
