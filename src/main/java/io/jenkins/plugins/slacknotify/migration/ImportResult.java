package io.jenkins.plugins.slacknotify.migration;

import java.util.ArrayList;
import java.util.List;

/** What came of taking over what an administrator chose. Has getters, because that is what a view can read. */
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

    void addFailure(String words) {
        failures.add(words);
    }

    /** Whether the section of the System page was taken over. */
    public boolean isSystem() {
        return system;
    }

    /** The jobs that were given rules. */
    public List<ImportableJob> getJobs() {
        return List.copyOf(jobs);
    }

    /** What could not be written, each with the reason. */
    public List<String> getFailures() {
        return List.copyOf(failures);
    }

    /** Whether nothing was chosen. */
    public boolean isNothing() {
        return !system && jobs.isEmpty() && failures.isEmpty();
    }
}
