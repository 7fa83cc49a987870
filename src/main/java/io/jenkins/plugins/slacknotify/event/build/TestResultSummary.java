package io.jenkins.plugins.slacknotify.event.build;

import io.jenkins.plugins.slacknotify.event.text.Excerpt;
import java.util.List;

/**
 * The test results of a build in numbers, with the names of tests that fail.
 *
 * @param total how many tests there are, including skipped ones
 * @param newlyFailed how many fail that did not fail in the build before
 * @param newlyFailing the names of the first newly failed tests; at most {@value #NAMES_KEPT}, never null
 * @param failing the names of the first failed tests, newly failed ones included; at most {@value #NAMES_KEPT}, never null
 */
public record TestResultSummary(
        int total, int failed, int skipped, int newlyFailed, List<String> newlyFailing, List<String> failing) {

    /** The number of names that each list keeps at most. */
    public static final int NAMES_KEPT = 100;

    private static final int NAME_LIMIT = 300;

    public TestResultSummary {
        newlyFailing = Excerpt.first(newlyFailing, NAMES_KEPT, NAME_LIMIT);
        failing = Excerpt.first(failing, NAMES_KEPT, NAME_LIMIT);
    }
}
