package io.jenkins.plugins.slacknotify.trigger.library;

import hudson.Extension;
import hudson.model.AdministrativeMonitor;
import hudson.model.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentSkipListSet;
import jenkins.model.Jenkins;

/**
 * The note that tells administrators in which jobs {@code slackNotify} is not this plugin's step, but a variable of a
 * shared library.
 *
 * <p>It knows the jobs by their last build since Jenkins was started.
 */
@Extension
public class StepNameMonitor extends AdministrativeMonitor {
    /** The number of jobs that are named; a library can be everybody's. */
    private static final int SHOWN = 20;

    private final SortedSet<String> jobs = new ConcurrentSkipListSet<>();

    /** Notes whether the last build of a job had such a variable. */
    void note(String job, boolean taken) {
        if (taken) {
            jobs.add(job);
        } else {
            jobs.remove(job);
        }
    }

    @Override
    public String getDisplayName() {
        return Messages.StepNameMonitor_displayName();
    }

    @Override
    public boolean isActivated() {
        return !jobs.isEmpty() && !existing().isEmpty();
    }

    /** The jobs to name, in the order of their full names. */
    public List<Job<?, ?>> getJobs() {
        return existing().stream().limit(SHOWN).toList();
    }

    /** Returns how many jobs there are beyond those that are named. */
    public int getMore() {
        return Math.max(0, existing().size() - SHOWN);
    }

    /** A job that was deleted or renamed is forgotten. */
    private List<Job<?, ?>> existing() {
        List<Job<?, ?>> existing = new ArrayList<>();
        for (String name : jobs) {
            Job<?, ?> job = Jenkins.get().getItemByFullName(name, Job.class);
            if (job == null) {
                jobs.remove(name);
            } else {
                existing.add(job);
            }
        }
        return existing;
    }
}
