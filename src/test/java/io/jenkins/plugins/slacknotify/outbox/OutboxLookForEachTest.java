package io.jenkins.plugins.slacknotify.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.Entry;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendOrder;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Many that may have arrived, each by itself, as after a long pause: they are looked for at once, and folded where they are not there. */
class OutboxLookForEachTest {
    private static final SendResult ABSENT = new SendResult.Absent("not there");

    private final OutboxBench bench = new OutboxBench();
    private long position;

    @Test
    void shouldLookOnceAndFoldWhatIsNotThere() throws IOException {
        uncertain(100);
        bench.courier.lookingForEach(each(id -> id.equals("e7") ? new SendResult.Sent("found", null) : ABSENT));
        bench.start();

        assertThat(bench.courier.looks()).hasSize(1).first().asList().hasSize(100);
        assertThat(bench.courier.parcels()).hasSize(3);
        assertThat(bench.courier.ids()).hasSize(99).doesNotContain("e7").doesNotHaveDuplicates();
        assertThat(bench.find("e7"))
                .returns(Delivery.State.SENT, Delivery::state)
                .returns("found", Delivery::receipt);
        assertThat(bench.heard).extracting(delivery -> delivery.entry().id()).contains("e7");
        assertThat(bench.outbox.waiting()).isZero();
    }

    @Test
    void shouldLookForSoManyAtOnceThatMemoryCanHoldThem() throws IOException {
        uncertain(900);
        bench.courier.lookingForEach(each(id -> ABSENT));
        bench.start();

        assertThat(bench.courier.looks())
                .hasSize(3)
                .allSatisfy(ids -> assertThat(ids).hasSizeLessThanOrEqualTo(400));
        assertThat(bench.courier.ids()).hasSize(900).doesNotHaveDuplicates();
    }

    @Test
    void shouldLookForEachWhenItIsSentWhereNoneCanBeLookedForAtOnce() throws IOException {
        uncertain(10);
        bench.start();

        assertThat(bench.courier.looks()).hasSize(1);
        assertThat(bench.courier.parcels()).hasSize(10);
        assertThat(bench.courier.seen()).allMatch(delivery -> delivery.state().mayHaveArrived());
    }

    @Test
    void shouldLookForTheOthersAgainWhereOnlySomeCouldBeLookedFor() throws IOException {
        uncertain(9);
        bench.courier.lookingForEach(deliveries -> deliveries.stream()
                .map(delivery -> delivery.entry().id())
                .limit(4)
                .collect(Collectors.toMap(
                        id -> id, id -> id.equals("e1") ? new SendResult.Uncertain("it is elsewhere") : ABSENT)));
        bench.start();

        assertThat(bench.courier.looks()).hasSizeBetween(2, 3);
        assertThat(bench.courier.seen())
                .filteredOn(delivery -> delivery.state().mayHaveArrived())
                .extracting(delivery -> delivery.entry().id())
                .contains("e1");
        assertThat(bench.courier.ids()).hasSize(9).doesNotHaveDuplicates();
        assertThat(bench.outbox.waiting()).isZero();
    }

    @Test
    void shouldRestAllWhereTheLookHasFailedAndSendWhatIsNew() throws IOException {
        uncertain(10);
        bench.courier.lookingForEach(deliveries -> Map.of(
                deliveries.get(0).entry().id(),
                new SendResult.Retry(null, "Slack does not tell", SendResult.Scope.SEQUENCE)));
        bench.start();
        assertThat(bench.courier.looks()).hasSize(1);
        assertThat(bench.outbox.unfinished())
                .hasSize(10)
                .allMatch(head -> head.state() == Delivery.State.UNCERTAIN)
                .filteredOn(head -> "Slack does not tell".equals(head.note()))
                .hasSize(1);

        bench.acceptFoldable("new", 0);
        bench.run();
        assertThat(bench.courier.ids()).containsExactly("new");

        bench.courier.lookingForEach(each(id -> ABSENT));
        bench.advance(Duration.ofMinutes(1));
        assertThat(bench.courier.looks()).hasSize(2);
        assertThat(bench.outbox.waiting()).isZero();
    }

    @Test
    void shouldLookAgainAfterACrashInTheMiddleOfALook() throws IOException {
        uncertain(10);
        bench.courier.lookingForEach(deliveries -> {
            assertThat(bench.store).isNotNull();
            throw new IllegalStateException("cut off");
        });
        try (LoggedRecords log = LoggedRecords.of(DeliveryAttempts.class)) {
            bench.outbox.start();
            bench.threads.runOne();
            bench.threads.runOne();
            assertThat(bench.courier.looks()).hasSize(1);
            assertThat(log.messages()).hasSize(1);
        }
        assertThat(bench.state("e3")).isEqualTo(Delivery.State.UNCERTAIN);
        bench.courier.lookingForEach(each(id -> ABSENT));
        bench.newProcess().start();

        assertThat(bench.courier.looks()).hasSize(2);
        assertThat(bench.outbox.waiting()).isZero();
    }

    private static Function<List<Delivery>, Map<String, SendResult>> each(Function<String, SendResult> result) {
        return deliveries -> {
            Map<String, SendResult> results = new HashMap<>();
            deliveries.forEach(
                    it -> results.put(it.entry().id(), result.apply(it.entry().id())));
            return results;
        };
    }

    private void uncertain(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            SendOrder order = new SendOrder("#builds", "build " + i, 0, true);
            Entry entry = new Entry("e" + i, order, bench.clock.instant(), "payload");
            bench.store.add(new Delivery(
                    entry, ++position, Delivery.State.UNCERTAIN, 0, null, null, null, bench.clock.instant()));
        }
    }
}
