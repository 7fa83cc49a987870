package io.jenkins.plugins.slacknotify.routing;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Prints figures; see {@code docs/benchmarks.md}. Its name keeps it out of the ordinary tests. */
class RoutingBenchmark {
    private static final int EVENTS = 10_000;
    private static final int TEAMS = 100;

    @ParameterizedTest
    @ValueSource(ints = {1_000, 10_000})
    void printFigures(int rules) {
        print(rules, "each team hears of its jobs", RoutingBenchmark::ofTeam);
        print(rules, "no rule fits, by the last letters of its pattern", RoutingBenchmark::matchingNothing);
        print(rules, "every rule fits, and tells a channel of its own", RoutingBenchmark::fittingAll);
    }

    private static void print(int rules, String what, IntFunction<Rule> rule) {
        Router router = new Router(List.of(new RuleSet(
                RuleScope.SYSTEM, "", IntStream.range(0, rules).mapToObj(rule).toList())));
        List<BuildEvent> events = events();
        long routed = 0;
        long[] nanos = new long[EVENTS * 1_000 / rules];
        for (int round = 1; round <= 3; round++) {
            for (int at = 0; at < nanos.length; at++) {
                long before = System.nanoTime();
                routed += router.route(events.get(at), JobRules.NONE, Severity.ERROR)
                        .routes()
                        .size();
                nanos[at] = System.nanoTime() - before;
            }
        }
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%,d rules, %s: median %.3f ms, p99 %.3f ms (%,d events, %,d routes)%n",
                rules,
                what,
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 99 / 100] / 1e6,
                nanos.length,
                routed / 3);
    }

    private static List<BuildEvent> events() {
        Random random = new Random(1);
        return IntStream.range(0, EVENTS)
                .mapToObj(number -> aBuild().of(
                                "team-" + random.nextInt(TEAMS) + "/service-" + random.nextInt(50) + "/main")
                        .that(
                                random.nextBoolean() ? Outcome.FAILURE : Outcome.UNSTABLE,
                                random.nextBoolean() ? Trend.REGRESSED : Trend.STILL_FAILING)
                        .build())
                .toList();
    }

    private static Rule ofTeam(int number) {
        return rule(number, List.of("team-" + number % TEAMS + "/**", "!**/try-*"), EventKind.FAILURE);
    }

    private static Rule matchingNothing(int number) {
        return rule(number, List.of("**/service-*/nightly-" + number), EventKind.FAILURE, EventKind.UNSTABLE);
    }

    private static Rule fittingAll(int number) {
        return rule(number, List.of("team-*/**"), EventKind.FAILURE, EventKind.UNSTABLE);
    }

    private static Rule rule(int number, List<String> jobs, EventKind... events) {
        Condition when = new Condition(
                NamePatterns.of(jobs), NamePatterns.ANY, Set.of(), Set.of(events), Severity.WARNING, Set.of());
        List<DestinationProfile> to = List.of(DestinationProfile.of(new Destination(null, "channel-" + number)));
        return Rule.builder("Rule " + number, when).targets(to).build();
    }
}
