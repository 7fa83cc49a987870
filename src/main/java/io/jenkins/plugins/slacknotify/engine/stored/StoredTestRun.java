package io.jenkins.plugins.slacknotify.engine.stored;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.build.TestRun;
import java.util.List;

/**
 * The stored form of what is remembered of the tests of one build: a line of its own.
 *
 * @param job its full name
 * @param primary whether that is the job of a primary branch; null for no
 * @param build the number of the build; null where the job is forgotten
 */
public record StoredTestRun(
        String job,
        @CheckForNull Boolean primary,
        @CheckForNull Integer build,
        @CheckForNull String startedAt,
        @CheckForNull List<String> failed,
        @CheckForNull List<String> flaky) {
    /** The line for a build of a job. */
    public static StoredTestRun of(String job, boolean primary, TestRun run) {
        return new StoredTestRun(
                job,
                primary ? true : null,
                run.build(),
                StoredTime.of(run.startedAt()),
                run.failed().isEmpty() ? null : run.failed(),
                run.flaky().isEmpty() ? null : run.flaky());
    }

    /** The line that a job is forgotten. */
    public static StoredTestRun forgotten(String job) {
        return new StoredTestRun(job, null, null, null, null, null);
    }

    /** Returns the tests of the build; null where the line says that the job is forgotten. */
    @CheckForNull
    public TestRun toRun() {
        return build == null
                ? null
                : new TestRun(
                        build,
                        requireNonNull(StoredTime.toInstant(startedAt), "startedAt"),
                        StoredList.of(failed),
                        StoredList.of(flaky));
    }
}
