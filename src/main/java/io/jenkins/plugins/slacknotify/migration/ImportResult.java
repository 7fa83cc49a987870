package io.jenkins.plugins.slacknotify.migration;

import java.util.ArrayList;
import java.util.List;

/** The result of an import: what was imported, and what failed. A view reads it through the getters. */
public final class ImportResult {
    private boolean system;
    private final List<ImportableJob> jobs = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    void addSystem() {
        system = true;
    }

    void add(ImportableJob job) {
        jobs.add(job);
    }

    void addFailure(String message) {
        failures.add(message);
    }

    /** Returns whether the section of the System page was imported. */
    public boolean isSystem() {
        return system;
    }

    /** The jobs that were imported. */
    public List<ImportableJob> getJobs() {
        return List.copyOf(jobs);
    }

    /** The failures, each with its reason. */
    public List<String> getFailures() {
        return List.copyOf(failures);
    }

    /** Returns whether the form had nothing ticked, so that nothing was imported. */
    public boolean isNothing() {
        return !system && jobs.isEmpty() && failures.isEmpty();
    }
}
