package io.jenkins.plugins.slacknotify.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery.State;
import io.jenkins.plugins.slacknotify.outbox.delivery.Entry;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendOrder;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Folding: many entries that wait travel in one message. */
class OutboxFoldingTest {
    private static final SendResult NO_ANSWER = new SendResult.Uncertain("No answer in time");

    private final OutboxBench bench = new OutboxBench();

    @Test
    void shouldFoldNoFewerThanFour() {
        acceptFoldable("a", "b", "c");
        bench.start();

        assertThat(bench.courier.parcels()).containsExactly(List.of("a"), List.of("b"), List.of("c"));
    }

    @Test
    void shouldFoldFourIntoTheMessageOfTheFirst() {
        acceptFoldable("a", "b", "c", "d");
        bench.start();

        assertThat(bench.courier.parcels()).containsExactly(List.of("a", "b", "c", "d"));
        assertThat(bench.find("a"))
                .returns(State.SENT, Delivery::state)
                .returns("a", Delivery::carrier)
                .returns("receipt of a", Delivery::receipt);
        assertThat(bench.find("d"))
                .returns(State.FOLDED, Delivery::state)
                .returns("a", Delivery::carrier)
                .returns("receipt of a", Delivery::receipt);
    }

    @Test
    void shouldFoldOnlyWhatTheCourierLetsTravelTogether() {
        bench.courier.keepApart(OutboxFoldingTest::haveOneInitial);
        acceptFoldable("a1", "b1", "a2", "b2", "a3", "b3", "c1");
        bench.start();

        assertThat(bench.courier.parcels())
                .containsExactly(List.of("a1", "a2", "a3"), List.of("b1", "b2", "b3"), List.of("c1"));
        assertThat(List.of("a2", "b3"))
                .extracting(id -> bench.find(id).carrier())
                .containsExactly("a1", "b1");
    }

    /** The message may be sent again without those that are set apart, so it is not looked for on their behalf. */
    @Test
    void shouldSetApartWhatMayNotTravelTogetherAnyMore() {
        bench.courier.on("a1", NO_ANSWER);
        acceptFoldable("a1", "a2", "b1", "b2");
        bench.start();
        bench.courier.keepApart(OutboxFoldingTest::haveOneInitial);
        bench.advance(Duration.ofHours(1));

        assertThat(bench.courier.parcels())
                .containsExactly(List.of("a1", "a2", "b1", "b2"), List.of("a1", "a2"), List.of("b1"), List.of("b2"));
        assertThat(List.of("b1", "b2"))
                .extracting(bench::find)
                .allSatisfy(delivery -> assertThat(delivery)
                        .returns(State.SENT, Delivery::state)
                        .returns(null, Delivery::carrier));
    }

    @Test
    void shouldSendTheFirstAloneWhereTheCourierCannotSayWhatTravelsWithIt() {
        bench.courier.keepApart((one, other) -> {
            throw new IllegalStateException("no credentials store");
        });
        acceptFoldable("a", "b", "c", "d");
        bench.start();

        assertThat(bench.courier.parcels()).containsExactly(List.of("a"), List.of("b"), List.of("c"), List.of("d"));
    }

    private static boolean haveOneInitial(Delivery one, Delivery other) {
        return one.entry().id().charAt(0) == other.entry().id().charAt(0);
    }

    @Test
    void shouldFoldFortyAtTheMostAndTheMostUrgentFirst() {
        for (int i = 0; i < 50; i++) {
            bench.acceptFoldable("calm" + i, 0);
        }
        bench.acceptFoldable("urgent", 3);
        bench.start();

        List<List<String>> parcels = bench.courier.parcels();
        assertThat(parcels.get(0)).hasSize(40).startsWith("urgent", "calm0", "calm1");
        assertThat(parcels.get(1)).hasSize(11).startsWith("calm39");
    }

    @Test
    void shouldNeverFoldWhatIsMeantToStandAlone() {
        bench.accept("alone", "a build", 0);
        acceptFoldable("a", "b", "c", "d");
        bench.start();

        assertThat(bench.courier.parcels()).containsExactly(List.of("alone"), List.of("a", "b", "c", "d"));
    }

    @Test
    void shouldFoldOneOfAConversationAtATime() {
        for (String id : List.of("a1", "a2", "b1", "c1", "d1")) {
            bench.outbox.accept(
                    new Entry(id, new SendOrder("#builds", id.substring(0, 1), 0, true), bench.clock.instant(), ""));
        }
        bench.start();

        assertThat(bench.courier.parcels()).containsExactly(List.of("a1", "b1", "c1", "d1"), List.of("a2"));
    }

