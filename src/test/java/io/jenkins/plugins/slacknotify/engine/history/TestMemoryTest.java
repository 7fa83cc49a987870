package io.jenkins.plugins.slacknotify.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.Branch;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.event.build.Change;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.JobMove;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.build.TestFailure;
import io.jenkins.plugins.slacknotify.event.build.TestResultSummary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestMemoryTest {
    private static final Instant START = Instant.parse("2026-11-28T10:00:00Z");

    @TempDir
    private Path folder;

    private JobHistory history() {
        return JobHistory.in(folder);
    }

    private static BuildEvent build(String job, int number, String... failing) {
        return again(job, number, null, failing);
    }

    /** @param original the build that is run again; null for none */
    private static BuildEvent again(String job, int number, @CheckForNull Integer original, String... failing) {
        List<String> names = List.of(failing);
        String branch = job.substring(job.lastIndexOf('/') + 1);
        TestResultSummary tests = new TestResultSummary(9, names.size(), 0, names.size(), names, names)
                .withDetails(
                        names.stream().map(name -> new TestFailure(name, "why")).toList());
        return BuildEvent.builder(key(job, number), names.isEmpty() ? Outcome.SUCCESS : Outcome.UNSTABLE)
                .trend(names.isEmpty() ? Trend.FIXED : Trend.REGRESSED)
                .findings(Findings.builder()
                        .tests(tests)
                        .rerunOf(original == null ? null : key(job, original))
                        .branch(new Branch(branch, "shop", branch.equals("main"), null))
                        .build())
                .build();
    }

    private static BuildKey key(String job, int number) {
        return new BuildKey(job, number, START.plusSeconds(number));
    }

    private static TestFailure only(BuildEvent event) {
        return event.findings().tests().details().get(0);
    }

    @Test
    void shouldCountFailuresHereAndInThePrimaryBranch() {
        JobHistory history = history();
        for (int number = 1; number <= 4; number++) {
            history.withTests(number == 2 ? build("shop/main", number, "A.a") : build("shop/main", number));
            history.withTests(number == 3 ? build("shop/fix", number, "A.a") : build("shop/fix", number));
        }

        TestFailure failure = only(history.withTests(build("shop/fix", 5, "A.a")));

        assertThat(failure.here()).isEqualTo(new TestFailure.Count(2, 5));
        assertThat(failure.primary()).isEqualTo(new TestFailure.Count(1, 4));
        assertThat(failure.reason()).isEqualTo("why");
        assertThat(failure.flaky()).isFalse();
        assertThat(only(history.withTests(build("shop/main", 5, "A.a"))).primary())
                .isNull();
    }

    @Test
    void shouldSayNothingOfASingleBuild() {
        assertThat(only(history().withTests(build("shop/fix", 1, "A.a"))).here())
                .isNull();
    }

    @Test
    void shouldCountABuildOnceAndTheLastTwentyOnly() {
        JobHistory history = history();
        for (int number = 1; number <= 30; number++) {
            history.withTests(build("shop/main", number, "A.a"));
            history.withTests(build("shop/main", number, "A.a"));
        }

        assertThat(only(history.withTests(build("shop/main", 30, "A.a"))).here())
                .isEqualTo(new TestFailure.Count(20, 20));
    }

    @Test
    void shouldFindThatATestIsFlakyWhereItPassesAgainWithoutAChange() {
        JobHistory history = history();
        history.withTests(build("shop/main", 1, "A.a", "A.b"));

        BuildEvent again = history.withTests(again("shop/main", 2, 1));

        assertThat(again.findings().flakyTests()).containsExactly("A.a", "A.b");
        assertThat(only(history.withTests(build("shop/main", 3, "A.a"))).flaky())
                .isTrue();
        assertThat(only(history().withTests(build("shop/fix", 1, "A.a"))).flaky())
                .as("it was flaky in the primary branch")
                .isTrue();
    }

    @Test
    void shouldCallNothingFlakyThatMayHaveBeenFixed() {
        JobHistory history = history();
        history.withTests(build("shop/main", 1, "A.a"));

        BuildEvent changed = again("shop/main", 2, 1).toBuilder()
                .changes(List.of(new Change("1f", "Ada", "Fix it")))
                .build();
        assertThat(Stream.of(changed, build("shop/main", 3), again("shop/main", 4, 1))
                        .map(history::withTests))
                .allSatisfy(event -> assertThat(event.findings().flakyTests()).isEmpty());
    }

    @Test
    void shouldSurviveARestartAndFollowJobs() {
        JobHistory history = history();
        history.withTests(build("shop/main", 1, "A.a"));
        history.withTests(again("shop/main", 2, 1));
        history.moved(new JobMove("shop", "store", START.plusSeconds(100)));

        TestFailure failure = only(history().withTests(build("store/main", 103, "A.a")));

        assertThat(failure.here()).isEqualTo(new TestFailure.Count(2, 3));
        assertThat(failure.flaky()).isTrue();
        JobHistory deleted = history();
        deleted.deleted("store");
        assertThat(only(history().withTests(build("store/main", 104, "A.a"))).here())
                .isNull();
    }

    @Test
    void shouldForgetAJobThatWasMadeAnew() {
        JobHistory history = history();
        history.withTests(build("shop/main", 7, "A.a"));
        BuildEvent anew = BuildEvent.builder(new BuildKey("shop/main", 1, START.plusSeconds(500)), Outcome.UNSTABLE)
                .findings(build("shop/main", 1, "A.a").findings())
                .build();

        assertThat(only(history.withTests(anew)).here()).isNull();
    }

    @Test
    void shouldKeepItsFileSmallAndReadItThoughALineIsDamaged() throws Exception {
        JobHistory history = history();
        for (int number = 1; number <= 3_000; number++) {
            history.withTests(build("shop/main", number, "A.a"));
        }
        Path file = folder.resolve("tests.jsonl");

        assertThat(Files.readAllLines(file)).hasSizeLessThan(1_200);
        Files.writeString(file, Files.readString(file) + "{\"job\":\"shop/ma");
        assertThat(only(history().withTests(build("shop/main", 3_001, "A.a"))).here())
                .isEqualTo(new TestFailure.Count(20, 20));
    }

    @Test
    void shouldForgetTheJobsThatWereBuiltFirstWhereThereAreTooManyNames() {
        JobHistory history = history();
        String[] names =
                IntStream.range(0, 30).mapToObj(number -> "A.a" + number).toArray(String[]::new);
        for (int job = 0; job < 1_400; job++) {
            history.withTests(build("shop/branch-" + job, 1, names));
        }

        assertThat(only(history.withTests(build("shop/branch-0", 2, "A.a0"))).here())
                .isNull();
        assertThat(only(history.withTests(build("shop/branch-1399", 2, "A.a0"))).here())
                .isEqualTo(new TestFailure.Count(2, 2));
    }
}
