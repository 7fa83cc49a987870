package io.jenkins.plugins.slacknotify.trigger.event;

import static io.jenkins.plugins.slacknotify.event.build.Outcome.ABORTED;
import static io.jenkins.plugins.slacknotify.event.build.Outcome.FAILURE;
import static io.jenkins.plugins.slacknotify.event.build.Outcome.NOT_BUILT;
import static io.jenkins.plugins.slacknotify.event.build.Outcome.SUCCESS;
import static io.jenkins.plugins.slacknotify.event.build.Outcome.UNSTABLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.build.FailureStreak;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.trigger.event.FailureStreakFinder.CompletedBuild;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FailureStreakFinderTest {
    private static final int LIMIT = 5;

    @Test
    void shouldCountABadBuildAndThoseBeforeIt() {
        assertThat(streak(SUCCESS, FAILURE, UNSTABLE, FAILURE))
                .contains(new FailureStreak(2, started(2), at(2), 3, false));
    }

    @Test
    void shouldNotCountTheGoodBuildThatEndsTheStreak() {
        assertThat(streak(SUCCESS, FAILURE, FAILURE, SUCCESS))
                .contains(new FailureStreak(2, started(2), at(2), 2, false));
    }

    @Test
    void shouldPassOverBuildsWithoutAVerdict() {
        assertThat(streak(SUCCESS, NOT_BUILT, FAILURE, ABORTED, FAILURE))
                .contains(new FailureStreak(3, started(3), at(3), 2, false));
    }

    @Test
    void shouldBeginWithTheFirstBuildOfAJob() {
        assertThat(streak(FAILURE)).contains(new FailureStreak(1, started(1), at(1), 1, false));
        assertThat(streak(FAILURE, FAILURE)).contains(new FailureStreak(1, started(1), at(1), 2, false));
    }

    @Test
    void shouldSayWhereItHasNotFoundTheBeginning() {
        assertThat(streak(SUCCESS, FAILURE, FAILURE, FAILURE, FAILURE, FAILURE, FAILURE))
                .contains(new FailureStreak(2, started(2), at(2), 6, true));
        assertThat(streak(SUCCESS, FAILURE, FAILURE, FAILURE, FAILURE, FAILURE))
                .contains(new FailureStreak(2, started(2), at(2), 5, false));
    }

    @Test
    void shouldFindNoStreakOfGoodBuilds() {
        assertThat(streak(SUCCESS, SUCCESS)).isEmpty();
    }

    /** Returns the streak of the last of these builds; the first is number 1. */
    private static Optional<FailureStreak> streak(Outcome... outcomes) {
        int last = outcomes.length;
        Stream<CompletedBuild> older = IntStream.iterate(last - 1, number -> number > 0, number -> number - 1)
                .limit(LIMIT)
                .mapToObj(number -> new CompletedBuild(number, outcomes[number - 1], started(number), at(number)));
        return FailureStreakFinder.find(
                new CompletedBuild(last, outcomes[last - 1], started(last), at(last)), older, LIMIT);
    }

    private static Instant at(int number) {
        return Instant.EPOCH.plusSeconds(60L * number);
    }

    private static Instant started(int number) {
        return at(number).minusSeconds(30);
    }
}
