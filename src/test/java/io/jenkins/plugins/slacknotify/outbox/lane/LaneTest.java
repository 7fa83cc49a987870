package io.jenkins.plugins.slacknotify.outbox.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.outbox.DeliveryFixtures;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.DeliveryHead;
import io.jenkins.plugins.slacknotify.outbox.delivery.Entry;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendOrder;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LaneTest {
    private static final long NOW = Duration.ofDays(1).toNanos();

    private final Lane lane = new Lane("lane");

    @Test
    void shouldBeClaimedByOneWorkerAtATimeAndOnlyWhereSomethingWaits() {
        assertThat(lane.claim(NOW)).isNull();

        lane.add(waiting("a", 1));

        assertThat(lane.claim(NOW)).isNotNull();
        assertThat(lane.claim(NOW)).isNull();
        lane.activity().release();
        assertThat(lane.claim(NOW)).isNotNull();
    }

    @Test
    void shouldNotBelongToTheWorkerOfAnEarlierClaim() {
        lane.add(waiting("a", 1));
        long earlier = lane.claim(NOW);
        lane.activity().release();
        assertThat(lane.activity().isClaimedBy(earlier)).isFalse();

        long later = lane.claim(NOW);
        assertThat(lane.activity().isClaimedBy(earlier)).isFalse();
        assertThat(lane.activity().isClaimedBy(later)).isTrue();
    }

    @Test
    void shouldHaveTheFirstAcceptedAtItsHeadWhenTheyComeInAnyOrder() {
        lane.add(waiting("b", 2));
        lane.add(waiting("c", 3));
        lane.add(waiting("a", 1));

        for (Waiting next : new Waiting[] {waiting("a", 1), waiting("b", 2), waiting("c", 3)}) {
            assertThat(lane.next()).extracting(Waiting::id).containsExactly(next.id());
            lane.remove(next.head());
        }
        assertThat(lane.next()).isEmpty();
        assertThat(lane.isDone()).isTrue();
    }

    /** Whoever reads the disk again adds it again, and it must not seem to be here then. */
    @Test
    void shouldNotHaveWhatCouldNotBeAdded() {
        assertThatThrownBy(() -> lane.add(withoutShare("a", 1))).isInstanceOf(NullPointerException.class);

        assertThat(lane.find("sequence", 1)).isEmpty();
        assertThat(lane.isDone()).isTrue();
        lane.add(waiting("a", 1));
        assertThat(lane.next()).extracting(Waiting::id).containsExactly("a");
    }

    @Test
    void shouldTryAgainWhatWasNowhereAfterAnError() {
        lane.add(waiting("a", 1));
        Sequence[] sequence = new Sequence[1];
        assertThatThrownBy(() -> lane.update(waiting("a", 1).head(), it -> {
                    sequence[0] = it;
                    it.remove(1);
                    it.put(withoutShare("a", 1));
                }))
                .isInstanceOf(NullPointerException.class);
        assertThat(lane.next()).isEmpty();
        sequence[0].put(waiting("a", 1));

        assertThat(lane.repair()).isTrue();
        assertThat(lane.next()).extracting(Waiting::id).containsExactly("a");
        assertThat(lane.repair()).isFalse();
    }

    /** The store still has it. */
    @Test
    void shouldSayThatSomethingMayHaveGotLostByAnError() {
        lane.add(waiting("a", 1));
        lane.add(waiting("b", 2));
        assertThatThrownBy(() -> lane.update(waiting("a", 1).head(), it -> {
                    it.remove(1);
                    throw new OutOfMemoryError("for the test");
                }))
                .isInstanceOf(OutOfMemoryError.class);

        assertThat(lane.repair()).isTrue();
        assertThat(lane.size()).isOne();
        lane.add(waiting("a", 1));
        assertThat(lane.next()).extracting(Waiting::id).containsExactly("a");
    }

    /** Where a part of the disk could not be read for a while, the one whose id a message bears may have been sent alone. */
    @Test
    void shouldNotHaveTravelWithOthersWhatHasTravelledAlone() {
        lane.add(doubtful("a", 1, null));
        lane.add(doubtful("b", 2, "a"));
        lane.add(doubtful("c", 3, "a"));

        assertThat(lane.next()).extracting(Waiting::id).containsExactly("a");
        lane.remove(doubtful("a", 1, null).head());
        assertThat(lane.next()).extracting(Waiting::id).containsExactly("b", "c");
    }

    /** One of which a lane finds out that it makes no sense only when it is to get its turn. */
    private static Waiting withoutShare(String id, long position) {
        SendOrder order = new SendOrder("#builds", "sequence", null, 0, false);
        return new Waiting(
                Delivery.accepted(new Entry(id, order, Instant.EPOCH, ""), position)
                        .head(),
                0);
    }

    private static Waiting doubtful(String id, long position, @CheckForNull String carrier) {
        DeliveryHead head = new DeliveryHead(
                id,
                new SendOrder("#builds", id, 0, true),
                Instant.EPOCH,
                position,
                new DeliveryHead.Progress(Delivery.State.UNCERTAIN, 1, null, carrier, Instant.EPOCH));
        return new Waiting(head, 0);
    }

    @Test
    void shouldTakeADeliveryOnce() {
        assertThat(lane.add(waiting("a", 1))).isTrue();
        assertThat(lane.add(waiting("a", 1))).isFalse();

        assertThat(lane.size()).isOne();
    }

    @Test
    void shouldNotLetTheTimerOfAnEarlierRestEndALaterOne() {
        lane.add(waiting("a", 1));
        lane.claim(NOW);
        lane.activity().restUntil(NOW + seconds(1), false);
        lane.wakeAll();
        lane.claim(NOW);
        lane.activity().restUntil(NOW + seconds(5), false);

        lane.wake(NOW + seconds(1));
        assertThat(lane.claim(NOW)).as("claimed while it rests").isNull();

        lane.wake(NOW + seconds(5));
        assertThat(lane.claim(NOW)).isNotNull();
    }

    @Test
    void shouldNotBeTakenFromItsWorkerByTheEndOfARest() {
        lane.add(waiting("a", 1));
        lane.claim(NOW);

        lane.wake(NOW + seconds(1));
        lane.wakeAll();

        assertThat(lane.claim(NOW)).isNull();
    }

    @Test
    void shouldPassOverASequenceThatRests() {
        lane.add(waiting("a", 1));
        lane.add(waiting("b", 2, "another"));
        lane.update(waiting("a", 1).head(), sequence -> sequence.restUntil(NOW + seconds(1), false));
        assertThat(lane.next()).extracting(Waiting::id).containsExactly("b");

        lane.remove(waiting("b", 2, "another").head());
        assertThat(lane.next()).isEmpty();
        lane.wake(NOW + seconds(1));
        assertThat(lane.next()).extracting(Waiting::id).containsExactly("a");
    }

    private static Waiting waiting(String id, long position) {
        return waiting(id, position, "sequence");
    }

    private static Waiting waiting(String id, long position, String sequence) {
        Entry entry = new Entry(id, new SendOrder("#builds", sequence, 0, false), DeliveryFixtures.ACCEPTED, "");
        return new Waiting(Delivery.accepted(entry, position).head(), NOW);
    }

    private static long seconds(int number) {
        return Duration.ofSeconds(number).toNanos();
    }
}
