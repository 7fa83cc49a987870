package io.jenkins.plugins.slacknotify.trigger.event;

import static io.jenkins.plugins.slacknotify.event.build.Outcome.ABORTED;
import static io.jenkins.plugins.slacknotify.event.build.Outcome.FAILURE;
import static io.jenkins.plugins.slacknotify.event.build.Outcome.NOT_BUILT;
import static io.jenkins.plugins.slacknotify.event.build.Outcome.SUCCESS;
import static io.jenkins.plugins.slacknotify.event.build.Outcome.UNSTABLE;
import static org.assertj.core.api.Assertions.assertThat;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.KnownVerdict;
import io.jenkins.plugins.slacknotify.event.build.FailureStreak;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.trigger.event.PastVerdicts.CompletedBuild;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PastVerdictsTest {
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

    @Test
    void shouldGoOnWithWhatIsRememberedOfForgottenBuilds() {
        assertThat(after(bad(2, 1), 3, SUCCESS)).contains(new FailureStreak(1, started(1), at(1), 2, false));
        assertThat(after(bad(2, 1), 3, FAILURE)).contains(new FailureStreak(1, started(1), at(1), 3, false));
        assertThat(after(bad(2, 1), 3, ABORTED, NOT_BUILT, FAILURE, SUCCESS))
                .contains(new FailureStreak(1, started(1), at(1), 3, false));
    }

    @Test
    void shouldTakeTheBeginningThatIsRememberedWhereJenkinsHasAPartOfTheStreak() {
        assertThat(streak(3, bad(4, 1), FAILURE, FAILURE, SUCCESS))
                .contains(new FailureStreak(1, started(1), at(1), 4, false));
    }

    @Test
    void shouldEndTheStreakAtAGoodBuildThatIsRememberedOrKept() {
        assertThat(after(good(2), 3, FAILURE)).contains(new FailureStreak(3, started(3), at(3), 1, false));
        assertThat(after(good(2), 3, SUCCESS)).isEmpty();
        assertThat(after(bad(2, 1), 3, SUCCESS, FAILURE)).contains(new FailureStreak(4, started(4), at(4), 1, false));
    }

    @Test
    void shouldTakeJenkinsWordForABuildThatItKeeps() {
        assertThat(streak(2, bad(2, 1), SUCCESS, FAILURE)).contains(new FailureStreak(3, started(3), at(3), 1, false));
        assertThat(last(2, bad(2, 1), SUCCESS, FAILURE)).contains(SUCCESS);
    }

    @Test
    void shouldKnowTheBeginningOfAStreakHoweverLongItIs() {
        assertThat(streak(3, bad(8, 1), FAILURE, FAILURE, FAILURE, FAILURE, FAILURE, FAILURE, SUCCESS))
                .contains(new FailureStreak(1, started(1), at(1), 8, false));
    }

    @Test
    void shouldFindTheLastVerdictAmongKeptAndRememberedBuilds() {
        assertThat(last(1, null, FAILURE, ABORTED, SUCCESS)).contains(FAILURE);
        assertThat(last(3, bad(2, 1), ABORTED, SUCCESS)).contains(FAILURE);
        assertThat(last(3, bad(2, 1), SUCCESS, FAILURE)).contains(SUCCESS);
        assertThat(last(4, good(3), SUCCESS)).contains(SUCCESS);
        assertThat(last(1, null, ABORTED, SUCCESS)).isEmpty();
    }

    @Test
    void shouldTakeAGoodBuildForTheLastVerdictThatWasDeletedAfterABadOne() {
        List<CompletedBuild> kept = List.of(new CompletedBuild(1, FAILURE, started(1), at(1)));

        assertThat(PastVerdicts.last(kept.stream(), good(2))).contains(SUCCESS);
        assertThat(PastVerdicts.streak(
                        new CompletedBuild(3, SUCCESS, started(3), at(3)), kept.stream(), LIMIT, good(2)))
                .isEmpty();
    }

    private static KnownVerdict bad(int number, int first) {
        FailureStreak streak = new FailureStreak(first, started(first), at(first), number - first + 1, false);
        return new KnownVerdict(number, started(number), at(number), FAILURE, streak, List.of());
    }

    private static KnownVerdict good(int number) {
        return new KnownVerdict(number, started(number), at(number), SUCCESS, null, List.of());
    }

    /** Returns the streak of the last of these builds, where Jenkins has forgotten those before them. */
    private static Optional<FailureStreak> after(KnownVerdict known, int first, Outcome... kept) {
        return streak(first, known, kept);
    }

    /** Returns the streak of the last of these builds; the first is number 1. */
    private static Optional<FailureStreak> streak(Outcome... outcomes) {
        return streak(1, null, outcomes);
    }

    private static Optional<FailureStreak> streak(int first, @CheckForNull KnownVerdict known, Outcome... outcomes) {
        int last = first + outcomes.length - 1;
        return PastVerdicts.streak(
                new CompletedBuild(last, outcomes[outcomes.length - 1], started(last), at(last)),
                older(first, outcomes),
                LIMIT,
                known);
    }

    private static Optional<Outcome> last(int first, @CheckForNull KnownVerdict known, Outcome... outcomes) {
        return PastVerdicts.last(older(first, outcomes), known);
    }

    /** Returns all of these builds but the last, newest first. */
    private static Stream<CompletedBuild> older(int first, Outcome... outcomes) {
        return IntStream.iterate(outcomes.length - 2, index -> index >= 0, index -> index - 1)
                .limit(LIMIT)
                .mapToObj(index ->
                        new CompletedBuild(first + index, outcomes[index], started(first + index), at(first + index)));
    }

    private static Instant at(int number) {
        return Instant.EPOCH.plusSeconds(60L * number);
    }

    private static Instant started(int number) {
        return at(number).minusSeconds(30);
    }
}
