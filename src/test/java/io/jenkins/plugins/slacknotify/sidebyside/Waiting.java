package io.jenkins.plugins.slacknotify.sidebyside;

import io.jenkins.plugins.slacknotify.sandbox.Fault;
import io.jenkins.plugins.slacknotify.sandbox.Faults;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Measures how long builds wait for a Slack that is slow or does not answer, and whether their messages arrive. */
final class Waiting {
    private static final String POST = "chat.postMessage";
    private static final int WARM_UPS = 10;
    private static final List<Mood> MOODS = List.of(
            new Mood("answers at once", 9, faults -> {}),
            new Mood("answers in 200 ms", 9, faults -> faults.always(Faults.ANY_METHOD, Fault.delay(millis(200)))),
            new Mood("answers in 5 s", 3, faults -> faults.always(Faults.ANY_METHOD, Fault.delay(millis(5_000)))),
            new Mood("answers 429 once, Retry-After 30", 1, faults -> {
                // Once for each of the two builds.
                faults.nextTimes(2, POST, Fault.rateLimited(Duration.ofSeconds(30)));
            }),
            new Mood("never answers until the builds are over", 1, faults -> {
                faults.always(Faults.ANY_METHOD, Fault.never());
            }));

    private final Arena arena;
    private boolean silentFirst;

    Waiting(Arena arena) {
        this.arena = arena;
    }

    Sheet measure() {
        var warmUp = new Extra();
        for (int i = 0; i < WARM_UPS; i++) {
            arena.awaitTold(round(warmUp), Outages.TIMEOUT);
        }
        Map<String, List<String>> rows = new LinkedHashMap<>();
        MOODS.forEach(mood -> rows.put("Slack " + mood.name, row(mood)));
        return new Sheet("s that a build waited", List.of("freestyle", "pipeline", "lost"), rows);
    }

    private List<String> row(Mood mood) {
        var extra = new Extra();
        List<String> telling = new ArrayList<>();
        for (int i = 0; i < mood.rounds; i++) {
            mood.fall.accept(arena.sandbox().faults());
            telling.addAll(round(extra));
        }
        arena.sandbox().faults().clear();
        arena.awaitTold(telling, Outages.TIMEOUT);
        return List.of(
                extra.waited(JobKind.FREESTYLE),
                extra.waited(JobKind.PIPELINE),
                arena.tally(telling).lostOfAll());
    }

    /**
     * Builds of each kind a job that tells and one that does not, all at the same time, so that whatever else keeps the machine
     * busy counts for both. Which begins first changes from round to round.
     *
     * @return the jobs that tell
     */
    private List<String> round(Extra extra) {
        var telling = Stream.of(JobKind.values()).map(arena::tellingJob).toList();
        var silent = Stream.of(JobKind.values()).map(arena::silentJob).toList();
        silentFirst = !silentFirst;
        var held = arena.build(silentFirst ? join(silent, telling) : join(telling, silent));
        for (var kind : JobKind.values()) {
            extra.add(kind, held.get(telling.get(kind.ordinal())) - held.get(silent.get(kind.ordinal())));
        }
        return telling;
    }

    private static List<String> join(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }

    /**
     * The behaviour of Slack for a while.
     *
     * @param fall makes it so, before each round
     */
    private record Mood(String name, int rounds, Consumer<Faults> fall) {}

    /** By how many milliseconds a build that told held its executor longer than the one beside it that did not. */
    private static final class Extra {
        private final Map<JobKind, List<Long>> millis = new EnumMap<>(JobKind.class);

        void add(JobKind kind, long more) {
            millis.computeIfAbsent(kind, ignored -> new ArrayList<>()).add(more);
        }

        String waited(JobKind kind) {
            return Seconds.waited(millis.get(kind));
        }
    }
}
