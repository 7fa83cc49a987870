package io.jenkins.plugins.slacknotify.sidebyside;

import io.jenkins.plugins.slacknotify.acceptance.harness.Build;
import io.jenkins.plugins.slacknotify.sandbox.Fault;
import io.jenkins.plugins.slacknotify.sandbox.Faults;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures what is lost, and what is told twice, when Slack is away for a minute or its answers are. */
final class Outages {
    /** For how long a message may come late, counted from when Slack is back and the builds are over. */
    static final Duration TIMEOUT = Duration.ofSeconds(75);

    private static final Duration OUTAGE = Duration.ofMinutes(1);
    private static final int BUILDS_OF_A_KIND = 4;

    private final Arena arena;

    Outages(Arena arena) {
        this.arena = arena;
    }

    Sheet measure() {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        rows.put("answers 503 for a minute", outage(Fault.status(503)));
        rows.put("answers 429 for a minute, Retry-After 30", outage(Fault.rateLimited(Duration.ofSeconds(30))));
        rows.put("answers nothing for a minute", outage(Fault.never()));
        rows.put("takes the message and cuts the connection", unheard(Fault.acceptedButAnswerLost()));
        rows.put("takes the message and answers after 90 s", unheard(Fault.delay(Duration.ofSeconds(90))));
        return new Sheet("Slack", List.of("lost", "sent twice"), rows);
    }

    /** Builds at the beginning of an outage that all calls meet. */
    private List<String> outage(Fault fault) {
        arena.sandbox().faults().always(Faults.ANY_METHOD, fault);
        var jobs = jobs();
        var builds = jobs.stream().map(arena::start).toList();
        Arena.pause(OUTAGE);
        arena.sandbox().faults().clear();
        builds.forEach(Build::await);
        arena.awaitTold(jobs, TIMEOUT);
        return cells(jobs);
    }

    /** Builds whose messages arrive at once, each with an answer that does not. */
    private List<String> unheard(Fault fault) {
        arena.sandbox().faults().nextTimes(2 * BUILDS_OF_A_KIND, "chat.postMessage", fault);
        var jobs = jobs();
        arena.build(jobs);
        // Time enough to send it again for whoever does.
        Arena.pause(TIMEOUT);
        arena.sandbox().faults().clear();
        return cells(jobs);
    }

    private List<String> jobs() {
        List<String> jobs = new ArrayList<>();
        for (int i = 0; i < BUILDS_OF_A_KIND; i++) {
            for (var kind : JobKind.values()) {
                jobs.add(arena.tellingJob(kind));
            }
        }
        return jobs;
    }

    private List<String> cells(List<String> jobs) {
        var tally = arena.tally(jobs);
        return List.of(tally.lostOfAll(), String.valueOf(tally.repeated()));
    }
}
