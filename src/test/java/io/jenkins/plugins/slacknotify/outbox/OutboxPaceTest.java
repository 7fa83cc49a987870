package io.jenkins.plugins.slacknotify.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The outbox and its {@link Pace}: nothing is sent without a permit, and no permit is lost. */
class OutboxPaceTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final OutboxBench bench = new OutboxBench();
    private final List<String> leaves = new ArrayList<>();

    /** One a second. */
    private Instant nextLeave = bench.clock.instant();

    OutboxPaceTest() {
        bench.pace = next -> {
            Duration pause = Duration.between(bench.clock.instant(), nextLeave);
            if (pause.isNegative() || pause.isZero()) {
                nextLeave = bench.clock.instant().plus(SECOND);
                leaves.add(next.entry().id());
                return Duration.ZERO;
            }
            return pause;
        };
        bench.start();
    }

    @Test
    void shouldSendOneForEachLeave() {
        bench.accept("a", "#builds");
        bench.accept("b", "#builds");
        bench.accept("c", "#builds");
        bench.run();
        assertThat(bench.courier.ids()).containsExactly("a");

        bench.advance(SECOND);
        assertThat(bench.courier.ids()).containsExactly("a", "b");
        bench.advance(SECOND);
        assertThat(bench.courier.ids()).containsExactly("a", "b", "c").isEqualTo(leaves);
    }

    @Test
    void shouldAskAgainForWhatHasBecomeTheMostUrgentMeanwhile() {
        bench.accept("a", "a", 0);
        bench.accept("b", "b", 0);
        bench.run();
        bench.accept("urgent", "c", 4);
        bench.advance(SECOND.multipliedBy(2));

        assertThat(bench.courier.ids()).containsExactly("a", "urgent", "b").isEqualTo(leaves);
    }

    @Test
    void shouldFoldWhatComesWhileItWaitsForLeave() {
        for (String id : new String[] {"a", "b", "c", "d", "e"}) {
            bench.acceptFoldable(id, 0);
            bench.run();
        }
        bench.advance(SECOND);

        assertThat(bench.courier.parcels()).containsExactly(List.of("a"), List.of("b", "c", "d", "e"));
        assertThat(leaves).containsExactly("a", "b");
    }

    /** Many lanes may wait for one workspace, and ask again together. */
    @Test
    void shouldReadOneOfAParcelToAskForLeave() {
        List<String> read = new ArrayList<>();
        OutboxBench counted = new OutboxBench(new ForwardingStore() {
            @Override
            public Optional<Delivery> find(String id) throws IOException {
                read.add(id);
                return super.find(id);
            }
        });
        counted.pace = next -> SECOND;
        counted.start();
        for (String id : new String[] {"a", "b", "c", "d"}) {
            counted.acceptFoldable(id, 0);
        }
        counted.run();

        assertThat(read).containsExactly("a");
    }

    @Test
    void shouldNotHurryWhenItIsWoken() {
        bench.accept("a", "#builds");
        bench.accept("b", "#builds");
        bench.run();
        bench.outbox.wakeAll();
        bench.advance(SECOND.minusMillis(1));
        assertThat(bench.courier.ids()).containsExactly("a");

        bench.advance(Duration.ofMillis(1));
        assertThat(bench.courier.ids()).containsExactly("a", "b").isEqualTo(leaves);
    }

    @Test
    void shouldAskForNoLeaveToLetGoWhatIsTooOld() {
        bench.courier.on("a", new SendResult.Retry(OutboxBench.MAX_AGE.plusMillis(1), "Slack is down"));
        for (String id : new String[] {"a", "b", "c"}) {
            bench.accept(id, "#builds");
        }
        bench.advance(OutboxBench.MAX_AGE);
        bench.accept("news", "another build", 0);
        bench.advance(Duration.ofMillis(1));

        assertThat(bench.courier.ids()).containsExactly("a", "news").isEqualTo(leaves);
    }
}
