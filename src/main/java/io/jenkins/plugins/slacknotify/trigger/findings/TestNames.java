package io.jenkins.plugins.slacknotify.trigger.findings;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.model.Run;
import hudson.tasks.junit.CaseResult;
import hudson.tasks.junit.SuiteResult;
import hudson.tasks.test.TestResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names the tests of one report. A test that was run in several places has the name of its place behind its own: of a matrix the cell, of a
 * pipeline the stage and the branches that tell it from the other places.
 *
 * <p>For use by one thread.
 */
final class TestNames {
    private final Run<?, ?> run;

    /** The places of the suites of a name; null until somebody asks. */
    @CheckForNull
    private Map<String, Set<List<String>>> places;

    TestNames(Run<?, ?> run) {
        this.run = run;
    }

    String of(TestResult test) {
        Run<?, ?> part = test.getRun();
        String place = part == null || part.getParent() == run.getParent()
                ? place(test)
                : part.getParent().getDisplayName();
        String name = fullName(test.getFullName());
        return place == null ? name : name + " (" + place + ")";
    }

    /** Returns a full name without the dot behind a class without a name, as of a file that pytest could not read. */
    static String fullName(String ofReport) {
        return ofReport.startsWith(".") ? ofReport.substring(1) : ofReport;
    }

    @CheckForNull
    private String place(TestResult test) {
        SuiteResult suite = test instanceof CaseResult one ? one.getSuiteResult() : null;
        return suite == null ? null : place(blocks(suite), placesOf(suite));
    }

    private Set<List<String>> placesOf(SuiteResult suite) {
        if (places == null) {
            places = new HashMap<>();
            for (SuiteResult each : suite.getParent().getSuites()) {
                places.computeIfAbsent(Util.fixNull(each.getName()), name -> new HashSet<>())
                        .add(blocks(each));
            }
        }
        return places.getOrDefault(Util.fixNull(suite.getName()), Set.of());
    }

    /** The names of the stages and branches around the step that has published a suite, the innermost first; none outside of a pipeline. */
    private static List<String> blocks(SuiteResult suite) {
        return List.copyOf(suite.getEnclosingBlockNames());
    }

    /**
     * Returns what tells a place from the others, from the outside in; null where nothing does.
     *
     * @param own the names of the blocks around it, the innermost first
     * @param all the places, this one among them
     */
    @CheckForNull
    static String place(List<String> own, Set<List<String>> all) {
        List<String> telling = new ArrayList<>(own);
        telling.removeIf(name -> all.stream().allMatch(other -> other.contains(name)));
        Collections.reverse(telling);
        return telling.isEmpty()
                ? null
                : String.join(
                        ", ",
                        telling.stream().map(BlockNames::readable).distinct().toList());
    }
}
