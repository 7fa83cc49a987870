package io.jenkins.plugins.slacknotify.trigger.library;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.AdministrativeMonitor;
import hudson.model.Job;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.Jenkins;

/**
 * The note that tells administrators in which jobs {@code slackNotify} is not this plugin's step, but a variable of a
 * shared library.
 *
 * <p>It knows the jobs by their last build, over restarts of Jenkins.
 */
@Extension
public class StepNameMonitor extends AdministrativeMonitor {
    /** The number of jobs that are named; a library can be everybody's. */
    private static final int SHOWN = 20;

    /** Created on first use, as Jenkins has no home directory before; null until then. */
    @CheckForNull
    private LibraryJobs jobs;

    private synchronized LibraryJobs jobs() {
        if (jobs == null) {
            jobs = new LibraryJobs(EngineLifecycle.home());
        }
        return jobs;
    }

    /** Notes whether the last build of a job had such a variable. */
    void note(String job, boolean taken) {
        jobs().note(job, taken, StepNameMonitor::exists);
    }

    private static boolean exists(String job) {
        try (ACLContext asSystem = ACL.as2(ACL.SYSTEM2)) {
            return Jenkins.get().getItemByFullName(job, Job.class) != null;
        }
    }

    @Override
    public String getDisplayName() {
        return Messages.StepNameMonitor_displayName();
    }

    @Override
    public boolean isActivated() {
        return !existing().isEmpty();
    }

    /** The jobs to name, in the order of their full names. */
    public List<Job<?, ?>> getJobs() {
        return existing().stream().limit(SHOWN).toList();
    }

    /** Returns how many jobs there are beyond those that are named. */
    public int getMore() {
        return Math.max(0, existing().size() - SHOWN);
    }

    /** The jobs that are still there, and that the reader may see. */
    private List<Job<?, ?>> existing() {
        List<Job<?, ?>> existing = new ArrayList<>();
        for (String name : jobs().names()) {
            Job<?, ?> job = Jenkins.get().getItemByFullName(name, Job.class);
            if (job != null) {
                existing.add(job);
            }
        }
        return existing;
    }
}
