package io.jenkins.plugins.slacknotify.sidebyside;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/**
 * Measures what the connections to a Slack that is far away cost: a builder in one part of the world, Slack in another. A new connection
 * goes there and back three times before its first answer, and a kept one once.
 */
final class Distance {
    private static final Duration THERE_AND_BACK = Duration.ofMillis(100);
    private static final int CHANNELS = 20;
    private static final int BUILDS = 5;
    private static final Duration TIMEOUT = Duration.ofMinutes(3);

    /** No plugin keeps a connection for so long. */
    private static final Duration SILENCE = Duration.ofSeconds(15);

    private final Arena arena;

    Distance(Arena arena) {
        this.arena = arena;
    }

    Sheet measure() {
        drain(); // The first of all is slow for other reasons.
        arena.setDistance(THERE_AND_BACK);
        try {
            Map<String, List<String>> rows = new LinkedHashMap<>();
            Arena.pause(SILENCE);
            rows.put("a pipeline tells %d channels, after a silence".formatted(CHANNELS), drain());
            rows.put("another one, right after it", drain());
            Arena.pause(SILENCE);
            rows.put("%d builds, one after the other, each tells one channel".formatted(BUILDS), builds());
            return new Sheet(
                    "100 ms to Slack and back",
                    List.of("s until all builds have ended", "s until all is told", "calls", "handshakes"),
                    rows);
        } finally {
            arena.setDistance(Duration.ZERO);
        }
    }

    private List<String> drain() {
        var channels = IntStream.range(0, CHANNELS)
                .mapToObj(i -> arena.newName(JobKind.PIPELINE))
                .toList();
        channels.forEach(arena::openChannel);
        var name = arena.newName(JobKind.PIPELINE);
        var steps = channels.stream().map(arena.contender()::step).toList();
        arena.create(name, JobKind.PIPELINE.config(null, String.join("\n", steps)));
        return measured(1, name, () -> channels.stream().allMatch(channel -> arena.messagesIn(channel) == 1));
    }

    private List<String> builds() {
        var name = arena.tellingJob(JobKind.PIPELINE);
        return measured(BUILDS, name, () -> arena.messagesIn(name) == BUILDS);
    }

    private List<String> measured(int builds, String job, Callable<Boolean> told) {
        long calls = arena.calls();
        int handshakes = arena.connections();
        long start = System.nanoTime();
        for (int build = 0; build < builds; build++) {
            arena.start(job).await();
        }
        long built = System.nanoTime();
        Awaitility.await("all to be told")
                .atMost(TIMEOUT)
                .pollInterval(Duration.ofMillis(20))
                .until(told);
        long end = System.nanoTime();
        return List.of(
                seconds(built - start),
                seconds(end - start),
                String.valueOf(arena.calls() - calls),
                String.valueOf(arena.connections() - handshakes));
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.1f", nanos / 1e9);
    }
}
