package io.jenkins.plugins.slacknotify.trigger.blame;

import static io.jenkins.plugins.slacknotify.event.build.Outcome.ABORTED;
import static io.jenkins.plugins.slacknotify.event.build.Outcome.FAILURE;
import static io.jenkins.plugins.slacknotify.event.build.Outcome.SUCCESS;
import static io.jenkins.plugins.slacknotify.event.build.Outcome.UNSTABLE;
import static org.assertj.core.api.Assertions.assertThat;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.FakeHistory;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.participants.Person;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BlameAnalysisTest {
    private static final int LIMIT = 50;

    /** The builds, oldest first. */
    private final List<Build> builds = new ArrayList<>();

    private record Build(@CheckForNull Outcome outcome, boolean brokeTests, List<Person> committers)
            implements SuspectBuild {
        @Override
        public Optional<Outcome> verdict() {
            return Optional.ofNullable(outcome).filter(Outcome::isVerdict);
        }
    }

    private BlameAnalysisTest after(@CheckForNull Outcome outcome, String... committers) {
        builds.add(new Build(outcome, false, people(committers)));
        return this;
    }

    private BlameAnalysisTest afterNewTestFailures(Outcome outcome, String... committers) {
        builds.add(new Build(outcome, true, people(committers)));
        return this;
    }

    private static List<Person> people(String... names) {
        return Stream.of(names).map(Person::ofAccount).toList();
    }

    /** Returns the analysis of the last build. */
    private BlameAnalysis blame() {
        List<Build> newestFirst = new ArrayList<>(builds);
        Collections.reverse(newestFirst);
        Build last = newestFirst.remove(0);
        Outcome before = newestFirst.stream()
                .map(Build::verdict)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
        Trend trend = Trend.of(last.outcome(), new FakeHistory(before, false));
        return new BlameAnalysis(last, trend, newestFirst.stream().limit(LIMIT), LIMIT);
    }

    private List<String> breakers() {
        return blame().breakers().map(Person::account).toList();
    }

    private List<String> culprits() {
        return blame().culprits().map(Person::account).toList();
    }

    @Test
    void shouldBlameCommittersOfBuildThatTurnedBad() {
        after(SUCCESS, "ada").after(FAILURE, "bob", "cyd");
        assertThat(breakers()).containsExactly("bob", "cyd");
        assertThat(culprits()).containsExactly("bob", "cyd");
    }

    @Test
    void shouldBlameCommittersOfFirstBuildThatIsBad() {
        assertThat(after(UNSTABLE, "ada").breakers()).containsExactly("ada");
    }

    @Test
    void shouldBlameNobodyForGoodBuild() {
        assertThat(after(SUCCESS, "ada").breakers()).isEmpty();
        assertThat(after(SUCCESS, "bob").breakers()).isEmpty();
        assertThat(culprits()).containsExactly("bob");
    }

    @Test
    void shouldGoOnBlamingWhoeverBrokeIt() {
        after(SUCCESS, "ada").after(FAILURE, "bob").after(FAILURE, "cyd").after(FAILURE, "dan");
        assertThat(breakers()).containsExactly("bob");
        assertThat(culprits()).containsExactly("dan", "cyd", "bob");
    }

    @Test
    void shouldBlameWhoeverBrokeMoreTestsMeanwhile() {
        after(SUCCESS)
                .after(UNSTABLE, "ada")
                .afterNewTestFailures(UNSTABLE, "bob")
                .after(UNSTABLE, "cyd");
        assertThat(breakers()).containsExactly("ada", "bob");
        assertThat(afterNewTestFailures(UNSTABLE, "dan").breakers()).containsExactly("ada", "bob", "dan");
    }

    @Test
    void shouldBlameOnlyWhoeverMadeItWorse() {
        after(SUCCESS).after(UNSTABLE, "ada").after(FAILURE, "bob");
        assertThat(breakers()).containsExactly("bob");
        assertThat(after(FAILURE, "cyd").breakers()).containsExactly("ada", "bob");
    }

    @Test
    void shouldNotBlameWhoeverMadeItBetterButNotGood() {
        after(SUCCESS).after(FAILURE, "ada").after(UNSTABLE, "bob");
        assertThat(breakers()).containsExactly("ada");
    }

    @Test
    void shouldNameBreakersOfWhatIsFixed() {
        after(SUCCESS, "ada")
                .after(FAILURE, "bob")
                .afterNewTestFailures(UNSTABLE, "cyd")
                .after(UNSTABLE, "dan")
                .after(SUCCESS, "eve");
        assertThat(breakers()).containsExactly("bob", "cyd");
        assertThat(culprits()).containsExactly("eve", "dan", "cyd", "bob");
    }

    @Test
    void shouldBlameCommittersOfBuildsThatWereAbortedOrStillRunBeforeToo() {
        after(SUCCESS, "ada").after(ABORTED, "bob").after(null, "cyd").after(FAILURE, "dan");
        assertThat(breakers()).containsExactly("bob", "cyd", "dan");
        assertThat(after(FAILURE, "eve").breakers()).containsExactly("bob", "cyd", "dan");
    }

    @Test
    void shouldNotBlameCommittersOfAbortedBuildThatCameAfterTheBadOne() {
        after(SUCCESS).after(FAILURE, "ada").after(ABORTED, "bob").after(SUCCESS, "cyd");
        assertThat(breakers()).containsExactly("ada");
    }

    @Test
    void shouldBlameNobodyForAbortedBuild() {
        assertThat(after(FAILURE, "ada").after(ABORTED, "bob").breakers()).isEmpty();
    }

    @Test
    void shouldBlameNobodyForBeginningThatIsTooFarAway() {
        after(SUCCESS).after(FAILURE, "ada");
        Collections.nCopies(LIMIT, "bob").forEach(name -> after(FAILURE, name));
        assertThat(breakers()).isEmpty();
        assertThat(afterNewTestFailures(FAILURE, "cyd").breakers()).containsExactly("cyd");
    }

    @Test
    void shouldReadNoBuildBeforeTheLastGoodOne() {
        List<Build> read = new ArrayList<>();
        Stream<Build> older =
                Stream.of(build(FAILURE), build(SUCCESS), build(FAILURE)).peek(read::add);
        new BlameAnalysis(build(FAILURE), Trend.STILL_FAILING, older, LIMIT)
                .breakers()
                .toList();
        assertThat(read).hasSize(2);
    }

    private static Build build(Outcome outcome) {
        return new Build(outcome, false, List.of());
    }
}
