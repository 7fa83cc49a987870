package io.jenkins.plugins.slacknotify.event.build;

import io.jenkins.plugins.slacknotify.event.text.Excerpt;
import java.util.List;

/**
 * What the tests of a build say.
 *
 * @param total how many there are, those that were skipped included
 * @param newlyFailed how many fail that did not in the build before
 * @param newlyFailing the names of the first of these; at most {@value #NAMES_KEPT}, never null
 * @param failing the names of the first that fail, those that newly do included; at most {@value #NAMES_KEPT}, never null
 */
public record TestResultSummary(
        int total, int failed, int skipped, int newlyFailed, List<String> newlyFailing, List<String> failing) {

    public static final int NAMES_KEPT = 100;
    private static final int NAME_LIMIT = 300;

    public TestResultSummary {
        newlyFailing = Excerpt.first(newlyFailing, NAMES_KEPT, NAME_LIMIT);
        failing = Excerpt.first(failing, NAMES_KEPT, NAME_LIMIT);
    }
}
