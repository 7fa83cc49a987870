package io.jenkins.plugins.slacknotify.sidebyside;

import io.jenkins.plugins.slacknotify.sandbox.Fault;
import io.jenkins.plugins.slacknotify.sandbox.Faults;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** How long builds wait for a Slack that is slow or does not answer, and whether their messages arrive. */
final class Waiting {
    private static final String POST = "chat.postMessage";
    private static final int WARM_UPS = 10;
    private static final int SILENT_ROUNDS = 9;
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

    Waiting(Arena arena) {
        this.arena = arena;
    }

    Sheet measure() {
        for (int i = 0; i < WARM_UPS; i++) {
            arena.awaitTold(round(true, new Rounds()), Outages.PATIENCE);
            round(false, new Rounds());
        }
        var silent = new Rounds();
        for (int i = 0; i < SILENT_ROUNDS; i++) {
            round(false, silent);
        }
        Map<String, List<String>> rows = new LinkedHashMap<>();
        MOODS.forEach(mood -> rows.put("Slack " + mood.name, row(mood, silent)));
        return new Sheet("s that a build waited", List.of("freestyle", "pipeline", "lost"), rows);
    }

    private List<String> row(Mood mood, Rounds silent) {
        var telling = new Rounds();
        List<String> jobs = new ArrayList<>();
        for (int i = 0; i < mood.rounds; i++) {
            mood.fall.accept(arena.sandbox().faults());
            jobs.addAll(round(true, telling));
        }
        arena.sandbox().faults().clear();
        arena.awaitTold(jobs, Outages.PATIENCE);
        return List.of(
                Seconds.waited(silent.freestyle, telling.freestyle),
                Seconds.waited(silent.pipeline, telling.pipeline),
                arena.tally(jobs).lostOfAll());
    }

    /** Builds a job of each kind at the same time. */
    private List<String> round(boolean telling, Rounds times) {
        var jobs = Stream.of(JobKind.values())
                .map(kind -> telling ? arena.tellingJob(kind) : arena.silentJob(kind))
                .toList();
        var held = arena.build(jobs);
        times.freestyle.add(held.get(JobKind.FREESTYLE.ordinal()));
        times.pipeline.add(held.get(JobKind.PIPELINE.ordinal()));
        return jobs;
    }

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }

    /**
     * What Slack is like for a while.
     *
     * @param fall makes it so, before each round
     */
    private record Mood(String name, int rounds, Consumer<Faults> fall) {}

    /** Milliseconds for which builds held their executors. */
    private static final class Rounds {
        private final List<Long> freestyle = new ArrayList<>();
        private final List<Long> pipeline = new ArrayList<>();
    }
}
