package io.jenkins.plugins.slacknotify.outbox.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.outbox.lane.AwaitedDeliveries.Waiter;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AwaitedDeliveriesTest {
    private static final Waiter ONE = new Waiter("#people", "one");
    private static final Waiter OTHER = new Waiter("#people", "other");

    private final AwaitedDeliveries awaited = new AwaitedDeliveries();

    @Test
    void shouldTellOnceWhoHasWaited() {
        assertThat(awaited.add(ONE, Set.of("a", "b"), awaited.settled())).isTrue();
        assertThat(awaited.add(OTHER, Set.of("b"), awaited.settled())).isTrue();

        assertThat(awaited.settled("c")).isEmpty();
        assertThat(awaited.settled("b")).containsExactly(ONE, OTHER);
        assertThat(awaited.settled("b")).isEmpty();
        assertThat(awaited.settled("a")).containsExactly(ONE);
    }

    @Test
    void shouldLetNobodyWaitForWhatWasSettledMeanwhile() {
        awaited.settled("before");
        long since = awaited.settled();
        awaited.settled("a");

        assertThat(awaited.add(ONE, Set.of("a", "b"), since)).isFalse();
        assertThat(awaited.settled("b")).isEmpty();
        assertThat(awaited.add(ONE, Set.of("before"), since)).isTrue();
    }

    @Test
    void shouldForgetWhoDoesNotWaitAnyMore() {
        awaited.add(ONE, Set.of("a"), 0);
        awaited.add(OTHER, Set.of("a", "b"), 0);
        awaited.retain(OTHER::equals);

        assertThat(awaited.settled("a")).containsExactly(OTHER);
    }
}
