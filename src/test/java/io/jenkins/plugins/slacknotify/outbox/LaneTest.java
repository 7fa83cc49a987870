package io.jenkins.plugins.slacknotify.outbox;

import static io.jenkins.plugins.slacknotify.outbox.DeliveryFixtures.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LaneTest {
    private final Lane lane = new Lane();

    @Test
    void shouldBeClaimedByOneWorkerAtATimeAndOnlyWhereSomethingWaits() {
        assertThat(lane.claim()).isFalse();

        lane.put(waiting("a", 1));

        assertThat(lane.claim()).isTrue();
        assertThat(lane.claim()).isFalse();
        lane.release();
        assertThat(lane.claim()).isTrue();
    }

    @Test
    void shouldHaveTheFirstAcceptedAtItsHeadWhenTheyComeInAnyOrder() {
        lane.put(waiting("b", 2));
        lane.put(waiting("a", 1));

        assertThat(lane.next()).containsExactly(waiting("a", 1));
        lane.remove(waiting("a", 1));
        assertThat(lane.next()).containsExactly(waiting("b", 2));
        lane.remove(waiting("b", 2));
        assertThat(lane.next()).isEmpty();
    }

    @Test
    void shouldNotLetTheTimerOfAnEarlierRestEndALaterOne() {
        lane.put(waiting("a", 1));
        lane.claim();
        long first = lane.rest();
        lane.endRest();
        lane.claim();
        long second = lane.rest();

        lane.endRest(first);
        assertThat(lane.claim()).as("claimed while it rests").isFalse();

        lane.endRest(second);
        assertThat(lane.claim()).isTrue();
    }

    @Test
    void shouldNotBeTakenFromItsWorkerByTheEndOfARest() {
        lane.put(waiting("a", 1));
        lane.claim();

        lane.endRest();

        assertThat(lane.claim()).isFalse();
    }
}