    @Test
    void shouldMarkAllAsTravellingTogetherBeforeTheyAreSent() {
        bench.courier.on("a", delivery -> {
            assertThat(List.of("a", "b", "c", "d"))
                    .extracting(bench::find)
                    .allSatisfy(each -> assertThat(each)
                            .returns(State.SENDING, Delivery::state)
                            .returns("a", Delivery::carrierId));
            return new SendResult.Sent("receipt", null);
        });
        acceptFoldable("a", "b", "c", "d");
        bench.start();

        assertThat(bench.state("d")).isEqualTo(State.FOLDED);
    }

    @Test
    void shouldLookForThemTogetherAndLetNobodyElseTravelAlong() {
        bench.courier.on("a", NO_ANSWER);
        acceptFoldable("a", "b", "c", "d");
        bench.start();
        acceptFoldable("e");
        bench.advance(Duration.ofMinutes(1));

        assertThat(bench.courier.parcels())
                .containsExactly(List.of("a", "b", "c", "d"), List.of("a", "b", "c", "d"), List.of("e"));
        assertThat(bench.courier.seen().subList(4, 8))
                .allSatisfy(delivery -> assertThat(delivery)
                        .returns(State.UNCERTAIN, Delivery::state)
                        .returns("a", Delivery::carrierId));
    }

    @Test
    void shouldLookForTheMessageOfALeaderThatIsDone() throws IOException {
        acceptFoldable("a", "b", "c", "d");
        bench.courier.on("a", NO_ANSWER);
        bench.start();
        // As where the process ended after the first of them was recorded.
        recordAsSent("a");

        bench.newProcess().start();

        assertThat(bench.courier.parcels()).endsWith(List.of("b", "c", "d"));
        assertThat(List.of("b", "c", "d"))
                .extracting(bench::find)
                .allSatisfy(each ->
                        assertThat(each).returns(State.FOLDED, Delivery::state).returns("a", Delivery::carrier));
    }

    @Test
    void shouldForgetItsCompanionsWhereTheMessageSurelyDidNotArrive() {
        bench.courier.on("a", new SendResult.Retry(Duration.ofSeconds(30), "Slack asks to wait"));
        acceptFoldable("a", "b", "c", "d");
        bench.start();
        bench.acceptFoldable("urgent", 3);
        bench.advance(Duration.ofSeconds(30));

        assertThat(bench.courier.parcels())
                .containsExactly(List.of("a", "b", "c", "d"), List.of("urgent", "a", "b", "c", "d"));
        assertThat(bench.find("a")).returns("urgent", Delivery::carrier);
    }

    @Test
    void shouldSendTheRestOfAParcelOfWhichSomeGrewTooOld() {
        bench.courier.on("a", new SendResult.Retry(OutboxBench.MAX_AGE, "Slack is down"));
        acceptFoldable("a", "b");
        bench.clock.advance(Duration.ofHours(1));
        acceptFoldable("c", "d");
        bench.start();
        bench.advance(OutboxBench.MAX_AGE);

        assertThat(bench.courier.parcels()).hasSizeGreaterThan(1).last().isEqualTo(List.of("d"));
        assertThat(List.of("a", "b")).extracting(bench::state).containsOnly(State.EXPIRED);
        assertThat(List.of("c", "d")).extracting(bench::state).containsOnly(State.SENT);
    }

    @Test
    void shouldSendOneByOneWhatIsRefusedTogether() {
        SendResult refused = new SendResult.Refused("The message has a block that Slack does not take");
        bench.courier.on("a", refused).on("c", refused);
        acceptFoldable("a", "b", "c", "d");
        bench.start();

        assertThat(bench.courier.parcels())
                .containsExactly(List.of("a", "b", "c", "d"), List.of("a"), List.of("b"), List.of("c"), List.of("d"));
        assertThat(bench.state("c")).isEqualTo(State.REFUSED);
        assertThat(List.of("a", "b", "d")).extracting(bench::state).containsOnly(State.SENT);
    }

    @Test
    void shouldSendOneByOneWhatFailsTogetherForWhatItSays() {
        bench.courier.on("a", new SendResult.Retry(null, "http_403", SendResult.Scope.MESSAGE));
        bench.courier.always("c", new SendResult.Retry(null, "http_403", SendResult.Scope.MESSAGE));
        acceptFoldable("a", "b", "c", "d");
        bench.start();

        assertThat(bench.courier.parcels())
                .containsExactly(List.of("a", "b", "c", "d"), List.of("a"), List.of("b"), List.of("c"), List.of("d"));
        assertThat(List.of("a", "b", "d")).extracting(bench::state).containsOnly(State.SENT);
        assertThat(bench.state("c")).isEqualTo(State.WAITING);
    }

