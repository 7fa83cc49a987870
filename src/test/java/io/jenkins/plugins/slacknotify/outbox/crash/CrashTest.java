package io.jenkins.plugins.slacknotify.outbox.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.slacknotify.outbox.Outbox;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a process that hands over and sends, at random moments, and looks at the sums over all its lives: with digests,
 * several sequences in each lane, and, in two of the tests, a block of the disk that gets lost after each kill, or a segment that
 * cannot be opened in the next life. {@code
 * -Dcrash.kills=250} for the long form; {@code -Dcrash.seed} for the moments of an earlier run, as far as moments can be
 * had again.
 */
class CrashTest {
    private static final int KILLS = Integer.getInteger("crash.kills", 15);
    private static final long SEED = Long.getLong("crash.seed", System.nanoTime());
    private static final int MAX_LIFE_MILLIS = 300;
    private static final int BLOCK = 4096;
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Pattern ID = Pattern.compile("\"id\":\"([\\w-]+)\"");

    @TempDir
    Path home;

    private final Random random = new Random(SEED);

    /** The deliveries that may be lost, because nothing of them is left on disk but what was damaged. */
    private final Set<String> destroyed = new HashSet<>();

    @Test
    void shouldSendOnceAndInOrderWhatItTookOverBeforeItWasKilled() throws Exception {
        killOverAndOver(KILLS, () -> {});
    }

    @Test
    void shouldSendNothingTwiceThoughTheDiskLosesABlockAfterEachKill() throws Exception {
        killOverAndOver(Math.max(1, KILLS / 3), this::loseABlock);
    }

    @Test
    void shouldSendNothingTwiceAndLoseNothingThoughSegmentsCannotBeOpenedInSomeLives() throws Exception {
        UnreadableSegment unreadable = new UnreadableSegment();
        killOverAndOver(Math.max(1, KILLS / 3), unreadable);
        assertThat(unreadable.times).isPositive();
    }

    /** The harm to the disk after a kill. */
    private interface Harm {
        void happen() throws IOException;

        /** Mends what can be mended. */
        default void end() throws IOException {}

        /** Whether what is handed over later is never sent before what is left of an earlier life. */
        default boolean keepsOrder() {
            return true;
        }
    }

    /** Has a segment be none that can be opened in one life, and one again in the next. */
    private final class UnreadableSegment implements Harm {
        private final Path aside = home.resolve("aside");
        private Path segment;
        private int times;

        @Override
        public void happen() throws IOException {
            List<Path> segments = segments();
            if (segment != null) {
                end();
            } else if (!segments.isEmpty()) {
                segment = segments.get(random.nextInt(segments.size()));
                Files.move(segment, aside);
                Files.createDirectory(segment);
                times++;
            }
        }

        @Override
        public void end() throws IOException {
            if (segment != null) {
                Files.delete(segment);
                Files.move(aside, segment);
                segment = null;
            }
        }

        @Override
        public boolean keepsOrder() {
            return false;
        }
    }

    private void killOverAndOver(int kills, Harm harm) throws Exception {
        System.out.println("CrashTest: " + kills + " kills, seed " + SEED);
        try (LoopbackSlack slack = new LoopbackSlack()) {
            for (int life = 0; life < kills; life++) {
                liveAndDie(slack, life);
                harm.happen();
            }
            harm.end();
            try (Outbox outbox = CrashOutbox.over(folder(), new LoopbackClient(slack.port()))) {
                outbox.start();
                await().atMost(TIMEOUT)
                        .pollInterval(Duration.ofMillis(500))
                        .until(() -> slack.accepted().stream().allMatch(id -> isSettled(id, outbox)));
                assertSums(slack, outbox, kills);
                if (harm.keepsOrder()) {
                    assertOrder(slack);
                }
            }
        }
    }

