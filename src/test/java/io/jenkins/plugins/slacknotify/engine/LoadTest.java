package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.engine.AnAnnouncement.named;
import static io.jenkins.plugins.slacknotify.engine.FaultSuiteBench.buildsIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.outbox.InMemoryOutboxStore;
import io.jenkins.plugins.slacknotify.outbox.ManualClock;
import io.jenkins.plugins.slacknotify.outbox.ManualThreads;
import io.jenkins.plugins.slacknotify.outbox.thread.PooledThreads;
import io.jenkins.plugins.slacknotify.sandbox.Fault;
import io.jenkins.plugins.slacknotify.sandbox.workspace.ApiCall;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Channels and workspaces under load: one that is slow, dead or noisy delays no other. */
class LoadTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int DEAD_CHANNELS = 20;
    private static final List<String> DEAD = List.of("dead", "gone", "lost", "late", "mute", "numb");

    /** Six of each of four, and then one of each: more than there are threads while all goes well. */
    private static final int BUSY = 26;

    private final ManualClock clock = new ManualClock();
    private final ManualThreads threads = new ManualThreads(clock);

    @Test
    void shouldTellOfAStormInSixtyMessagesAMinuteAndLoseNoEvent() throws Exception {
        try (FaultSuiteBench bench = new FaultSuiteBench(clock)) {
            SandboxWorkspace acme = bench.workspace("acme", "builds");
            NotificationEngine engine = bench.engine(new InMemoryOutboxStore(), threads);
            threads.run();
            List<String> failed = IntStream.range(0, 1_000)
                    .mapToObj(number -> "team/job" + number % 7 + " #" + number)
                    .toList();
            for (int number = 0; number < failed.size(); number++) {
                engine.buildCompleted(bench.build("team/job" + number % 7, number, Outcome.FAILURE));
                threads.advance(Duration.ofMillis(60));
            }
            Instant endOfStorm = clock.instant();
            threads.advance(Duration.ofMinutes(1));

            List<SandboxMessage> messages = acme.messagesIn("builds");
            assertThat(buildsIn(messages)).containsExactlyInAnyOrderElementsOf(failed);
            assertThat(messages)
                    .extracting(SandboxMessage::receivedAt)
                    .allMatch(at -> at.isBefore(endOfStorm.plusSeconds(5)));
            assertThatNoMinuteHasMoreThanSixty(messages);
            assertThat(bench.slack.calls()).extracting(ApiCall::httpStatus).doesNotContain(429);
            engine.close();
        }
    }

    @Test
    void shouldNotLetARateLimitedChannelDelayAnother() throws Exception {
        try (FaultSuiteBench bench = new FaultSuiteBench(clock)) {
            SandboxWorkspace acme = bench.workspace("acme");
            acme.channel("flooded").invite("jenkins");
            acme.channel("other").invite("jenkins");
            NotificationEngine engine = bench.engine(new InMemoryOutboxStore(), threads);
            threads.run();
            bench.slack.faults().next("chat.postMessage", Fault.rateLimited(Duration.ofMinutes(10)));
            engine.announce(named("limited")
                    .saying("limited")
                    .with("acme")
                    .to("#flooded")
                    .build());
            threads.run();
            engine.announce(named("other")
                    .of(bench.build("other", 1, Outcome.SUCCESS))
                    .saying("other")
                    .with("acme")
                    .to("#other")
                    .build());
            threads.run();

            assertThat(acme.messagesIn("other")).hasSize(1);
            assertThat(acme.messagesIn("flooded")).isEmpty();
            engine.close();
        }
    }

    @Test
    void shouldTellTheCriticalBeforeAFloodOfHarmlessNews() throws Exception {
        try (FaultSuiteBench bench = new FaultSuiteBench(clock)) {
            SandboxWorkspace acme = bench.workspace("acme");
            for (int channel = 0; channel < 50; channel++) {
                acme.channel("c" + channel).invite("jenkins");
            }
            NotificationEngine engine = bench.engine(new InMemoryOutboxStore(), threads);
            threads.run();
            for (int number = 0; number < 500; number++) {
                engine.announce(named("calm" + number)
                        .of(bench.build("calm", number, Outcome.SUCCESS))
                        .saying("calm")
                        .as(Severity.INFO)
                        .with("acme")
                        .to("#c" + number % 50)
                        .build());
            }
            threads.advance(Duration.ofSeconds(20));
            int before = acme.messagesIn("c7").size();
            engine.announce(named("alarm")
                    .of(bench.build("alarm", 1, Outcome.FAILURE))
                    .saying("alarm")
                    .as(Severity.CRITICAL)
                    .with("acme")
                    .to("#c7")
                    .build());
            threads.advance(Duration.ofSeconds(2));

            assertThat(engine.deliveries().waiting()).isGreaterThan(300);
            assertThat(acme.messagesIn("c7")).element(before).returns("alarm", SandboxMessage::text);
            engine.close();
        }
    }

    /** Whatever it is that never ends, a call to Slack or, as here, to a vault that has the token. */
    @Test
    void shouldNotLetADeadWorkspaceDelayALivingOne() throws Exception {
        try (FaultSuiteBench bench = new FaultSuiteBench(InstantSource.system())) {
            SandboxWorkspace living = bench.workspace("living");
            living.channel("builds").invite("jenkins");
            CountDownLatch dead = new CountDownLatch(1);
            NotificationEngine engine = bench.engine(new InMemoryOutboxStore(), new PooledThreads());
            for (String workspace : DEAD) {
                bench.hang(workspace, dead);
                for (int channel = 0; channel < DEAD_CHANNELS; channel++) {
                    engine.announce(named(workspace + channel)
                            .saying("x")
                            .with(workspace)
                            .to("#c" + channel)
                            .build());
                }
            }
            await().atMost(PATIENCE).until(() -> bench.hanging() >= BUSY);
            engine.announce(named("living")
                    .saying("I live")
                    .with("living")
                    .to("#builds")
                    .build());

            assertThat(living.awaitMessages("builds", 1, PATIENCE)).hasSize(1);
            assertThat(engine.deliveries().waiting()).isGreaterThanOrEqualTo(DEAD_CHANNELS * DEAD.size());
            dead.countDown();
            engine.close();
        }
    }

    private static void assertThatNoMinuteHasMoreThanSixty(List<SandboxMessage> messages) {
        for (int i = 60; i < messages.size(); i++) {
            assertThat(Duration.between(
                            messages.get(i - 60).receivedAt(), messages.get(i).receivedAt()))
                    .isGreaterThanOrEqualTo(Duration.ofMinutes(1));
        }
    }
}
