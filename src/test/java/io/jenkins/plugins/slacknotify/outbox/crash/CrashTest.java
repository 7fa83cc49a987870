package io.jenkins.plugins.slacknotify.outbox.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.slacknotify.outbox.Delivery;
import io.jenkins.plugins.slacknotify.outbox.Outbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a process that hands over and sends, at random moments, and looks at the sums over all its lives.
 * {@code
 * -Dcrash.kills=200} for the long form; {@code -Dcrash.seed} for the moments of an earlier run, as far as
 * moments can be had again.
 */
class CrashTest {
    private static final int KILLS = Integer.getInteger("crash.kills", 15);
    private static final long SEED = Long.getLong("crash.seed", System.nanoTime());
    private static final int LONGEST_LIFE_MILLIS = 300;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** How many finished deliveries an outbox remembers at most. */
    private static final int HISTORY = 10_000;

    @TempDir
    Path home;

    private final Random random = new Random(SEED);

    @Test
    void shouldSendOnceAndInOrderWhatItTookOverBeforeItWasKilled() throws Exception {
        System.out.println("CrashTest: " + KILLS + " kills, seed " + SEED);
        try (LoopbackSlack slack = new LoopbackSlack()) {
            for (int life = 0; life < KILLS; life++) {
                liveAndDie(slack, life);
            }
            try (Outbox outbox = CrashOutbox.over(folder(), new LoopbackClient(slack.port()))) {
                outbox.start();
                await().atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(500))
                        .until(() -> slack.accepted().stream().allMatch(id -> isSettled(outbox.find(id))));
                assertSums(slack, outbox);
            }
        }
    }

    private void assertSums(LoopbackSlack slack, Outbox outbox) {
        List<String> arrived = slack.arrived();
        Set<String> sent = Set.copyOf(arrived);
        System.out.println("CrashTest: " + slack.accepted().size() + " taken over, " + arrived.size() + " arrived");
        assertThat(arrived)
                .as("seed %d", SEED)
                .doesNotHaveDuplicates()
                .noneMatch(id -> id.endsWith("refuse") || id.endsWith("expire"));
        assertThat(slack.accepted())
                .as("seed %d", SEED)
                .hasSizeGreaterThan(KILLS)
                .allSatisfy(id -> {
                    Delivery.State expected = expected(id);
                    Optional<Delivery> found = outbox.find(id);
                    assertThat(found.isPresent() || slack.accepted().size() > HISTORY)
                            .as(id)
                            .isTrue();
                    assertThat(found.map(Delivery::state).orElse(expected))
                            .as(id)
                            .isEqualTo(expected);
                    assertThat(sent.contains(id)).as(id).isEqualTo(expected == Delivery.State.SENT);
                });
        assertThat(IntStream.range(0, CrashChild.THREADS))
                .allSatisfy(lane -> assertThat(arrived.stream().filter(id -> id.startsWith("lane" + lane)))
                        .as("order in lane %d, seed %d", lane, SEED)
                        .isSorted());
    }

    private static Delivery.State expected(String id) {
        return id.endsWith("refuse")
                ? Delivery.State.REFUSED
                : id.endsWith("expire") ? Delivery.State.EXPIRED : Delivery.State.SENT;
    }

    /** One that is not known is settled, too: whether it was forgotten or lost shows in the sums. */
    private static boolean isSettled(Optional<Delivery> delivery) {
        return delivery.map(Delivery::state).map(Delivery.State::isFinished).orElse(true);
    }

    /** One life in five ends while the process still starts or reads what is left. */
    private void liveAndDie(LoopbackSlack slack, int life) throws IOException, InterruptedException {
        Path output = home.resolve("output.txt");
        int before = slack.accepted().size();
        Process child = start(slack.port(), life, output);
        try {
            if (random.nextInt(5) > 0) {
                await().atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(2))
                        .until(() -> slack.accepted().size() > before || !child.isAlive());
            } else {
                child.waitFor(100, TimeUnit.MILLISECONDS);
            }
            boolean ended = child.waitFor(random.nextInt(LONGEST_LIFE_MILLIS), TimeUnit.MILLISECONDS);
            assertThat(ended).as(() -> "ended by itself: " + read(output)).isFalse();
        } finally {
            child.destroyForcibly().waitFor();
        }
        slack.awaitSilence();
    }

    private Process start(int port, int life, Path output) throws IOException {
        return new ProcessBuilder(ChildJava.command(
                        CrashChild.class, folder().toString(), String.valueOf(port), String.valueOf(life)))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private Path folder() {
        return home.resolve("outbox");
    }
}