    private void assertSums(LoopbackSlack slack, Outbox outbox, int kills) {
        List<String> arrived = slack.arrived();
        Set<String> sent = Set.copyOf(arrived);
        System.out.println("CrashTest: " + slack.accepted().size() + " taken over, " + arrived.size() + " arrived, "
                + slack.digests() + " digests, " + destroyed.size() + " destroyed");
        assertThat(arrived)
                .as("seed %d", SEED)
                .doesNotHaveDuplicates()
                .noneMatch(id -> id.endsWith("refuse") || id.endsWith("expire"));
        assertThat(slack.accepted()).as("seed %d", SEED).hasSizeGreaterThan(kills);
        assertThat(slack.accepted())
                .as("seed %d", SEED)
                .filteredOn(id -> !destroyed.contains(id))
                .allSatisfy(id -> {
                    Delivery.State expected = expected(id);
                    Delivery.State found = outbox.find(id).orElseThrow().state();
                    assertThat(found == Delivery.State.FOLDED ? Delivery.State.SENT : found)
                            .as(id)
                            .isEqualTo(expected);
                    assertThat(sent.contains(id)).as(id).isEqualTo(expected == Delivery.State.SENT);
                });
    }

    private static void assertOrder(LoopbackSlack slack) {
        assertThat(slack.arrived().stream().collect(Collectors.groupingBy(CrashTest::sequenceOf)))
                .allSatisfy((sequence, ids) -> assertThat(ids)
                        .as("order in %s, seed %d", sequence, SEED)
                        .isSorted());
    }

    private static String sequenceOf(String id) {
        return id.substring(0, id.indexOf("-life"));
    }

    /** Loses a block of the journal, and notes of which deliveries nothing else is left. */
    private void loseABlock() throws IOException {
        List<Path> segments = segments();
        if (segments.isEmpty()) {
            return;
        }
        Set<String> before = idsOnDisk();
        Path segment = segments.get(random.nextInt(segments.size()));
        byte[] content = Files.readAllBytes(segment);
        int from = random.nextInt(content.length / BLOCK + 1) * BLOCK;
        Arrays.fill(content, from, Math.min(from + BLOCK, content.length), (byte) 0);
        Files.write(segment, content);
        Set<String> left = idsOnDisk();
        before.stream().filter(id -> !left.contains(id)).forEach(destroyed::add);
    }

    /** The ids of all lines that are intact. */
    private Set<String> idsOnDisk() throws IOException {
        Set<String> ids = new HashSet<>();
        for (Path segment : segments()) {
            String text = Files.readString(segment, StandardCharsets.ISO_8859_1);
            for (String line : text.split("\n")) {
                Matcher id = ID.matcher(line);
                if (line.endsWith("}") && line.indexOf(0) < 0 && id.find()) {
                    ids.add(id.group(1));
                }
            }
        }
        return ids;
    }

    private List<Path> segments() throws IOException {
        if (Files.notExists(folder().resolve("journal"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder().resolve("journal"))) {
            return files.sorted().toList();
        }
    }

    private static Delivery.State expected(String id) {
        return id.endsWith("refuse")
                ? Delivery.State.REFUSED
                : id.endsWith("expire") ? Delivery.State.EXPIRED : Delivery.State.SENT;
    }

    /** One that is not known is settled, too: whether it was forgotten or lost shows in the sums. */
    /** What is not known, and is not lost, has not been read yet. */
    private boolean isSettled(String id, Outbox outbox) {
        return outbox.find(id)
                .map(Delivery::state)
                .map(Delivery.State::isFinished)
                .orElse(destroyed.contains(id));
    }

    /** One life in five ends while the process still starts or reads what is left. */
    private void liveAndDie(LoopbackSlack slack, int life) throws IOException, InterruptedException {
        Path output = home.resolve("output.txt");
        int before = slack.accepted().size();
        Process child = start(slack.port(), life, output);
        try {
            if (random.nextInt(5) > 0) {
                await().atMost(TIMEOUT)
                        .pollInterval(Duration.ofMillis(2))
                        .until(() -> slack.accepted().size() > before || !child.isAlive());
            } else {
                child.waitFor(100, TimeUnit.MILLISECONDS);
            }
            boolean ended = child.waitFor(random.nextInt(MAX_LIFE_MILLIS), TimeUnit.MILLISECONDS);
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