    @Test
    void shouldStillTravelTogetherAfterAnOutageThatLooksLikePoison() {
        bench.courier.always("storm0", new SendResult.Uncertain("internal_error", SendResult.Scope.MESSAGE));
        IntStream.range(0, 40).forEach(i -> bench.acceptFoldable("storm" + i, 0));
        bench.start();
        bench.advance(Duration.ofMinutes(30));
        int before = bench.courier.parcels().size();
        bench.courier.calmDown();
        bench.courier.on("storm0", new SendResult.Absent("It is not there"));
        bench.advance(Duration.ofMinutes(30));

        assertThat(bench.outbox.waiting()).isZero();
        assertThat(bench.courier
                        .parcels()
                        .subList(before, bench.courier.parcels().size()))
                .extracting(List::size)
                .containsExactly(40, 1, 39);
    }

    @Test
    void shouldLookForWhatFailsTogetherAndSendItOneByOneWhereItIsNotThere() {
        SendResult undecided = new SendResult.Uncertain("internal_error", SendResult.Scope.MESSAGE);
        bench.courier.on("a", undecided, undecided, new SendResult.Absent("It is not there"));
        bench.courier.always("c", undecided);
        acceptFoldable("a", "b", "c", "d");
        bench.start();
        bench.advance(Duration.ofSeconds(10));

        List<String> all = List.of("a", "b", "c", "d");
        assertThat(bench.courier.parcels()).startsWith(all, all, all, List.of("a"), List.of("b"), List.of("c"));
        assertThat(bench.courier.manners().subList(0, 3)).containsExactly("send", "send", "look");
        assertThat(List.of("a", "b", "d")).extracting(bench::state).containsOnly(State.SENT);
    }

    @Test
    void shouldTellOfAStormInFewMessages() {
        IntStream.range(0, 1_000).forEach(i -> bench.acceptFoldable("storm" + i, i % 5));
        bench.start();

        assertThat(bench.courier.parcels()).hasSize(25);
        assertThat(bench.courier.ids()).hasSize(1_000).doesNotHaveDuplicates();
    }

    @Test
    void shouldLookForTheMessageOfManyThoughOnlyItsLeaderIsLeft() throws IOException {
        acceptFoldable("a", "b", "c", "d");
        bench.courier.on("a", NO_ANSWER);
        bench.start();
        // As where the process ended before the last of them was recorded.
        recordAsSent("d", "c", "b");

        bench.newProcess().start();

        assertThat(bench.courier.parcels()).endsWith(List.of("a"));
        assertThat(bench.courier.seen().get(4))
                .returns(State.UNCERTAIN, Delivery::state)
                .returns(true, Delivery::inDigest);
        assertThat(bench.find("a")).returns(State.SENT, Delivery::state).returns("a", Delivery::carrier);
    }

    @Test
    void shouldNotTakeForOneOfManyWhatTravelledAlone() {
        bench.courier.on("a", NO_ANSWER);
        acceptFoldable("a");
        bench.start();
        bench.advance(Duration.ofMinutes(1));

        assertThat(bench.courier.seen())
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.inDigest()).isFalse());
        assertThat(bench.find("a")).returns(State.SENT, Delivery::state).returns(null, Delivery::carrier);
    }

    @Test
    void shouldFindTheMessageOfManyOfAnEarlierVersion() throws IOException {
        acceptFoldable("a", "b", "c", "d");
        bench.courier.on("a", NO_ANSWER);
        bench.start();
        Delivery leader = bench.find("a");
        bench.store.update(leader.sending(null, bench.clock.instant()));

        bench.newProcess().start();

        assertThat(bench.courier.parcels())
                .as("it may have been sent alone after that")
                .endsWith(List.of("b", "c", "d"));
        assertThat(List.of("b", "c", "d")).extracting(bench::state).containsOnly(State.FOLDED);
        assertThat(bench.state("a")).isEqualTo(State.SENT);
    }

    private void recordAsSent(String... ids) throws IOException {
        for (String id : ids) {
            bench.store.update(bench.find(id)
                    .after(new SendResult.Sent("receipt", null), "a", bench.clock.instant(), bench.clock.instant()));
        }
    }

    private void acceptFoldable(String... ids) {
        for (String id : ids) {
            bench.acceptFoldable(id, 0);
        }
    }
}
