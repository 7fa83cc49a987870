package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.engine.AnAnnouncement.named;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aFailure;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.engine.spi.DeliveryObserver;
import io.jenkins.plugins.slacknotify.outbox.LoggedRecords;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The notifications of an observer of deliveries. */
class DeliveryObservationTest {
    private final EngineBench bench = new EngineBench();
    private final List<String> heard = new ArrayList<>();

    @BeforeEach
    void observe() {
        bench.engine.deliveries().observe(new Hearing());
    }

    @Test
    void shouldHearOfHandOverRetriesAndArrivalAndHowLongThatTook() {
        bench.slack.answerPost(new SlackResult.RateLimited<>(Duration.ofSeconds(30)));
        bench.engine.buildCompleted(aFailure());
        assertThat(heard).containsExactly("handed over");
        bench.advance(Duration.ofSeconds(10));
        assertThat(bench.engine.deliveries().oldestWaiting()).isEqualTo(Duration.ofSeconds(10));

        bench.advance(Duration.ofSeconds(20));

        assertThat(heard).containsExactly("handed over", "retried", "delivered after PT30S");
        assertThat(bench.engine.deliveries().oldestWaiting()).isZero();
    }

    @Test
    void shouldKeepNobodyFromHearingWhereItFails() {
        bench.engine.deliveries().observe(new Hearing() {
            @Override
            public void delivered(Duration sinceHandOver) {
                throw new IllegalStateException("a fault");
            }
        });
        try (LoggedRecords log = LoggedRecords.of(NotificationEngine.class)) {
            bench.engine.buildCompleted(aFailure());
            bench.run();
            assertThat(log.messages()).isNotEmpty();
        }

        assertThat(bench.heard).extracting(Delivery::state).contains(Delivery.State.SENT);
    }

    @Test
    void shouldHearNothingOfWhatWasTakenOverBefore() {
        bench.engine.buildCompleted(aFailure());
        bench.engine.buildCompleted(aFailure());
        assertThat(heard).containsExactly("handed over");
    }

    @Test
    void shouldHearOfWhatIsRefusedOrExpired() throws Exception {
        bench.slack.answerPost(FakeSlack.refused("msg_too_long", "The message is too long."));
        DeliveryHandle refused = bench.announce(named("a").saying("Hello"));
        bench.run();
        bench.expiry = Duration.ofHours(1);
        bench.slack.answerPost(new SlackResult.RateLimited<>(Duration.ofHours(2)));
        bench.engine.buildCompleted(aFailure());
        bench.advance(Duration.ofHours(2));
        assertThat(heard).containsExactly("handed over", "refused", "handed over", "retried", "expired");

        bench.engine.deliveries().sendAgain(refused.deliveryId());
        assertThat(heard).hasSize(6).last().isEqualTo("handed over");
    }

    @Test
    void shouldTakeAMessageThatArrivedBeforeItWasHandedOverForJustArrived() {
        bench.engine.buildCompleted(aFailure());
        bench.clock.advance(Duration.ofMinutes(-1));
        assertThat(bench.engine.deliveries().oldestWaiting()).isZero();
        bench.run();

        assertThat(heard).containsExactly("handed over", "delivered after PT0S");
    }

    private class Hearing implements DeliveryObserver {
        @Override
        public void handedOver() {
            heard.add("handed over");
        }

        @Override
        public void retried() {
            heard.add("retried");
        }

        @Override
        public void delivered(Duration sinceHandOver) {
            heard.add("delivered after " + sinceHandOver);
        }

        @Override
        public void refused() {
            heard.add("refused");
        }

        @Override
        public void expired() {
            heard.add("expired");
        }
    }
}
