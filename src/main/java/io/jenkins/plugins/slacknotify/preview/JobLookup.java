package io.jenkins.plugins.slacknotify.preview;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.ItemGroup;
import hudson.model.Job;
import io.jenkins.plugins.slacknotify.event.text.BranchNames;
import java.util.List;
import jenkins.model.Jenkins;

/** Finds jobs by names as people write them, and lists these names. Only what the user of this thread may read is found. */
final class JobLookup {
    /** The number of jobs that a browser can still offer in a list. */
    private static final int MAX_OFFERED_JOBS = 500;

    private JobLookup() {}

    /**
     * Finds a job by its full name. The slash in the name of a branch can be written as such, or as Jenkins does.
     *
     * @return null where there is none
     */
    @CheckForNull
    static Job<?, ?> find(String fullName) {
        Job<?, ?> exact = Jenkins.get().getItemByFullName(fullName, Job.class);
        return exact == null ? below(Jenkins.get(), BranchNames.readable(fullName)) : exact;
    }

    /** Looks for a job in a group and in each of its groups whose name is the beginning of the wanted one. */
    @CheckForNull
    private static Job<?, ?> below(ItemGroup<?> group, String wanted) {
        Job<?, ?> found = null;
        for (var items = group.getItems().iterator(); found == null && items.hasNext(); ) {
            var item = items.next();
            String name = BranchNames.readable(item.getName());
            if (item instanceof Job<?, ?> job && name.equals(wanted)) {
                found = job;
            } else if (item instanceof ItemGroup<?> inner && wanted.startsWith(name + "/")) {
                found = below(inner, wanted.substring(name.length() + 1));
            }
        }
        return found;
    }

    /** The names of the first jobs below a group, as people write them and in their order, without the name of the group. */
    static List<String> offered(ItemGroup<?> group) {
        String prefix = group.getFullName().isEmpty() ? "" : group.getFullName() + "/";
        return group.getAllItems(Job.class).stream()
                .filter(job -> !(job.getParent() instanceof Job))
                .map(job -> BranchNames.readable(job.getFullName().substring(prefix.length())))
                .sorted()
                .limit(MAX_OFFERED_JOBS)
                .toList();
    }
}
