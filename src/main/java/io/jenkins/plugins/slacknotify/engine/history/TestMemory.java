package io.jenkins.plugins.slacknotify.engine.history;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.stored.HistoryCodec;
import io.jenkins.plugins.slacknotify.engine.stored.StoredTestRun;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.build.Branch;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.JobMove;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.build.TestFailure;
import io.jenkins.plugins.slacknotify.event.build.TestResultSummary;
import io.jenkins.plugins.slacknotify.event.build.TestRun;
import io.jenkins.plugins.slacknotify.event.text.FullNames;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Which tests failed in the last builds of each job, so that a message can say how often without loading any of these builds. It knows
 * what has ended since the plugin keeps this.
 *
 * <p>Bounded: {@value #RUNS} builds of a job with the names of {@value #NAMES} failed tests each, of the jobs that had builds last, as
 * long as these have {@value #ALL_RUNS} builds and {@value #ALL_NAMES} names together. Not safe for use by many threads. Whoever changes
 * something has the file {@linkplain LineLog#write written} afterwards.
 */
final class TestMemory {
    private static final int RUNS = 20;
    private static final int NAMES = 30;
    private static final int ALL_RUNS = 40_000;
    private static final int ALL_NAMES = 40_000;

    /** How many builds of a job must be known before failures are counted. */
    private static final int TELLING = 2;

    private static final class JobRuns {
        private boolean primary;

        /** The runs, the oldest first. */
        private final List<TestRun> runs = new ArrayList<>();

        private Optional<TestRun> last() {
            return runs.isEmpty() ? Optional.empty() : Optional.of(runs.get(runs.size() - 1));
        }

        @CheckForNull
        private TestFailure.Count count(String test) {
            return runs.size() < TELLING
                    ? null
                    : new TestFailure.Count(
                            (int) runs.stream()
                                    .filter(run -> run.failed().contains(test))
                                    .count(),
                            runs.size());
        }

        private boolean isFlaky(String test) {
            return runs.stream().anyMatch(run -> run.flaky().contains(test));
        }

        private int names() {
            return runs.stream()
                    .mapToInt(run -> run.failed().size() + run.flaky().size())
                    .sum();
        }
    }

    private final LineLog file;

    /** The runs of each job. The job whose last build is oldest comes first. */
    private final Map<String, JobRuns> jobs = new LinkedHashMap<>();

    private int allRuns;
    private int allNames;

    TestMemory(LineLog file) {
        this.file = file;
        file.read().stream()
                .map(HistoryCodec::readTests)
                .flatMap(Optional::stream)
                .forEach(this::read);
    }

    private void read(StoredTestRun line) {
        TestRun run = line.toRun();
        if (run == null) {
            take(line.job());
        } else {
            put(line.job(), Boolean.TRUE.equals(line.primary()), run);
        }
    }

    /**
     * Takes the tests of a build that has ended, and returns the event with what is remembered of those that fail, and of those that
     * pass again.
     *
     * @param job the present name of its job
     */
    BuildEvent add(String job, BuildEvent end) {
        TestResultSummary tests = end.findings().tests();
        if (tests == null || tests.total() == 0 || end.running()) {
            return end;
        }
        Branch branch = end.findings().branch();
        boolean primary = branch != null && branch.primary();
        JobRuns before = jobs.getOrDefault(job, new JobRuns());
        List<String> flaky = passedAgain(before, end);
        BuildKey key = end.key();
        TestRun run = new TestRun(key.build(), key.startedAt(), first(tests.failing(), NAMES), first(flaky, NAMES));
        if (put(job, primary, run)) {
            append(StoredTestRun.of(job, primary, run));
        }
        Findings findings = end.findings().toBuilder()
                .tests(tests.withDetails(counted(job, tests.details(), primary || branch == null)))
                .flakyTests(flaky)
                .build();
        return end.toBuilder().findings(findings).build();
    }

    private static List<String> first(List<String> names, int count) {
        return names.subList(0, Math.min(count, names.size()));
    }

    /** The tests that failed in the build which this one runs again, right after it and with no change in between. */
    private static List<String> passedAgain(JobRuns before, BuildEvent end) {
        BuildKey original = end.findings().rerunOf();
        return original == null
                        || end.outcome() != Outcome.SUCCESS
                        || !end.changes().isEmpty()
                ? List.of()
                : before.runs.stream()
                        .filter(run -> run.build() < end.key().build())
                        .reduce((earlier, later) -> later)
                        .filter(run -> run.build() == original.build())
                        .map(TestRun::failed)
                        .orElse(List.of());
    }

    private List<TestFailure> counted(String job, List<TestFailure> failures, boolean alone) {
        JobRuns here = jobs.getOrDefault(job, new JobRuns());
        JobRuns primary = alone ? new JobRuns() : primaryOf(job);
        return failures.stream()
                .map(failure -> new TestFailure(
                        failure.name(),
                        failure.reason(),
                        here.count(failure.name()),
                        primary.count(failure.name()),
                        here.isFlaky(failure.name()) || primary.isFlaky(failure.name())))
                .toList();
    }

    /** Finds the runs of the primary branch of the same multibranch project; none where that is not known. */
    private JobRuns primaryOf(String job) {
        String project = FullNames.parent(job);
        return jobs.entrySet().stream()
                .filter(other -> other.getValue().primary
                        && FullNames.parent(other.getKey()).equals(project))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(JobRuns::new);
    }

    /** @return false where it is known already */
    private boolean put(String job, boolean primary, TestRun run) {
        JobRuns known = jobs.get(job);
        if (known != null && isAnew(known, run)) {
            forget(job);
            known = null;
        }
        if (known != null && known.runs.stream().anyMatch(other -> other.build() == run.build())) {
            return false;
        }
        JobRuns all = known == null ? new JobRuns() : known;
        take(job);
        all.primary = primary;
        all.runs.add(run);
        all.runs.sort((one, other) -> Integer.compare(one.build(), other.build()));
        if (all.runs.size() > RUNS) {
            all.runs.remove(0);
        }
        jobs.put(job, all);
        allRuns += all.runs.size();
        allNames += all.names();
        evict();
        return true;
    }

    /** Whether a job that was made anew under the name counts its builds from 1 again. */
    private static boolean isAnew(JobRuns known, TestRun run) {
        return known.last()
                .filter(last -> run.build() <= last.build() && run.startedAt().isAfter(last.startedAt()))
                .isPresent();
    }

    private void evict() {
        while (jobs.size() > 1 && (allRuns > ALL_RUNS || allNames > ALL_NAMES)) {
            Iterator<String> oldest = jobs.keySet().iterator();
            take(oldest.next());
        }
    }

    @CheckForNull
    private JobRuns take(String job) {
        JobRuns removed = jobs.remove(job);
        if (removed != null) {
            allRuns -= removed.runs.size();
            allNames -= removed.names();
        }
        return removed;
    }

    /** Renames jobs. What is remembered of others under their new names is over. */
    void move(JobMove move) {
        List<String> moved = within(move.from());
        within(move.to()).stream().filter(job -> !moved.contains(job)).forEach(this::forget);
        for (String job : moved) {
            JobRuns runs = jobs.get(job);
            forget(job);
            if (runs != null) {
                runs.runs.forEach(run -> {
                    put(move.after(job), runs.primary, run);
                    append(StoredTestRun.of(move.after(job), runs.primary, run));
                });
            }
        }
    }

    /** Forgets the runs of a job, or of all jobs of a folder. */
    void delete(String item) {
        within(item).forEach(this::forget);
    }

    private List<String> within(String item) {
        return jobs.keySet().stream().filter(job -> JobMove.isWithin(job, item)).toList();
    }

    private void forget(String job) {
        if (take(job) != null) {
            append(StoredTestRun.forgotten(job));
        }
    }

    private void append(StoredTestRun line) {
        file.append(() -> HistoryCodec.write(line));
        if (file.isWasteful(allRuns)) {
            saveAll();
        }
    }

    private void saveAll() {
        file.replace(jobs.entrySet().stream().flatMap(TestMemory::lines).toList());
    }

    private static Stream<Supplier<String>> lines(Map.Entry<String, JobRuns> entry) {
        String job = entry.getKey();
        boolean primary = entry.getValue().primary;
        return entry.getValue().runs.stream().map(run -> () -> HistoryCodec.write(StoredTestRun.of(job, primary, run)));
    }
}
