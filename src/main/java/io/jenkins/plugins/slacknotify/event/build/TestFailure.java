package io.jenkins.plugins.slacknotify.event.build;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.text.Excerpt;

/**
 * A failing test of which more is known than its name.
 *
 * @param name as {@link TestResultSummary} has it
 * @param reason what it says, in one line, with secrets masked; null where it says nothing
 * @param here how often it failed in the last builds of the job, this one included; null where that is not known
 * @param primary the same for the primary branch of the project; null where that is not known, or is the job itself
 * @param flaky whether it has passed in an earlier build after it had failed, though nothing was changed
 */
public record TestFailure(
        String name,
        @CheckForNull String reason,
        @CheckForNull Count here,
        @CheckForNull Count primary,
        boolean flaky) {
    private static final int MAX_NAME = 300;
    private static final int MAX_REASON = 300;

    /**
     * How often something happened in the last builds.
     *
     * @param failed in how many of them
     * @param builds how many of them are remembered; at least 1
     */
    public record Count(int failed, int builds) {}

    public TestFailure {
        name = Excerpt.truncate(requireNonNull(name, "name"), MAX_NAME);
        reason = Excerpt.truncateNullable(reason, MAX_REASON);
    }

    /** Creates a failure of which it is not known how often the test failed before. */
    public TestFailure(String name, @CheckForNull String reason) {
        this(name, reason, null, null, false);
    }

    public TestFailure withoutReason() {
        return new TestFailure(name, null, here, primary, flaky);
    }
}
