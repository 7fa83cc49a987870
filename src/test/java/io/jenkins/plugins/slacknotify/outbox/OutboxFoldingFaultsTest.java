package io.jenkins.plugins.slacknotify.outbox;

import static io.jenkins.plugins.slacknotify.outbox.delivery.Delivery.State.EXPIRED;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Faults that hit one of several entries that may share a message: the others go on, and none is taken for another one. */
class OutboxFoldingFaultsTest {
    private static final List<String> OTHERS = List.of("a", "b", "d", "e", "f");

    private final UnreadableStore store = new UnreadableStore();
    private final OutboxBench bench = new OutboxBench(store);
    private final List<LoggedRecords> logs = List.of(
            LoggedRecords.of(DeliveryAttempts.class),
            LoggedRecords.of("io.jenkins.plugins.slacknotify.outbox.lane.Dispatcher"));

    @BeforeEach
    void start() {
        bench.start();
    }

    @AfterEach
    void releaseTheLog() {
        logs.forEach(LoggedRecords::close);
    }

    private void acceptWithUnreadable(String unreadable) {
        store.isUnreadable = unreadable::equals;
        Stream.concat(OTHERS.stream(), Stream.of(unreadable)).sorted().forEach(id -> bench.acceptFoldable(id, 0));
    }

    @Test
    void shouldSendTheOthersWhereOneCannotBeRead() {
        acceptWithUnreadable("c");
        bench.advance(Duration.ofMinutes(1));
        assertThat(bench.courier.ids()).containsExactlyInAnyOrderElementsOf(OTHERS);

        store.isUnreadable = id -> false;
        bench.advance(Duration.ofMinutes(10));
        assertThat(bench.courier.ids()).contains("c");
        assertThat(bench.outbox.waiting()).isZero();
    }

    @Test
    void shouldSayThatTheyAreTooOldThoughOneCannotBeRead() {
        bench.pace = delivery -> Duration.ofHours(1);
        acceptWithUnreadable("c");
        bench.advance(OutboxBench.MAX_AGE.plusHours(2));
        store.isUnreadable = id -> false;

        assertThat(OTHERS).allSatisfy(id -> assertThat(bench.state(id)).isEqualTo(EXPIRED));
        assertThat(bench.heard)
                .extracting(delivery -> delivery.entry().id(), Delivery::state)
                .hasSize(OTHERS.size() + 1);
    }

    /** It is in Slack alone: whoever finds it there must not take those for arrived that are to share a message with it. */
    @Test
    void shouldLookAloneForWhatWasSentBeforeAnErrorOfOurOwn() {
        bench.courier.on("a", delivery -> null); // It arrives, and what is to note that fails.
        bench.acceptFoldable("a", 0);
        bench.run();
        Stream.of("b", "c", "d", "e").forEach(id -> bench.acceptFoldable(id, 0));
        bench.advance(Duration.ofMinutes(10));

        assertThat(bench.courier.parcels())
                .filteredOn(parcel -> parcel.contains("a"))
                .allMatch(parcel -> parcel.size() == 1)
                .hasSize(2);
        assertThat(bench.courier.ids()).contains("b", "c", "d", "e");
        assertThat(bench.outbox.waiting()).isZero();
    }
}
