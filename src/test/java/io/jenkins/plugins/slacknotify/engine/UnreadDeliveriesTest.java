package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.engine.AnAnnouncement.named;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.outbox.UnreadableStore;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A message that belongs to another one, of which the disk gives nothing when it is to be sent. */
class UnreadDeliveriesTest {
    private final UnreadableStore store = new UnreadableStore();
    private final EngineBench bench = new EngineBench(store);

    private DeliveryHandle first;
    private DeliveryHandle second;

    private void announce(boolean replaces) throws Exception {
        first = bench.announce(named("first").saying("Deploying"));
        bench.run();
        AnAnnouncement next = named("second").saying("Deployed");
        second = bench.announce(replaces ? next.inPlaceOf(first) : next.inThreadOf(first));
        store.isUnreadable = first.deliveryId()::equals;
        bench.advance(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldBeSentOnceTheDiskGivesWhatItBelongsTo(boolean replaces) throws Exception {
        announce(replaces);
        assertThat(bench.find(second))
                .returns(Delivery.State.WAITING, Delivery::state)
                .satisfies(waiting -> assertThat(waiting.note()).contains("disk"));

        store.isUnreadable = id -> false;
        bench.advance(Duration.ofMinutes(5));

        assertThat(bench.find(second).state()).isEqualTo(Delivery.State.SENT);
        assertThat(bench.slack.calls()).containsExactly("post", replaces ? "update" : "post");
    }

    /** Its line may be damaged, and never come back. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldNotWaitForLong(boolean replaces) throws Exception {
        announce(replaces);
        bench.advance(Duration.ofMinutes(20));

        assertThat(bench.find(second))
                .returns(Delivery.State.REFUSED, Delivery::state)
                .satisfies(refused -> assertThat(refused.note()).contains("not known any more"));
    }
}
