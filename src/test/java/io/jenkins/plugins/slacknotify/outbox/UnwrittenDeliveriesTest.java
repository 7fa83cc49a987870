package io.jenkins.plugins.slacknotify.outbox;

import static io.jenkins.plugins.slacknotify.outbox.DeliveryFixtures.ACCEPTED;
import static io.jenkins.plugins.slacknotify.outbox.DeliveryFixtures.finished;
import static io.jenkins.plugins.slacknotify.outbox.DeliveryFixtures.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnwrittenDeliveriesTest {
    private final UnwrittenDeliveries unwritten = new UnwrittenDeliveries();

    @Test
    void shouldForgetAllButWhatFinishedLast() {
        unwritten.add(waiting("first", 0), ACCEPTED);
        for (int i = 1; i <= 5; i++) {
            add(finished("f" + i, after(i)), after(i));
        }

        unwritten.forgetFinished(ACCEPTED, 2);

        assertThat(ids()).containsExactlyInAnyOrder("first", "f4", "f5");
    }

    @Test
    void shouldForgetWhatFinishedBeforeTheMoment() {
        unwritten.add(waiting("first", 0), ACCEPTED);
        add(finished("old", after(1)), after(1));
        add(finished("young", after(2)), after(2));

        unwritten.forgetFinished(after(2), 10);

        assertThat(ids()).containsExactlyInAnyOrder("first", "young");
    }

    @Test
    void shouldNotForgetWhatTheStoreHasInAnOlderState() {
        unwritten.add(waiting("first", 0), ACCEPTED);
        unwritten.update(finished("stored", after(1)), after(1));

        unwritten.forgetFinished(after(9), 0);

        assertThat(ids()).containsExactlyInAnyOrder("first", "stored");
    }

    @Test
    void shouldStillTellSinceWhenTheDiskIsBroken() {
        add(finished("first", after(1)), after(1));
        add(finished("second", after(2)), after(2));

        unwritten.forgetFinished(after(9), 0);

        assertThat(ids()).containsExactly("first");
        assertThat(unwritten.since()).contains(after(1));
    }

    @Test
    void shouldKnowSinceTheFirstStateThatWasNotWritten() {
        unwritten.add(waiting("a", 0), ACCEPTED);
        unwritten.update(finished("a", after(1)), after(1));

        assertThat(unwritten.since()).contains(ACCEPTED);
        assertThat(unwritten.find("a")).contains(finished("a", after(1)));
    }

    private void add(Delivery delivery, Instant now) {
        assertThat(unwritten.add(delivery, now)).isTrue();
    }

    private static Instant after(int seconds) {
        return ACCEPTED.plusSeconds(seconds);
    }

    private List<String> ids() {
        return unwritten.all().map(it -> it.entry().id()).toList();
    }
}
