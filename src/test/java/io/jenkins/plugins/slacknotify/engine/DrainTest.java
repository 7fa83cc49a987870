package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.engine.AnAnnouncement.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.slacknotify.engine.planning.CannotAnnounceException;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.outbox.InMemoryOutboxStore;
import io.jenkins.plugins.slacknotify.outbox.ManualClock;
import io.jenkins.plugins.slacknotify.outbox.ManualThreads;
import io.jenkins.plugins.slacknotify.outbox.thread.PooledThreads;
import io.jenkins.plugins.slacknotify.sandbox.workspace.ApiCall;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The number of 429s while 20 channels get all that waits for them. Time is moved by hand, unless {@code
 * -Dslack-notify.drain.real=true} asks for the pace of a real clock and of calls that take their time.
 */
class DrainTest {
    private static final boolean REAL = Boolean.getBoolean("slack-notify.drain.real");
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int CHANNELS = 20;
    private static final int MESSAGES = 30;

    /** Every tenth message is replaced later, by another method with limits of its own. */
    private static final int UPDATED = 10;

    /** All in one workspace are slowed down by its limit, and two in each by their own. */
    @ParameterizedTest
    @ValueSource(ints = {1, 10})
    void shouldHardlyEverBeToldToWait(int workspaces) throws Exception {
        ManualClock clock = new ManualClock();
        ManualThreads threads = new ManualThreads(clock);
        try (FaultSuiteBench bench = new FaultSuiteBench(REAL ? InstantSource.system() : clock)) {
            NotificationEngine engine = bench.engine(new InMemoryOutboxStore(), REAL ? new PooledThreads() : threads);
            threads.run();
            for (int channel = 0; channel < CHANNELS; channel++) {
                String workspace = "w" + channel % workspaces;
                bench.workspace(workspace).channel("c" + channel).invite("jenkins");
                fill(bench, engine, workspace, "c" + channel);
            }
            if (REAL) {
                await().atMost(LONGEST).until(() -> engine.deliveries().waiting() == 0);
            } else {
                threads.advance(LONGEST);
            }

            List<ApiCall> calls = bench.slack.calls();
            long limited =
                    calls.stream().filter(call -> call.httpStatus() == 429).count();
            print(workspaces, calls, limited);
            assertThat(engine.deliveries().waiting()).isZero();
            assertThat(calls).hasSizeGreaterThanOrEqualTo(CHANNELS * (MESSAGES + MESSAGES / UPDATED));
            assertThat(limited).isLessThan(calls.size() / 100);
            engine.close();
        }
    }

    private static void fill(FaultSuiteBench bench, NotificationEngine engine, String workspace, String channel)
            throws CannotAnnounceException {
        for (int number = 0; number < MESSAGES; number++) {
            String id = channel + "-" + number;
            AnAnnouncement message = named(id)
                    .of(bench.build(channel, number, Outcome.SUCCESS))
                    .saying("message " + number)
                    .with(workspace);
            List<DeliveryHandle> handedOver =
                    engine.announce(message.to("#" + channel).build());
            if (number % UPDATED == 0) {
                engine.announce(named(id + "-update")
                        .saying("replaced")
                        .inPlaceOf(handedOver.get(0))
                        .build());
            }
        }
    }

    private static void print(int workspaces, List<ApiCall> calls, long limited) {
        Duration time = Duration.between(
                calls.get(0).receivedAt(), calls.get(calls.size() - 1).receivedAt());
        System.out.printf(
                "DrainTest: %d channels in %d workspace(s): %d calls in %d s, %d answered 429%n",
                CHANNELS, workspaces, calls.size(), time.toSeconds(), limited);
    }
}
