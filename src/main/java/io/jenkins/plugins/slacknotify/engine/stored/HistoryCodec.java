package io.jenkins.plugins.slacknotify.engine.stored;

import static java.util.Objects.requireNonNull;

import io.jenkins.plugins.slacknotify.event.KnownVerdict;
import io.jenkins.plugins.slacknotify.event.build.JobMove;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes what is remembered of jobs as lines, and reads them. */
public final class HistoryCodec {
    private HistoryCodec() {}

    /**
     * Writes what is remembered of a job.
     *
     * @param verdicts the newest first; none where the job is forgotten
     */
    public static String write(String job, List<KnownVerdict> verdicts) {
        return JsonCodec.write(
                new StoredJobVerdicts(job, verdicts.isEmpty() ? null : StoredList.map(verdicts, StoredVerdict::of)));
    }

    /** Reads a job and what is remembered of it; empty where the line is damaged, or of a version that says it otherwise. */
    public static Optional<Map.Entry<String, List<KnownVerdict>>> readVerdicts(String line) {
        try {
            StoredJobVerdicts stored = JsonCodec.read(line, StoredJobVerdicts.class);
            return Optional.of(Map.entry(
                    requireNonNull(stored.job(), "job"), StoredList.map(stored.verdicts(), StoredVerdict::toVerdict)));
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /** Writes what is remembered of the tests of a build. */
    public static String write(StoredTestRun run) {
        return JsonCodec.write(run);
    }

    /** Reads what is remembered of the tests of a build, with the terms of {@link #readVerdicts}. */
    public static Optional<StoredTestRun> readTests(String line) {
        try {
            StoredTestRun stored = JsonCodec.read(line, StoredTestRun.class);
            requireNonNull(stored.job(), "job");
            stored.toRun();
            return Optional.of(stored);
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /** Writes a move of a job or folder. */
    public static String write(JobMove move) {
        return JsonCodec.write(StoredJobMove.of(move));
    }

    /** Reads a move, with the terms of {@link #readVerdicts}. */
    public static Optional<JobMove> readMove(String line) {
        try {
            return Optional.of(JsonCodec.read(line, StoredJobMove.class).toMove());
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }
}
