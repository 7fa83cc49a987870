package io.jenkins.plugins.slacknotify.inbound.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.slacknotify.outbox.crash.ChildJava;
import io.jenkins.plugins.slacknotify.outbox.crash.LoopbackSlack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a process that takes commands of Slack and does them, at random moments: between acknowledgement and act, between
 * effect and answer. Over all its lives, what was acknowledged was done once, in the order of each member, and answered.
 * {@code -Dcrash.kills=200} for the long form; {@code -Dcrash.seed} for the moments of an earlier run, as far as moments can be
 * had again.
 */
class InboundCrashTest {
    private static final int KILLS = Integer.getInteger("crash.kills", 12);
    private static final long SEED = Long.getLong("crash.seed", System.nanoTime());
    private static final int MAX_LIFE_MILLIS = 300;
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @TempDir
    Path home;

    private final Random random = new Random(SEED);

    @Test
    void shouldDoOnceWhatWasAcknowledgedBeforeTheKill() throws Exception {
        System.out.println("InboundCrashTest: " + KILLS + " kills, seed " + SEED);
        try (LoopbackSlack outside = new LoopbackSlack()) {
            for (int life = 0; life < KILLS; life++) {
                liveAndDie(outside, life);
            }
            Process last = start(outside.port(), "0", "finish");
            try {
                await().atMost(TIMEOUT)
                        .pollInterval(Duration.ofMillis(200))
                        .until(() -> outside.answered().containsAll(outside.accepted()));
            } finally {
                last.destroyForcibly().waitFor();
            }
            check(outside);
        }
    }

    private static void check(LoopbackSlack outside) {
        List<String> effects = outside.arrived();
        System.out.println("InboundCrashTest: " + outside.accepted().size() + " acknowledged, " + effects.size()
                + " effects, " + outside.answered().size() + " answered");
        assertThat(outside.accepted())
                .as("seed %d", SEED)
                .hasSizeGreaterThan(KILLS)
                .isSubsetOf(effects);
        assertThat(effects).as("seed %d", SEED).doesNotHaveDuplicates().containsAll(outside.answered());
        assertThat(IntStream.range(0, InboundCrashChild.MEMBERS))
                .allSatisfy(member -> assertThat(effects.stream().filter(key -> key.startsWith("member" + member)))
                        .as("order of member %d, seed %d", member, SEED)
                        .isSorted());
    }

    /** One life in five ends while the process still starts or reads what is left. */
    private void liveAndDie(LoopbackSlack outside, int life) throws IOException, InterruptedException {
        int before = outside.accepted().size();
        Process child = start(outside.port(), String.valueOf(life));
        try {
            if (random.nextInt(5) > 0) {
                await().atMost(TIMEOUT)
                        .pollInterval(Duration.ofMillis(2))
                        .until(() -> outside.accepted().size() > before || !child.isAlive());
            } else {
                child.waitFor(100, TimeUnit.MILLISECONDS);
            }
            boolean ended = child.waitFor(random.nextInt(MAX_LIFE_MILLIS), TimeUnit.MILLISECONDS);
            assertThat(ended).as(() -> "ended by itself: " + output()).isFalse();
        } finally {
            child.destroyForcibly().waitFor();
        }
        outside.awaitSilence();
    }

    private Process start(int port, String... life) throws IOException {
        String[] arguments = new String[2 + life.length];
        arguments[0] = home.resolve("inbound").toString();
        arguments[1] = String.valueOf(port);
        System.arraycopy(life, 0, arguments, 2, life.length);
        return new ProcessBuilder(ChildJava.command(InboundCrashChild.class, arguments))
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("output.txt").toFile())
                .start();
    }

    private String output() {
        try {
            return Files.readString(home.resolve("output.txt"));
        } catch (IOException e) {
            return Arrays.toString(e.getStackTrace());
        }
    }
}
