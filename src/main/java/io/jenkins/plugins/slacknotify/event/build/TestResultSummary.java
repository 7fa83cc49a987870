package io.jenkins.plugins.slacknotify.event.build;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.text.Excerpt;
import java.util.List;
import java.util.Optional;

/**
 * The test results of a build in numbers, with the names of tests that fail.
 *
 * @param total how many tests there are, including skipped ones
 * @param newlyFailed how many fail that did not fail in the build before
 * @param newlyFailing the names of the first newly failed tests; at most {@value #NAMES_KEPT}, never null
 * @param failing the names of the first failed tests, newly failed ones included; at most {@value #NAMES_KEPT}, never null
 * @param reason what the first of {@code newlyFailing} says, or else the first of {@code failing}, such as
 *     {@code expected: <119> but was: <120>}; null where it says nothing
 * @param details more of the first of {@code newlyFailing}, or else of the first of {@code failing}; at most {@value #DETAILS_KEPT},
 *     never null
 */
public record TestResultSummary(
        int total,
        int failed,
        int skipped,
        int newlyFailed,
        List<String> newlyFailing,
        List<String> failing,
        @CheckForNull String reason,
        List<TestFailure> details) {

    /** The number of names that each list keeps at most. */
    public static final int NAMES_KEPT = 100;

    /** The number of tests of which more is kept than their names. */
    public static final int DETAILS_KEPT = 5;

    private static final int MAX_NAME = 300;

    public TestResultSummary {
        newlyFailing = Excerpt.first(newlyFailing, NAMES_KEPT, MAX_NAME);
        failing = Excerpt.first(failing, NAMES_KEPT, MAX_NAME);
        reason = Excerpt.truncateNullable(reason, MAX_NAME);
        details = details.stream().limit(DETAILS_KEPT).toList();
    }

    public TestResultSummary withoutReason() {
        return new TestResultSummary(
                total,
                failed,
                skipped,
                newlyFailed,
                newlyFailing,
                failing,
                null,
                details.stream().map(TestFailure::withoutReason).toList());
    }

    public TestResultSummary withDetails(List<TestFailure> newDetails) {
        return new TestResultSummary(total, failed, skipped, newlyFailed, newlyFailing, failing, reason, newDetails);
    }

    /** Returns the details of the failure of a test; empty where only the name of the test is known. */
    public Optional<TestFailure> details(String test) {
        return details.stream().filter(each -> each.name().equals(test)).findFirst();
    }

    /** Test results of which no more is known than what the first failing test says. */
    public TestResultSummary(
            int total,
            int failed,
            int skipped,
            int newlyFailed,
            List<String> newlyFailing,
            List<String> failing,
            @CheckForNull String reason) {
        this(total, failed, skipped, newlyFailed, newlyFailing, failing, reason, List.of());
    }

    /** Test results of which nobody knows why the tests fail. */
    public TestResultSummary(
            int total, int failed, int skipped, int newlyFailed, List<String> newlyFailing, List<String> failing) {
        this(total, failed, skipped, newlyFailed, newlyFailing, failing, null);
    }
}
