package io.jenkins.plugins.slacknotify.config.build;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.AbstractProject;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Job;
import hudson.model.JobProperty;
import java.util.Objects;
import jenkins.model.Jenkins;

/**
 * Jobs that another job owns as a part of its configuration. They are no part of the tree of items, so that Jenkins finds neither
 * them by their full name nor the folders around them.
 *
 * <p>The Promoted Builds plugin has such jobs: a promotion process is a job in a group that is a property of the job whose builds
 * it promotes. Only types of Jenkins itself are asked, so the plugin need not be there.
 */
public final class OwnerJob {
    private OwnerJob() {}

    public static boolean owns(Job<?, ?> job) {
        return job.getParent() instanceof JobProperty;
    }

    /** The job whose configuration a job belongs to: its owner, or itself. */
    public static Job<?, ?> of(Job<?, ?> job) {
        return owns(job) && job instanceof AbstractProject<?, ?> project ? project.getRootProject() : job;
    }

    /** The item around an item: a folder, or the owner of a job; null at the top level. */
    @CheckForNull
    public static Item around(Item item) {
        if (item instanceof Job<?, ?> job && owns(job)) {
            Job<?, ?> owner = of(job);
            return owner == job ? null : owner;
        }
        return item.getParent() instanceof Item parent ? parent : null;
    }

    /**
     * Finds a job by its full name, even where another job owns it.
     *
     * @return null where there is none, or the user of this thread may not see it
     */
    @CheckForNull
    public static Job<?, ?> find(String fullName) {
        Job<?, ?> found = Jenkins.get().getItemByFullName(fullName, Job.class);
        for (int end = fullName.lastIndexOf('/'); found == null && end > 0; end = fullName.lastIndexOf('/', end - 1)) {
            Job<?, ?> owner = Jenkins.get().getItemByFullName(fullName.substring(0, end), Job.class);
            found = owner == null ? null : findOwned(owner, fullName);
        }
        return found;
    }

    @CheckForNull
    private static Job<?, ?> findOwned(Job<?, ?> owner, String fullName) {
        return owner.getAllProperties().stream()
                .filter(ItemGroup.class::isInstance)
                .map(property -> inGroup((ItemGroup<?>) property, fullName))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @CheckForNull
    private static Job<?, ?> inGroup(ItemGroup<?> group, String fullName) {
        String prefix = group.getFullName() + "/";
        return fullName.startsWith(prefix)
                        && group.getItem(fullName.substring(prefix.length())) instanceof Job<?, ?> job
                ? job
                : null;
    }
}
