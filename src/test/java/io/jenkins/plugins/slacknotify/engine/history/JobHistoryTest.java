package io.jenkins.plugins.slacknotify.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.KnownVerdict;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.event.build.FailureStreak;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.JobMove;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.participants.Involvement;
import io.jenkins.plugins.slacknotify.event.participants.Participant;
import io.jenkins.plugins.slacknotify.event.participants.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobHistoryTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private JobHistory jobs = JobHistory.inMemory();

    /** A build that starts so many minutes after the first one, and takes half a minute. */
    private static BuildEvent build(String job, int number, int minute, Outcome outcome, Trend trend, int first) {
        FailureStreak streak = outcome.isBad() || trend == Trend.FIXED
                ? new FailureStreak(first, at(first), at(first).plusSeconds(30), number - first + 1, false)
                : null;
        return BuildEvent.builder(new BuildKey(job, number, at(minute)), outcome)
                .trend(trend)
                .duration(Duration.ofSeconds(30))
                .findings(Findings.builder().failureStreak(streak).build())
                .build();
    }

    private static Instant at(int minute) {
        return START.plus(MINUTE.multipliedBy(minute));
    }

    private static BuildEvent bad(String job, int number) {
        return build(job, number, number, Outcome.FAILURE, Trend.REGRESSED, number);
    }

    private static BuildEvent stillBad(String job, int number, int first) {
        return build(job, number, number, Outcome.FAILURE, Trend.STILL_FAILING, first);
    }

    private static BuildEvent good(String job, int number) {
        return build(job, number, number, Outcome.SUCCESS, Trend.SAME, number);
    }

    private List<Integer> builds(String job) {
        return jobs.verdicts(job).stream().map(KnownVerdict::build).toList();
    }

    @Test
    void shouldRememberABadBuildThatWasTold() {
        jobs.ended(bad("shop", 41), true);

        assertThat(jobs.verdicts("shop")).singleElement().satisfies(known -> {
            assertThat(known.outcome()).isEqualTo(Outcome.FAILURE);
            assertThat(known.streak().firstBuild()).isEqualTo(41);
        });
    }

    @Test
    void shouldRememberNothingOfAJobOfWhichNothingBadWasTold() {
        jobs.ended(bad("shop", 41), false);
        jobs.ended(good("shop", 42), false);
        jobs.ended(good("shop", 43), true);

        assertThat(builds("shop")).isEmpty();
    }

    @Test
    void shouldFollowAJobThatItRemembersWhetherThatIsToldOrNot() {
        jobs.ended(bad("shop", 41), true);
        jobs.ended(stillBad("shop", 42, 41), false);
        jobs.ended(good("shop", 43), false);

        assertThat(builds("shop")).containsExactly(43, 42);
        assertThat(jobs.verdicts("shop").get(1).streak().builds()).isEqualTo(2);
    }

    @Test
    void shouldListTheJobsThatAreBad() {
        jobs.ended(bad("shop", 41), true);
        jobs.ended(bad("docs", 1), true);
        jobs.ended(bad("quiet", 1), false);
        assertThat(jobs.bad()).containsOnlyKeys("shop", "docs");

        jobs.ended(good("shop", 42), false);
        assertThat(jobs.bad()).containsOnlyKeys("docs");
    }

    @Test
    void shouldNameTheFirstBuildOfAStreakUntilABuildAfterItsEnd() {
        jobs.ended(bad("shop", 41), true);
        jobs.ended(good("shop", 42), true);
        assertThat(jobs.firstOfStreaks()).containsExactly(new BuildKey("shop", 41, at(41)));

        jobs.ended(good("shop", 43), true);
        assertThat(jobs.firstOfStreaks()).isEmpty();
    }

    @Test
    void shouldPassOverWhatIsNoVerdictOrNotTheLast() {
        jobs.ended(bad("shop", 41), true);
        jobs.ended(build("shop", 42, 42, Outcome.ABORTED, Trend.SAME, 42), true);
        jobs.ended(build("shop", 43, 43, Outcome.FAILURE, Trend.SAME, 43), true);
        jobs.ended(good("shop", 44).toBuilder().running(true).build(), true);

        assertThat(builds("shop")).containsExactly(41);
    }

    @Test
    void shouldTakeABuildOnce() {
        jobs.ended(bad("shop", 41), true);
        jobs.ended(bad("shop", 41), true);

        assertThat(builds("shop")).containsExactly(41);
    }

    @Test
    void shouldPassOverABuildThatEndsAfterANewerOne() {
        jobs.ended(bad("shop", 41), true);
        jobs.ended(good("shop", 43), true);
        jobs.ended(bad("shop", 42), true);

        assertThat(builds("shop")).containsExactly(43, 41);
    }

    @Test
    void shouldForgetAJobWhoseNameAnotherOneHasTaken() {
        jobs.ended(bad("shop", 41), true);
        jobs.ended(build("shop", 1, 100, Outcome.SUCCESS, Trend.FIRST, 1), true);

        assertThat(builds("shop")).isEmpty();
    }

    @Test
    void shouldRememberTheOtherJobOfThatNameInItsPlace() {
        jobs.ended(bad("shop", 41), true);
        jobs.ended(build("shop", 41, 100, Outcome.FAILURE, Trend.REGRESSED, 41), true);

        assertThat(jobs.verdicts("shop"))
                .singleElement()
                .satisfies(known -> assertThat(known.startedAt()).isEqualTo(at(100)));
    }

    @Test
    void shouldRememberWhoHasBrokenAJobSinceTheStreakBegan() {
        jobs.ended(by(bad("shop", 41), "Ada"), true);
        jobs.ended(by(stillBad("shop", 42, 41), "Bob"), true);
        assertThat(jobs.verdicts("shop").get(0).breakers())
                .extracting(Person::name)
                .containsExactly("Ada", "Bob");

        jobs.ended(good("shop", 43), true);
        jobs.ended(by(bad("shop", 44), "Cid"), true);
        assertThat(jobs.verdicts("shop").get(0).breakers())
                .extracting(Person::name)
                .containsExactly("Cid");
    }

    private static BuildEvent by(BuildEvent event, String breaker) {
        return event.toBuilder()
                .participants(List.of(
                        new Participant(new Person(null, breaker, null), Set.of(Involvement.BREAKER)),
                        new Participant(new Person(null, "Zoe", null), Set.of(Involvement.REQUESTER))))
                .build();
    }

    @Test
    void shouldForgetADeletedJobAndWhatIsInADeletedFolder() {
        List.of("shop", "shop/till", "shop/till/main", "shop-2").forEach(job -> jobs.ended(bad(job, 1), true));
        jobs.deleted("shop/till");
        assertThat(List.of(builds("shop"), builds("shop/till"), builds("shop/till/main"), builds("shop-2")))
                .containsExactly(List.of(1), List.of(), List.of(), List.of(1));

        jobs.deleted("shop");
        assertThat(builds("shop-2")).containsExactly(1);
        assertThat(builds("shop")).isEmpty();
    }

    @Test
    void shouldRememberAMovedJobUnderItsNewNameAlone() {
        jobs.ended(bad("shop/till", 41), true);
        jobs.ended(bad("shop", 7), true);
        jobs.moved(new JobMove("shop/till", "till", at(50)));

        assertThat(builds("till")).containsExactly(41);
        assertThat(builds("shop/till")).isEmpty();
        assertThat(builds("shop")).containsExactly(7);
        assertThat(jobs.firstOfStreaks())
                .containsExactlyInAnyOrder(new BuildKey("shop/till", 41, at(41)), new BuildKey("shop", 7, at(7)));
    }

    @Test
    void shouldNotGiveAMovedJobWhatIsRememberedOfAnotherOneUnderItsName() {
        jobs.ended(bad("ghost", 41), true);
        jobs.ended(bad("shop", 7), false);
        jobs.moved(new JobMove("shop", "ghost", at(50)));

        assertThat(builds("ghost")).isEmpty();
    }

    @Test
    void shouldFollowABuildThroughAllMovesAndBack() {
        jobs.moved(new JobMove("a", "b", at(10)));
        jobs.moved(new JobMove("b", "f/c", at(20)));
        jobs.moved(new JobMove("f", "g/h", at(30)));
        BuildKey told = new BuildKey("a", 1, at(5));
        BuildKey now = new BuildKey("g/h/c", 1, at(5));

        assertThat(jobs.current(told)).isEqualTo(now);
        assertThat(jobs.original(now)).isEqualTo(told);
        assertThat(jobs.original(new BuildKey("g/h/c", 2, at(15)))).isEqualTo(new BuildKey("b", 2, at(15)));
        assertThat(jobs.original(new BuildKey("g/h/c", 3, at(35)))).isEqualTo(new BuildKey("g/h/c", 3, at(35)));
        assertThat(jobs.original(new BuildKey("g/hat", 1, at(5)))).isEqualTo(new BuildKey("g/hat", 1, at(5)));
    }

    @Test
    void shouldNotMistakeAnotherJobForTheOneThatHadItsName() {
        jobs.moved(new JobMove("a", "b", at(10)));
        BuildKey ofNewA = new BuildKey("a", 1, at(15));
        assertThat(jobs.current(ofNewA)).isEqualTo(ofNewA);
        assertThat(jobs.original(ofNewA)).isEqualTo(ofNewA);

        jobs.moved(new JobMove("c", "a", at(20)));
        assertThat(jobs.original(new BuildKey("a", 1, at(5)))).isEqualTo(new BuildKey("c", 1, at(5)));
        assertThat(jobs.current(new BuildKey("a", 1, at(5)))).isEqualTo(new BuildKey("b", 1, at(5)));
    }

    @Test
    void shouldSwapTheNamesOfTwoJobs() {
        jobs.ended(bad("a", 1), true);
        jobs.ended(bad("b", 2), true);
        jobs.moved(new JobMove("a", "tmp", at(10)));
        jobs.moved(new JobMove("b", "a", at(11)));
        jobs.moved(new JobMove("tmp", "b", at(12)));

        assertThat(List.of(builds("a"), builds("b"))).containsExactly(List.of(2), List.of(1));
        assertThat(jobs.original(new BuildKey("b", 1, at(1)))).isEqualTo(new BuildKey("a", 1, at(1)));
        assertThat(jobs.original(new BuildKey("a", 2, at(2)))).isEqualTo(new BuildKey("b", 2, at(2)));
    }

    @Test
    void shouldTakeAFolderOnceWithAllThatIsInIt() {
        jobs.ended(bad("f/x", 1), true);
        jobs.moved(new JobMove("f", "g", at(10)));
        jobs.moved(new JobMove("f/x", "g/x", at(10)));
        jobs.moved(new JobMove("g", "f", at(20)));
        jobs.moved(new JobMove("f", "g", at(30)));

        assertThat(builds("g/x")).containsExactly(1);
        assertThat(jobs.current(new BuildKey("f/x", 1, at(1)))).isEqualTo(new BuildKey("g/x", 1, at(1)));
    }

    /** A new edition of a job takes the place of the old one, under the same two names each time. */
    @Test
    void shouldFollowASecondMoveOfTheSameNames() {
        for (int day : List.of(10, 30)) {
            jobs.deleted("shop");
            jobs.moved(new JobMove("shop-new", "shop", at(day)));
        }

        assertThat(jobs.original(new BuildKey("shop", 7, at(25)))).isEqualTo(new BuildKey("shop-new", 7, at(25)));
        assertThat(jobs.current(new BuildKey("shop-new", 7, at(25)))).isEqualTo(new BuildKey("shop", 7, at(25)));
    }

    @Test
    void shouldFollowASecondMoveOfTheSameNamesThoughNobodyHasSaidThatTheFirstWasDeleted() {
        jobs.moved(new JobMove("shop-new", "shop", at(10)));
        jobs.moved(new JobMove("shop-new", "shop", at(30)));

        assertThat(jobs.original(new BuildKey("shop", 7, at(25)))).isEqualTo(new BuildKey("shop-new", 7, at(25)));
    }

    @Test
    void shouldFollowASecondMoveOfAFolderWithAllThatIsInIt() {
        for (int day : List.of(10, 30)) {
            jobs.deleted("live");
            jobs.moved(new JobMove("next", "live", at(day)));
            jobs.moved(new JobMove("next/shop", "live/shop", at(day + 1)));
        }

        assertThat(jobs.original(new BuildKey("live/shop", 7, at(25)))).isEqualTo(new BuildKey("next/shop", 7, at(25)));
        assertThat(jobs.original(new BuildKey("live/shop", 7, at(5)))).isEqualTo(new BuildKey("next/shop", 7, at(5)));
    }

    @Test
    void shouldFollowAJobIntoAFolderThatWasMovedWhereTheOneOfItsNameWasDeleted() {
        jobs.moved(new JobMove("f", "g", at(10)));
        jobs.moved(new JobMove("f/x", "g/x", at(10)));
        jobs.deleted("g/x");
        jobs.moved(new JobMove("f/x", "g/x", at(30)));

        assertThat(jobs.original(new BuildKey("g/x", 7, at(25)))).isEqualTo(new BuildKey("f/x", 7, at(25)));
    }

    @Test
    void shouldFollowAMoveOfTheSameNamesInAnotherProcess() {
        JobHistory first = JobHistory.in(folder);
        first.moved(new JobMove("shop-new", "shop", at(10)));
        JobHistory second = JobHistory.in(folder);
        second.moved(new JobMove("shop-new", "shop", at(30)));

        assertThat(JobHistory.in(folder).original(new BuildKey("shop", 7, at(25))))
                .isEqualTo(new BuildKey("shop-new", 7, at(25)));
    }

    @Test
    void shouldTakeAMoveOnceThatIsReportedTwice() {
        jobs.ended(bad("a", 1), true);
        jobs.moved(new JobMove("a", "b", at(10)));
        jobs.moved(new JobMove("a", "b", at(10)));

        assertThat(builds("b")).containsExactly(1);
    }

    @Test
    void shouldGiveAnEventTheOriginalKeysOfItsBuilds() {
        jobs.moved(new JobMove("till", "shop", at(42)));
        BuildEvent fixed = build("shop", 43, 43, Outcome.SUCCESS, Trend.FIXED, 41);
        BuildEvent rerun = fixed.toBuilder()
                .findings(fixed.findings().toBuilder()
                        .rerunOf(new BuildKey("shop", 40, at(40)))
                        .build())
                .build();

        BuildEvent original = jobs.original(rerun);

        assertThat(original.key()).isEqualTo(rerun.key());
        assertThat(original.findings().rerunOf()).isEqualTo(new BuildKey("till", 40, at(40)));
        assertThat(original.findings().failureStreak().firstBuildKey("shop"))
                .contains(new BuildKey("till", 41, at(41)));
        assertThat(jobs.original(original)).isSameAs(original);
    }

    @Test
    void shouldEndABuildUnderItsOldKeyThatRanDuringTheMove() {
        jobs.moved(new JobMove("till", "shop", at(50)));
        jobs.ended(jobs.original(bad("shop", 41)), true);

        assertThat(builds("shop")).containsExactly(41);
        assertThat(jobs.firstOfStreaks()).containsExactly(new BuildKey("till", 41, at(41)));
    }

    @Test
    void shouldRememberAllInAnotherProcess() {
        jobs = JobHistory.in(folder.resolve("jobs"));
        assertThat(jobs.isNew()).isTrue();
        jobs.ended(by(bad("shop", 41), "Ada"), true);
        jobs.ended(bad("gone", 1), true);
        jobs.deleted("gone");
        jobs.moved(new JobMove("shop", "till", at(50)));
        List<KnownVerdict> before = jobs.verdicts("till");

        jobs = JobHistory.in(folder.resolve("jobs"));
        assertThat(jobs.isNew()).isFalse();
        assertThat(jobs.verdicts("till")).isEqualTo(before).hasSize(1);
        assertThat(builds("gone")).isEmpty();
        assertThat(jobs.current(new BuildKey("shop", 41, at(41)))).isEqualTo(new BuildKey("till", 41, at(41)));
    }

    @Test
    void shouldLoseOnlyALineThatIsTorn() throws IOException {
        jobs = JobHistory.in(folder);
        jobs.ended(bad("shop", 41), true);
        jobs.ended(bad("till", 1), true);
        Path file = folder.resolve("verdicts.jsonl");
        Files.writeString(file, "{\"job\":\"torn\",\"verdi", StandardOpenOption.APPEND);

        jobs = JobHistory.in(folder);
        jobs.ended(bad("late", 5), true);
        jobs = JobHistory.in(folder);

        assertThat(List.of(builds("shop"), builds("till"), builds("late")))
                .containsExactly(List.of(41), List.of(1), List.of(5));
    }

    @Test
    void shouldGoOnInMemoryWhereTheDiskTakesNothing() throws IOException {
        Path occupied = Files.writeString(folder.resolve("occupied"), "a file");
        jobs = JobHistory.in(occupied);
        jobs.ended(bad("shop", 41), true);

        assertThat(builds("shop")).containsExactly(41);
    }

    @Test
    void shouldKeepTheJobsThatChangedLastAndASmallFile() throws IOException {
        jobs = JobHistory.in(folder);
        for (int job = 0; job < 5_100; job++) {
            jobs.ended(bad("job-" + job, 1), true);
        }
        for (int number = 2; number < 2_000; number++) {
            jobs.ended(stillBad("job-5000", number, 1), true);
        }

        assertThat(builds("job-99")).isEmpty();
        assertThat(builds("job-100")).containsExactly(1);
        assertThat(Files.readAllLines(folder.resolve("verdicts.jsonl"))).hasSizeLessThan(27_000);
        jobs = JobHistory.in(folder);
        assertThat(builds("job-5000")).containsExactly(1_999, 1_998);
        assertThat(builds("job-99")).isEmpty();
        assertThat(Files.readAllLines(folder.resolve("verdicts.jsonl"))).hasSize(5_000);
    }

    @Test
    void shouldWriteNothingForOneGoodBuildAfterAnother() throws IOException {
        jobs = JobHistory.in(folder);
        jobs.ended(bad("shop", 1), true);
        jobs.ended(good("shop", 2), true);
        long size = Files.size(folder.resolve("verdicts.jsonl"));
        for (int number = 3; number < 100; number++) {
            jobs.ended(good("shop", number), true);
        }

        assertThat(Files.size(folder.resolve("verdicts.jsonl"))).isEqualTo(size);
        assertThat(builds("shop")).containsExactly(99, 98);
    }
}
