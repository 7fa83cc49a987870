package io.jenkins.plugins.slacknotify.trigger.findings;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Duration;

/**
 * The result of one test, or of several that belong together, such as those of a class.
 *
 * @param name with its class, or the name of what they belong to
 * @param total how many tests it is
 * @param failed how many of them fail
 * @param skipped how many of them were skipped
 * @param reason what the test says in one line, masked as the log is; null for several tests, and where it says nothing
 */
public record TestCaseReport(
        String name,
        int total,
        int failed,
        int skipped,
        Duration duration,
        @CheckForNull String reason) {}
