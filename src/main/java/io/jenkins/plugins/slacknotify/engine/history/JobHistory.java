package io.jenkins.plugins.slacknotify.engine.history;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.KnownVerdict;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.event.build.FailureStreak;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.JobMove;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The memory of jobs, whatever Jenkins has forgotten: the last verdicts, of jobs of which people were notified that they are
 * bad, the names that jobs have had, and which tests failed in their last builds.
 *
 * <p>Within the engine a build has the key under which it started, for good: so the ids of its deliveries stay the same when its job
 * is renamed or moved. {@link #original} leads there, and {@link #current} back to Jenkins.
 *
 * <p>Safe for use by many threads. Memory is changed under a lock, files are written without it, so no build waits for what another one,
 * or a folder that is renamed, has to write. What a build hands over is on disk when the method returns, unless another thread writes that
 * file in this moment and so writes this as well.
 */
public final class JobHistory {
    private final JobVerdicts verdicts;
    private final JobNames names;
    private final TestMemory tests;
    private final boolean isNew;

    /** In the order in which they are written: by the moves, the others are understood. */
    private final List<LineLog> files;

    private JobHistory(@CheckForNull Path folder) {
        LineFile ends = new LineFile(in(folder, "verdicts.jsonl"), "what people were notified of");
        isNew = !ends.exists();
        LineLog ofVerdicts = new LineLog(ends);
        LineLog ofTests = new LineLog(new LineFile(in(folder, "tests.jsonl"), "which tests failed"));
        LineLog ofMoves = new LineLog(new LineFile(in(folder, "moves.jsonl"), "the former names of jobs"));
        verdicts = new JobVerdicts(ofVerdicts);
        tests = new TestMemory(ofTests);
        names = new JobNames(ofMoves);
        files = List.of(ofMoves, ofVerdicts, ofTests);
        write();
    }

    private void write() {
        files.forEach(LineLog::write);
    }

    @CheckForNull
    private static Path in(@CheckForNull Path folder, String file) {
        return folder == null ? null : folder.resolve(file);
    }

    /** Returns a history that ends with the process. */
    public static JobHistory inMemory() {
        return new JobHistory(null);
    }

    /** Returns the history in the files of a folder, which is made when there is something to remember. */
    public static JobHistory in(Path folder) {
        return new JobHistory(folder);
    }

    /** Whether no process has kept a history before, as after an update from a version that had none. */
    public boolean isNew() {
        return isNew;
    }

    /**
     * The last verdicts on a job, the newest first; none where nobody was notified that it is bad. They may be of a job that had the
     * name before, where that was deleted while nobody looked.
     *
     * @param job its present full name
     */
    public synchronized List<KnownVerdict> verdicts(String job) {
        return verdicts.of(job);
    }

    /** The last verdicts on the jobs that are bad, by their present full names; of jobs of which nobody was notified nothing is known. */
    public synchronized Map<String, KnownVerdict> bad() {
        return verdicts.bad();
    }

    /**
     * Remembers which tests of a build failed, and returns the event with what is remembered of them.
     *
     * @param end with the original key; unchanged while the build runs, and where it has no tests
     */
    public BuildEvent withTests(BuildEvent end) {
        BuildEvent counted;
        synchronized (this) {
            counted = tests.add(names.current(end.key()).job(), end);
        }
        write();
        return counted;
    }

    /**
     * Remembers how a build has ended.
     *
     * @param end with the original key; ignored while the build runs
     * @param told whether anybody was notified of it
     */
    public void ended(BuildEvent end, boolean told) {
        synchronized (this) {
            verdicts.add(names.current(end.key()).job(), end, told);
        }
        write();
    }

    /** The first builds of the failure streaks that go on, or that the last build of a job has ended, by their original keys. */
    public synchronized List<BuildKey> firstOfStreaks() {
        return verdicts.firstOfStreaks();
    }

    /** Follows a job or a folder to its new name. What is in a folder need not be reported, but may be. */
    public void moved(JobMove move) {
        synchronized (this) {
            if (names.add(move)) {
                verdicts.move(move);
                tests.move(move);
            }
        }
        write();
    }

    /** Forgets a job that was deleted, or all that were in a folder. */
    public void deleted(String item) {
        synchronized (this) {
            names.deleted(item);
            verdicts.delete(item);
            tests.delete(item);
        }
        write();
    }

    /** The key of a build by the name that its job had when it started. */
    public BuildKey original(BuildKey build) {
        return names.original(build);
    }

    /** The key of a build by the name that its job has now. */
    public BuildKey current(BuildKey original) {
        return names.current(original);
    }

    /**
     * The full name that a job or folder has now.
     *
     * @param item its full name at some time
     * @param asOf that time
     */
    public String current(String item, Instant asOf) {
        return names.current(item, asOf);
    }

    /** An event with the original keys of its build, and of those that it names. Its rules stay those of the present name. */
    public BuildEvent original(BuildEvent event) {
        BuildKey key = names.original(event.key());
        Findings findings = event.findings();
        BuildKey again = findings.rerunOf();
        BuildKey rerunOf = again == null ? null : names.original(again);
        FailureStreak streak = original(findings.failureStreak(), event.key().job(), key.job());
        return key.equals(event.key()) && Objects.equals(rerunOf, again) && streak == findings.failureStreak()
                ? event
                : event.withKey(key).toBuilder()
                        .movedTo(key.equals(event.key()) ? null : event.key().job())
                        .findings(findings.toBuilder()
                                .rerunOf(rerunOf)
                                .failureStreak(streak)
                                .build())
                        .build();
    }

    /** @param now the name of the job, and then that of the build */
    @CheckForNull
    private FailureStreak original(@CheckForNull FailureStreak streak, String now, String ofBuild) {
        if (streak == null || streak.formerJob() != null) {
            return streak;
        }
        String then = names.original(new BuildKey(now, streak.firstBuild(), streak.startedAt()))
                .job();
        return then.equals(ofBuild) ? streak : streak.withFormerJob(then);
    }
}
