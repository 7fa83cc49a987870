package io.jenkins.plugins.slacknotify.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.outbox.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RememberedProblemsTest {
    private final ManualClock clock = new ManualClock();
    private final AtomicLong changes = new AtomicLong();
    private final AtomicInteger searches = new AtomicInteger();
    private final List<Problem> there = new ArrayList<>();
    private final RememberedProblems problems = new RememberedProblems(
            () -> {
                searches.incrementAndGet();
                return there;
            },
            changes::get,
            clock);

    private static Problem problem(String what, Instant since) {
        return new Problem(what, Problem.FixLocation.ELSEWHERE, since, 1);
    }

    @Test
    void shouldLookOnceForAllWhoAskWithinASecond() {
        there.add(problem("a", clock.instant()));
        there.add(problem("b", clock.instant()));

        assertThat(problems.all()).extracting(Problem::description).containsExactly("a", "b");
        clock.advance(RememberedProblems.LIFE.minusMillis(1));
        assertThat(problems.all()).hasSize(2);
        assertThat(searches).hasValue(1);
    }

    @Test
    void shouldLookAgainAfterASecond() {
        problems.all();
        there.add(problem("new", clock.instant()));

        clock.advance(RememberedProblems.LIFE);
        assertThat(problems.all()).hasSize(1);
    }

    @Test
    void shouldLookAgainWhereACauseHasChanged() {
        problems.all();
        there.add(problem("new", clock.instant()));

        changes.incrementAndGet();
        assertThat(problems.all()).hasSize(1);
    }

    @Test
    void shouldLookAgainWhereACauseChangesWhileItLooks() {
        var changing = new RememberedProblems(
                () -> {
                    changes.incrementAndGet();
                    searches.incrementAndGet();
                    return there;
                },
                changes::get,
                clock);

        changing.all();
        changing.all();

        assertThat(searches).hasValue(2);
    }

    @Test
    void shouldLookAgainWhereTheClockWasSetBack() {
        problems.all();

        clock.jump(Duration.ofSeconds(-1));
        problems.all();

        assertThat(searches).hasValue(2);
    }
}
